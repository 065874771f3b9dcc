#!/usr/bin/env python3
"""Somebody new shows what they can do, learns, goes home, and is asked the next day whether it is still known."""
from case import Case, main
from replay import play, play_step, route
from screen import events


class Levels(Case):
    def test_placement_two_lessons_and_the_next_day_a_review_and_a_level(self):
        coucou = self.coucou("--clock", "2026-12-01 09:00")
        coucou.click("new")
        coucou.wait_for_place("name")
        coucou.write("Awa")
        coucou.click("start")
        coucou.wait_for_page("placement-offer")
        self.show("levels-1-offer")
        coucou.click("discover")
        self.show("levels-2-task")
        first = self.play_part(coucou)
        self.assertEqual(("pointer.click", "placement"), (first["lesson"], first["purpose"]))
        self.show("levels-3-next-task")
        self.assertNotEqual(first["lesson"], self.started()["lesson"], "the second task is of another lesson")
        coucou.click("leave")
        coucou.wait_for_page("placed")
        self.show("levels-4-placed")
        placed = [body for _, _, body in events(self.data, "placement.done")]
        self.assertEqual(1, len(placed))
        self.assertIn("pointer.click", placed[0]["known"])
        self.assertIn("pointer.hold", placed[0]["known"])
        self.assertEqual([], events(self.data, "lesson.done"), "a task is not a lesson")
        coucou.click("path")
        coucou.wait_for_page("path")
        self.show("levels-5-path")

        for lesson in ("pointer.click", "pointer.which"):
            coucou.click(f"lesson/{lesson}")
            coucou.wait_for_page("player")
            play(coucou, route(self.program, lesson))
            coucou.wait_for_page("summary")
            coucou.click("path")
            coucou.wait_for_page("path")
        self.assertEqual([], events(self.data, "level.reached"), "one day alone makes no level")
        coucou.click("level/pointer")
        self.show("levels-6-first-day")
        coucou.close()

        coucou = self.coucou("--clock", "2026-12-02 09:00")
        coucou.click(self.known_learner(coucou))
        coucou.wait_for_page("review-offer")
        self.show("levels-7-review-offer")
        coucou.click("review")
        self.show("levels-8-review")
        review = self.play_part(coucou)
        self.assertEqual("review", review["purpose"])
        self.assertNotEqual(7, review["seed"], "a review draws other things than the last time")
        self.show("levels-9-reviewed")
        self.assertEqual("reviewed", coucou.state()["page"])
        reached = [body for _, _, body in events(self.data, "level.reached")]
        self.assertEqual([{"level": 1, "skill": "pointer"}], reached)
        coucou.click("path")
        coucou.wait_for_page("path")
        coucou.click("level/pointer")
        self.show("levels-10-next-day")
        coucou.close()

        # Nobody is asked twice on one day.
        coucou = self.coucou("--clock", "2026-12-02 15:00")
        coucou.click(self.known_learner(coucou))
        coucou.wait_for_page("path")
        coucou.close()

    def started(self):
        """The body of the last start of a lesson."""
        return events(self.data, "lesson.started")[-1][2]

    def play_part(self, coucou):
        """Plays the steps of a lesson that are asked for, without help; gives the body of its start."""
        coucou.wait_for_page("player")
        step = coucou.wait_for("a step to begin", lambda now: now["step"])["step"]
        started = self.started()
        for inputs in route(self.program, started["lesson"], seed=started["seed"], step=step):
            play_step(coucou, inputs)
            coucou.wait_for(f"step {step} to be done", lambda now: "next" in now["places"] or now["step"] != step)
            coucou.tab_to("next", lambda now: now["step"] != step)
            if coucou.state()["step"] == step:
                coucou.key("Enter")
            step = coucou.wait_for(f"what comes after step {step}", lambda now: now["step"] != step)["step"]
            if coucou.state()["page"] != "player" or self.started() != started:
                break
        return started


if __name__ == "__main__":
    main()
