#!/usr/bin/env python3
"""Ways that are not straight: a lesson left half-way, a guest, a closed window, another language."""
import time

from case import Case, main
from replay import play, route
from screen import events


class Detours(Case):
    def test_a_lesson_left_half_way_goes_on_where_it_was(self):
        coucou = self.coucou()
        self.become(coucou, "Paul")
        coucou.click("lesson/pointer.click")
        coucou.wait_for_page("player")
        play(coucou, route(self.program, "pointer.click")[:2])
        step = coucou.state()["step"]
        self.assertEqual("candles", step)
        coucou.click("leave")
        coucou.wait_for_place("leaving/leave")
        self.show("leaving")
        coucou.click("leaving/leave")
        coucou.wait_for_page("path")
        self.show("path-under-way")
        coucou.click("lesson/pointer.click")
        self.assertEqual(step, coucou.wait_for_page("player")["step"])
        coucou.close()

        # Closed in the middle of the lesson, too.
        coucou = self.coucou()
        coucou.click(self.known_learner(coucou))
        coucou.wait_for_page("path")
        coucou.click("go-on")
        self.assertEqual(step, coucou.wait_for_page("player")["step"])
        coucou.close()
        self.assertEqual(["first-lamp", "two-lamps"], [body["step"] for _, _, body in events(self.data, "step.done")])

    def test_a_guest_leaves_nothing_behind(self):
        coucou = self.coucou()
        coucou.wait_for_page("welcome")
        coucou.click("guest")
        coucou.wait_for_page("path")
        self.show("path-guest")
        coucou.click("lesson/pointer.click")
        coucou.wait_for_page("player")
        play(coucou, route(self.program, "pointer.click")[:1])
        coucou.click("leave")
        coucou.click("leaving/leave")
        coucou.wait_for_page("path")
        coucou.click("change")
        coucou.wait_for_page("welcome")
        self.assertFalse([place for place in coucou.places() if place.startswith("learner/")])
        coucou.close()
        self.assertEqual([], events(self.data))

    def test_nothing_is_computed_while_nothing_happens(self):
        coucou = self.coucou()
        coucou.wait_for_page("welcome")
        self.check_sleep(coucou)
        coucou.click("guest")
        coucou.wait_for_page("path")
        self.check_sleep(coucou)
        coucou.close()

    def check_sleep(self, coucou):
        """Of two seconds in which nobody touches anything, hardly any is spent; after what moves has come to rest."""
        time.sleep(1)
        before = coucou.time_used()
        time.sleep(2)
        self.assertLessEqual(coucou.time_used() - before, 0.02)

    def test_everything_is_there_in_english_too(self):
        coucou = self.coucou()
        coucou.wait_for_page("welcome")
        coucou.click("language/en")
        self.show("welcome-english")
        self.become(coucou, "Joan")
        self.show("path-english")
        coucou.click("settings")
        self.show("settings-english")
        coucou.close()
        self.assertEqual("en", events(self.data, "learner.joined")[0][2]["language"])


if __name__ == "__main__":
    main()
