#!/usr/bin/env python3
"""When something is in the way, a page says so, and practice goes on."""
import pathlib
import shutil

from case import Case, main
from screen import events


SHIPPED = pathlib.Path(__file__).parent.parent.parent / "lessons"


class Trouble(Case):
    def test_a_second_coucou_on_the_same_store_says_so_and_lets_one_practise(self):
        first = self.coucou()
        first.wait_for_page("welcome")
        second = self.coucou()
        second.wait_for_page("trouble")
        self.show("trouble-busy")
        second.click("trouble.go-on")
        second.wait_for_page("path")
        second.close()
        first.close()
        third = self.coucou()
        third.wait_for_page("welcome")
        third.close()

    def test_a_damaged_store_is_set_aside_and_practice_goes_on(self):
        self.data.mkdir()
        damaged = b"This is not a store. " * 500
        (self.data / "coucou.db").write_bytes(damaged)
        coucou = self.coucou()
        coucou.wait_for_page("welcome")
        self.show("welcome-damaged")
        self.become(coucou, "Zoé")
        coucou.close()
        kept = [file.read_bytes() for file in self.data.glob("coucou-damaged-*.db")]
        self.assertEqual([damaged], kept)
        self.assertEqual(1, len(events(self.data, "learner.joined")))

    def test_lessons_with_faults_are_left_out_and_the_trainer_sees_which(self):
        lessons = self.folder / "lessons"
        shutil.copytree(SHIPPED, lessons)
        with open(lessons / "pointer" / "drag.toml", "a", encoding="utf-8") as broken:
            broken.write("\nwords = [\n")
        coucou = self.coucou("--lessons", lessons)
        coucou.wait_for_page("welcome")
        coucou.click("guest")
        coucou.wait_for_page("path")
        self.assertNotIn("lesson/pointer.drag", coucou.places())
        coucou.click("left-out")
        coucou.wait_for_page("left-out")
        self.show("left-out")
        coucou.click("back")
        coucou.wait_for_page("path")
        coucou.close()


if __name__ == "__main__":
    main()
