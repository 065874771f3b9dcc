#!/usr/bin/env python3
"""A quiz, answered with the mouse and with the keyboard alone."""
from case import Case, main


class Quiz(Case):
    def begun(self):
        coucou = self.coucou("--lesson", "safety.signs", "--layout", "azerty-fr")
        coucou.wait_for_page("player")
        coucou.wait_for_place("stage/quiz/answer/1")
        return coucou

    def done(self, coucou, step):
        """Waits until the step is done, and goes on to the next."""
        coucou.wait_for(f"step {step} to be done", lambda now: "next" in now["places"] or now["step"] != step)
        if coucou.state()["step"] == step:
            coucou.click("next")
        coucou.wait_for(f"what comes after {step}", lambda now: now["step"] != step and "next" not in now["places"])

    def test_another_answer_can_be_given_and_pairs_are_made_with_the_mouse(self):
        coucou = self.begun()
        coucou.target("quiz/answer/2")
        coucou.target("quiz/check")
        self.show("quiz-other-answer")
        coucou.target("quiz/answer/1")
        coucou.target("quiz/check")
        self.show("quiz-answered")
        self.done(coucou, "hurry")
        for answer in (1, 2, 3):
            coucou.target(f"quiz/answer/{answer}")
        coucou.target("quiz/check")
        self.done(coucou, "signs")
        coucou.target("quiz/answer/2")
        coucou.target("quiz/check")
        self.done(coucou, "code")
        for pair in (1, 2, 3):
            coucou.target(f"quiz/left/{pair}")
            coucou.target(f"quiz/right/{pair}")
        self.show("quiz-pairs")
        coucou.click("undo")  # the left side waits for its right side again
        coucou.target("quiz/right/3")
        coucou.target("quiz/check")
        self.done(coucou, "do")
        self.show("quiz-card")
        coucou.target("quiz/next")
        coucou.wait_for_place("stage/quiz/field")
        coucou.write("33700")
        self.show("quiz-field")
        coucou.key("Enter")
        coucou.wait_for("the end", lambda now: "next" in now["places"] or now["page"] == "summary")
        if coucou.state()["page"] != "summary":
            coucou.click("next")
        coucou.wait_for_page("summary")

    def test_a_quiz_is_answered_with_the_keyboard_alone(self):
        coucou = self.begun()
        self.show("quiz-keys")
        for _ in range(3):
            coucou.key("ArrowDown")
        coucou.key("ArrowUp")
        coucou.key("Space")
        self.show("quiz-keys-chosen")
        coucou.key("Enter")
        coucou.key("F1")
        coucou.wait_for_page("player")
        self.show("quiz-help")
        coucou.close()


if __name__ == "__main__":
    main()
