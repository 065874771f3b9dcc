#!/usr/bin/env python3
"""Without a mouse: everything can be reached, done and left with the keyboard."""
from case import Case, main
from replay import play_step, route
from screen import events


class Keyboard(Case):
    def test_a_learner_without_a_mouse_comes_in_learns_gets_help_and_leaves(self):
        coucou = self.coucou()
        coucou.wait_for_page("welcome")
        coucou.tab_to("new")
        self.show("welcome-focus")
        coucou.key("Enter")
        coucou.wait_for_place("name")
        coucou.write("Noël")
        coucou.key("Enter")
        coucou.wait_for_page("placement-offer")
        coucou.tab_to("begin")
        self.show("placement-offer-focus")
        coucou.key("Enter")
        coucou.wait_for_page("path")
        coucou.tab_to("lesson/keyboard.find")
        self.show("path-focus")
        coucou.key("Enter")
        coucou.wait_for_page("player")

        coucou.key("F1")
        coucou.wait_for_page("player")
        self.show("player-help")
        steps = route(self.program, "keyboard.find")
        first = coucou.state()["step"]
        play_step(coucou, steps[0])
        coucou.wait_for_place("next")
        second = coucou.wait_for("the next step to come by itself", lambda now: now["step"] != first)["step"]
        play_step(coucou, steps[1])
        coucou.tab_to("next")
        coucou.key("Enter")
        coucou.wait_for("the next step", lambda now: now["step"] != second)

        coucou.key("Escape")
        coucou.wait_for_place("leaving/stay")
        coucou.key("Escape")
        coucou.wait_for("the question to close", lambda now: "leaving/stay" not in now["places"])
        coucou.key("Escape")
        coucou.tab_to("leaving/leave")
        coucou.key("Enter")
        coucou.wait_for_page("path")
        coucou.tab_to("settings")
        coucou.key("Enter")
        self.show("settings")
        coucou.key("Escape")
        coucou.tab_to("change")
        coucou.key("Enter")
        coucou.wait_for_page("welcome")
        coucou.close()

        self.assertEqual([first, second], [body["step"] for _, _, body in events(self.data, "step.done")])
        self.assertEqual([first], [body["step"] for _, _, body in events(self.data, "help.used")])

    def test_what_is_typed_very_fast_is_not_lost(self):
        coucou = self.coucou()
        coucou.click("new")
        coucou.wait_for_place("name")
        self.screen.do("type", "--delay", 1, "--", "Maximilienne")
        coucou.key("Enter")
        coucou.wait_for_page("placement-offer")
        coucou.close()
        self.assertEqual(["Maximilienne"], [body["name"] for _, _, body in events(self.data, "learner.joined")])


if __name__ == "__main__":
    main()
