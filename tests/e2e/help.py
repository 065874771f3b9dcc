#!/usr/bin/env python3
"""The help button in a mail lesson: all five rungs, by real presses, and then the lesson finished by hand."""
from case import Case, main


class Help(Case):
    """Seed 2 draws the look with a task bar, and Dilan as the friend who wrote."""

    def rung(self, coucou, number, *shown, without=()):
        """Presses help, and waits until that rung shows what it should."""
        coucou.click("help")
        now = coucou.wait_for(
            f"rung {number}, with {', '.join(shown)}",
            lambda now: now["help"] == number and all(place in now["places"] for place in shown))
        for place in without:
            self.assertNotIn(place, now["places"])
        return now

    def says(self, coucou, part):
        coucou.wait_for(f"the tutor to say {part!r}", lambda now: part in now["word"])

    def done(self, coucou, step):
        """Waits until the step is done, and goes on to the next."""
        coucou.wait_for(f"step {step} to be done", lambda now: "next" in now["places"] or now["step"] != step)
        if coucou.state()["step"] == step:
            coucou.click("next")
        coucou.wait_for(f"what comes after step {step}", lambda now: now["step"] != step and "next" not in now["places"])

    def test_five_rungs_of_help_and_then_the_lesson_by_hand(self):
        coucou = self.coucou("--lesson", "mail.reply", seed=2)
        coucou.wait_for_page("player")
        coucou.wait_for_place("stage/bar/clock")
        coucou.target("mail/message/Rendez-vous de jeudi")
        self.done(coucou, "open")

        self.rung(coucou, 1, "word", without=("help/area", "help/ring"))
        self.says(coucou, "Répondre")
        self.show("help-1-words")
        self.rung(coucou, 2, "help/area", without=("help/ring",))
        self.show("help-2-area")
        self.rung(coucou, 3, "help/ring", without=("help/area",))
        self.says(coucou, "Répondre")
        self.show("help-3-thing")
        before = coucou.places()
        self.rung(coucou, 4, "help/ghost", "pause", "repeat", without=("listen",))
        coucou.key("Space")
        self.show("help-4-demonstration")
        coucou.key("Space")
        coucou.wait_for("the demonstration to end", lambda now: "pause" not in now["places"], patience=60)
        self.says(coucou, "À vous maintenant.")
        self.assertIn("stage/mail/toolbar/reply", coucou.places())
        self.assertEqual({name for name in before if name.startswith("stage/mail/")},
                         {name for name in coucou.places() if name.startswith("stage/mail/")})
        self.rung(coucou, 5, "help/ring", without=("help/ghost",))
        self.says(coucou, "Répondre")
        self.show("help-5-together")

        # One after the other, as the bubble says.
        coucou.target("mail/toolbar/reply")
        coucou.wait_for_place("stage/mail/write/send")
        self.says(coucou, "oui")
        # A click among what is quoted leads up again.
        coucou.target("mail/write/body")
        self.says(coucou, "tout en haut")
        self.show("help-5-above-quote")
        coucou.key("Home", "ControlLeft")
        self.says(coucou, "oui")
        self.show("help-5-write")
        coucou.write("oui")
        self.says(coucou, "Envoyer")
        coucou.target("mail/write/send")
        self.done(coucou, "answer")

        self.assertEqual(0, coucou.state()["help"])
        coucou.target("mail/message/Votre livre")
        coucou.target("mail/toolbar/reply")
        coucou.wait_for_place("stage/mail/write/send")
        coucou.write("merci")
        coucou.target("mail/write/send")
        self.done(coucou, "library")
        coucou.target("mail/folder/sent")
        coucou.wait_for_page("summary")


if __name__ == "__main__":
    main()
