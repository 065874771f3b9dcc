#!/usr/bin/env python3
"""What the screen says is done is kept, though the program is killed at any moment of play.

usage: kill.py PROGRAM OUTPUT_FOLDER [UNITTEST OPTION...]
COUCOU_KILLS is how many times the program is killed; 25 if it is not set. tests/progress/kill_test.cpp kills a process
that writes to the store as fast as it can 200 times; here it is the whole program that is killed, from its start on,
while a mouse is at work in its window.
"""
import collections
import os
import random
import sys
import threading
import time

from case import Case, main
from screen import BUTTONS, centre, events

KILLS = int(os.environ.get("COUCOU_KILLS", "25"))
STEPS = 30
LATEST = 2.5  # s after the start

MODULE = """
id = "kill"
title = "Lampes"
about = "Des lampes."
picture = "lamp"
order = 10
lessons = ["kill.lamps"]
"""

LESSON = """
id = "kill.lamps"
title = "Lampes"
can_do = "Je sais cliquer."
about = "Des lampes."
picture = "lamp"
level = 1
minutes = 5
skills = ["DigComp 5.2"]
"""

STEP = """
[[step]]
name = "lamp-{number}"
say = "Cliquez sur la lampe."
hint = "Cliquez."
goal = {{ pointer.things = {{ left = 0 }} }}
[step.start.pointer]
thing = [ {{ name = "lamp", picture = "lamp", size = "huge", place = "centre" }} ]
"""


class Kill(Case):
    def setUp(self):
        super().setUp()
        folder = self.folder / "lessons" / "kill"
        folder.mkdir(parents=True)
        (folder / "module.toml").write_text(MODULE, encoding="utf-8")
        steps = "".join(STEP.format(number=number) for number in range(STEPS))
        (folder / "lamps.toml").write_text(LESSON + steps, encoding="utf-8")

    def test_no_step_that_was_shown_as_done_is_lost(self):
        seed = int(os.environ.get("COUCOU_SEED", time.time_ns() % 1_000_000))
        print(f"COUCOU_SEED={seed}", file=sys.stderr)
        moments = random.Random(seed)
        coucou = self.coucou("--lessons", self.folder / "lessons")
        coucou.wait_for_page("welcome")
        self.become(coucou, "Lou")
        coucou.close()

        shown = collections.Counter()
        killed_on = collections.Counter()
        for _ in range(KILLS):
            shown += self.play_until_killed(moments.uniform(0, LATEST), killed_on)
            kept = collections.Counter(body["step"] for _, _, body in events(self.data, "step.done"))
            self.assertFalse(shown - kept, "steps that were shown as done are not in the store")
        print(f"killed {KILLS} times, on the pages {dict(killed_on)}; {shown.total()} steps were shown as done, "
              f"{kept.total()} are in the store", file=sys.stderr)
        self.assertTrue(killed_on["player"], "the program was never killed during play")
        self.assertGreater(shown.total(), KILLS, "too little was played to show anything")

        coucou = self.coucou("--lessons", self.folder / "lessons")
        coucou.click(self.known_learner(coucou))
        coucou.wait_for_page("path")
        coucou.close()
        self.assertFalse([file.name for file in self.data.glob("*damaged*")])

    def play_until_killed(self, moment, killed_on):
        """Starts the program and plays; kills it when the moment (s) has come. Gives which steps were shown as done."""
        shown = collections.Counter()
        coucou = self.coucou("--lessons", self.folder / "lessons")
        death = threading.Timer(moment, coucou.process.kill)
        death.start()
        last = None
        while coucou.process.poll() is None:
            now = coucou.state()
            self.assertNotEqual("trouble", now["page"])
            if now["page"] == "player" and "next" in now["places"] and now["step"] != last:
                last = now["step"]
                shown[last] += 1
            self.do_next(coucou, now)
        death.join()
        killed_on[coucou.state()["page"] or "none yet"] += 1
        self.screen.release()
        return shown

    def do_next(self, coucou, now):
        """One quick click on what leads further."""
        places = now["places"]
        wanted = {"welcome": [place for place in places if place.startswith("learner/")],
                  "path": ["lesson/kill.lamps"], "player": ["next", "stage"], "summary": ["again"]}
        for widget in wanted.get(now["page"], []):
            if widget in places:
                coucou.move(*centre(places[widget]))
                self.screen.do("click", BUTTONS["left"])
                return
        time.sleep(0.01)


if __name__ == "__main__":
    main()
