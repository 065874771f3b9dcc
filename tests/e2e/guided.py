#!/usr/bin/env python3
"""A trainer leads a class: the same exercise on other computers, by a spoken code and from a stick."""

import time

from case import Case, main
from screen import centre, events

PLAN = """title   = "Cliquer"
lessons = ["pointer.click", "pointer.double"]
layout  = "azerty-fr"
safety  = 1
look    = "bar"
seed    = 37
"""


def shown_code(coucou):
    """The digits on the trainer's screen."""
    now = coucou.wait_for("the code", lambda now: any(place.startswith("guided/code/") for place in now["places"]))
    place = next(place for place in now["places"] if place.startswith("guided/code/"))
    return place.removeprefix("guided/code/").replace(" ", "")


def exercise(coucou):
    """What is to be seen of the exercise: the step and where its things lie on the stage."""
    now = coucou.state()
    things = {name: place for name, place in now["places"].items() if name.startswith("stage/")}
    return now["step"], things


class Guided(Case):
    def other(self, number, *options):
        """The program on another computer: its data and its draws are its own."""
        self.data = self.folder / f"computer-{number}"
        sticks = () if "--stick" in options else ("--stick", self.folder / "no stick")
        return self.coucou(*options, *sticks, seed=1000 + number)

    def press(self, coucou, widget):
        coucou.click_at(*centre(coucou.wait_for_place(widget)))

    def lead_on(self, coucou):
        step = coucou.state()["step"]
        coucou.key("PageDown")
        return coucou.wait_for("the next step", lambda now: now["step"] != step)["step"]

    def test_steps_go_on_at_the_trainers_key(self):
        trainer = self.other(1, "--lesson", "mail.read", "--guided")
        trainer.wait_for_page("guided")
        self.assertEqual(9, len(shown_code(trainer)))
        self.show("guided")
        trainer.key("PageDown")
        trainer.wait_for_page("player")
        first = trainer.state()["step"]
        trainer.key("F1")
        trainer.wait_for("the demonstration", lambda now: "pause" in now["places"])
        self.show("guided-shown")
        second = self.lead_on(trainer)
        trainer.key("PageUp")
        trainer.wait_for("the step before", lambda now: now["step"] == first)
        self.assertEqual(second, self.lead_on(trainer))
        self.show("guided-player")
        self.press(trainer, "plan")
        trainer.wait_for_place("plan/close")
        self.show("guided-plan")
        trainer.key("Escape")
        trainer.wait_for("the plan to close", lambda now: "plan/close" not in now["places"])
        for _ in range(10):
            if trainer.state()["page"] != "player":
                break
            step = trainer.state()["step"]
            trainer.key("PageDown")
            trainer.wait_for("the next step", lambda now: now["step"] != step or now["page"] != "player")
        trainer.wait_for_page("guided")
        trainer.close()
        self.assertEqual([], events(self.data))

    def test_the_spoken_code_gives_the_same_exercise_on_another_computer(self):
        plan = self.folder / "courrier.toml"
        plan.write_text('lessons = ["mail.read", "mail.reply"]\nlook = "overview"\nseed = 64\n', encoding="utf-8")
        trainer = self.other(1, "--plan", plan, "--guided")
        code = shown_code(trainer)
        trainer.key("PageDown")
        trainer.wait_for_page("player")
        trainer.wait_for("the desktop", lambda now: "stage/desktop/ground" in now["places"])
        led = self.at_rest(trainer)
        trainer.kill()

        learner = self.other(2)
        learner.wait_for_page("welcome")
        learner.click("code")
        learner.wait_for_page("code")
        for digit in code[:3]:
            learner.click(f"digit/{digit}")
        for digit in code[3:-1]:
            learner.key(f"Digit{digit}")
        self.show("code")
        wrong = str((int(code[-1]) + 1) % 10)
        learner.key(f"Digit{wrong}")
        learner.key("Enter")
        learner.wait_for_place("code/said")
        self.show("code-told")
        learner.key("Backspace")
        learner.key(f"Digit{code[-1]}")
        learner.key("Enter")
        learner.wait_for_page("welcome")
        learner.click("new")
        learner.click("start")
        learner.wait_for_page("player")
        learner.wait_for("the desktop", lambda now: "stage/desktop/ground" in now["places"])
        step, things = self.at_rest(learner)
        self.assertEqual(led[0], step)
        self.assertEqual(sorted(led[1]), sorted(things))
        learner.close()
        started = [body for _, _, body in events(self.data, "lesson.started")]
        self.assertEqual([("mail.read", 64, "overview", "guided")],
                         [(body["lesson"], body["seed"], body["look"], body["purpose"]) for body in started])

    def test_a_stick_carries_the_plan(self):
        stick = self.folder / "stick"
        stick.mkdir()
        plan = self.folder / "plan.toml"
        plan.write_text(PLAN, encoding="utf-8")
        trainer = self.other(1, "--plan", plan, "--guided", "--stick", stick)
        trainer.click("guided/copy")
        carried = stick / "COUCOU" / "plan.toml"
        trainer.wait_for("the plan on the stick", lambda now: carried.exists())
        trainer.key("PageDown")
        trainer.wait_for_page("player")
        led = self.at_rest(trainer)
        trainer.close()
        self.assertEqual([carried], [file for file in stick.rglob("*") if file.is_file()])
        before = carried.read_bytes(), carried.stat().st_mtime_ns

        learner = self.other(2, "--stick", stick)
        learner.click("stick")
        self.show("welcome-plan")
        learner.click("guest")
        learner.wait_for_page("player")
        self.assertEqual(led[0], self.at_rest(learner)[0])
        learner.close()
        self.assertEqual(before, (carried.read_bytes(), carried.stat().st_mtime_ns))
        self.assertEqual([], events(self.data))

    def test_a_plan_is_composed_with_the_keyboard_and_kept(self):
        trainer = self.other(1, "--compose")
        trainer.wait_for_page("compose")
        for lesson in ("pointer.hold", "pointer.lift"):
            trainer.tab_to(f"pick/{lesson}")
            trainer.key("Space")
            trainer.wait_for("the lesson in the plan", lambda now: f"up/{lesson}" in now["places"])
        trainer.tab_to("down/pointer.hold")
        trainer.key("Enter")
        trainer.click("compose/title")
        trainer.write("Souris")
        self.show("compose")
        trainer.click("compose/keep")
        kept = self.data / "plans" / "souris.toml"
        trainer.wait_for("the plan to be kept", lambda now: kept.exists())
        self.assertIn('lessons  = ["pointer.lift", "pointer.hold"]', kept.read_text(encoding="utf-8"))
        trainer.click("compose/start")
        trainer.wait_for_page("guided")
        trainer.close()

    def at_rest(self, coucou):
        """The exercise, when nothing glides any more."""
        before = None
        for _ in range(50):
            now = exercise(coucou)
            if now == before:
                break
            before = now
            time.sleep(0.2)
        return now


if __name__ == "__main__":
    main()
