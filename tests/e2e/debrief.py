#!/usr/bin/env python3
"""A trainer looks at a session again: what a learner did by real mouse and keys is recorded, and shown as it was."""
import json
import subprocess

from case import Case, main
from replay import play, route


class Debrief(Case):
    def setUp(self):
        super().setUp()
        self.recording = self.folder / "session"

    def tearDown(self):
        self.show(f"debrief-{self.id().rsplit('.', 1)[1]}-end")

    def record(self, lesson, **more):
        coucou = self.coucou("--lesson", lesson, "--record", self.recording, **more)
        coucou.wait_for_page("player")
        return coucou

    def lines(self):
        return [json.loads(line) for line in self.recording.read_text(encoding="utf-8").splitlines()]

    def played(self, lesson):
        return subprocess.run([str(self.program), "play", lesson, "--actions", str(self.recording)],
                              capture_output=True, text=True, check=False)

    def shown(self, lesson):
        """Shows the recording from its beginning to its end, fast; it must end as the session did."""
        played = self.played(lesson)
        self.assertEqual(0, played.returncode, played.stderr)
        coucou = self.coucou("--replay", self.recording)
        coucou.wait_for_page("replay")
        coucou.click("play")
        self.show(f"debrief-{lesson}")
        coucou.click("replay.speed.sixteen")
        coucou.click("play")
        coucou.wait_for("the end of the replay", lambda now: "replay/same" in now["places"], 60)
        self.assertNotIn("replay/different", coucou.places())
        self.show(f"debrief-{lesson}-over")
        return coucou

    def test_a_mouse_lesson_with_help_and_a_new_beginning_ends_as_it_did(self):
        coucou = self.record("pointer.click")
        coucou.click("help")
        coucou.click("again")
        play(coucou, route(self.program, "pointer.click"))
        coucou.wait_for_page("summary")
        coucou.close()
        self.assertEqual({"help", "again", "go-on", "move", "press", "release"},
                         {line["do"] for line in self.lines()[1:-1]} - {"wait"})
        coucou = self.shown("pointer.click")

        steps = [place for place in coucou.places() if place.startswith("chapter/")]
        coucou.click(steps[1])
        coucou.wait_for("the second step", lambda now: now["step"] == steps[1].removeprefix("chapter/"))
        for _ in range(2):
            coucou.click("one-more")
        self.show("debrief-one-more")
        coucou.click("begin")
        coucou.wait_for("the first step", lambda now: now["step"] == steps[0].removeprefix("chapter/"))
        coucou.click("leave")
        self.assertEqual(0, coucou.process.wait(20))

    def test_a_typing_lesson_that_was_left_shows_its_keys(self):
        coucou = self.record("keyboard.find")
        play(coucou, route(self.program, "keyboard.find")[:1])
        coucou.key("Escape")
        coucou.click("leaving/leave")
        coucou.wait_for_page("path")
        coucou.close()
        coucou = self.shown("keyboard.find")
        coucou.click("begin")
        coucou.click("one-more")
        coucou.wait_for_place("replay/keys")
        self.show("debrief-keys")

    def test_the_practice_computer_is_shown_with_a_pointer_on_its_way_to_what_was_done(self):
        coucou = self.record("desktop.open", seed=2)
        coucou.wait_for_place("stage/bar/clock")
        coucou.target("desktop/icon/files", times=2)
        coucou.wait_for("step open to be done", lambda now: "next" in now["places"] or now["step"] != "open")
        coucou.close()  # the window is closed in the middle of the lesson: that is left, too
        self.assertEqual(["state"], list(self.lines()[-1]))
        self.shown("desktop.open")

    def test_another_state_than_the_recorded_one_is_told(self):
        coucou = self.record("pointer.click")
        coucou.move(700, 400)
        coucou.move(720, 420)
        coucou.close()
        lines = self.recording.read_text(encoding="utf-8").splitlines()
        lines[-1] = json.dumps({"state": "0" * 16})
        self.recording.write_text("\n".join(lines), encoding="utf-8")
        played = self.played("pointer.click")
        self.assertEqual(1, played.returncode)
        self.assertIn(str(self.recording), played.stderr)
        coucou = self.coucou("--replay", self.recording)
        coucou.wait_for_place("replay/different")

    def test_a_damaged_recording_is_told_with_its_place(self):
        self.recording.write_text('{"lesson":"pointer.click"}\n{"at":5,"do":"jump"}\n', encoding="utf-8")
        coucou = self.coucou("--replay", self.recording)
        coucou.wait_for_page("trouble")


if __name__ == "__main__":
    main()
