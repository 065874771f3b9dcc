#!/usr/bin/env python3
"""A learner comes, learns with the mouse and the keyboard, goes home, and comes back."""

from case import Case, main
from replay import play, route
from screen import events


def lessons_done(data):
    return [body["lesson"] for _, _, body in events(data, "lesson.done")]


class Story(Case):
    def test_what_a_learner_has_done_is_still_done_when_they_come_back(self):
        coucou = self.coucou()
        coucou.wait_for_page("welcome")
        self.show("welcome")
        coucou.click("new")
        coucou.click("avatar-cat")
        coucou.click("name")
        coucou.write("Inès")
        self.show("welcome-new")
        coucou.click("start")
        coucou.wait_for_page("placement-offer")
        coucou.click("begin")
        coucou.wait_for_page("path")
        self.show("path")
        before = self.card(coucou, "lesson/pointer.click"), self.card(coucou, "lesson/keyboard.space")

        self.learn(coucou, "pointer.click")
        coucou.click("path")
        coucou.wait_for_page("path")
        self.learn(coucou, "keyboard.space")
        coucou.close()

        joined = [body for _, _, body in events(self.data, "learner.joined")]
        self.assertEqual(["Inès"], [learner["name"] for learner in joined])
        self.assertEqual(["avatar-cat"], [learner["picture"] for learner in joined])
        self.assertEqual(["pointer.click", "keyboard.space"], lessons_done(self.data))
        self.assertEqual({"alone"}, {body["outcome"] for _, _, body in events(self.data, "step.done")})

        coucou = self.coucou()
        coucou.wait_for_page("welcome")
        self.show("welcome-again")
        coucou.click(self.known_learner(coucou))
        coucou.wait_for_page("path")
        self.show("path-again")
        after = self.card(coucou, "lesson/pointer.click"), self.card(coucou, "lesson/keyboard.space")
        self.assertNotEqual(before[0], after[0], "the mouse lesson looks as if it had not been done")
        self.assertNotEqual(before[1], after[1], "the typing lesson looks as if it had not been done")
        coucou.close()

    def learn(self, coucou, lesson):
        coucou.click(f"lesson/{lesson}")
        coucou.wait_for_page("player")
        self.show(f"player-{lesson}")
        done = []

        def at_step(step):
            if not done:
                self.show(f"player-{lesson}-done")
            done.append(step)

        play(coucou, route(self.program, lesson), at_step)
        coucou.wait_for_page("summary")
        self.show(f"summary-{lesson}")

    def card(self, coucou, widget):
        """The pixels of a card of the path, while nothing points at it."""
        x, y, width, height = map(round, coucou.bring_into_view(widget))
        self.screen.move(2, self.size[1] - 2)
        x, y, width, height = map(round, coucou.wait_for_place(widget))
        return [row[3 * x:3 * (x + width)] for row in self.screen.pixels()[y:y + height]]


if __name__ == "__main__":
    main()
