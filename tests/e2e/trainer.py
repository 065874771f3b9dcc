#!/usr/bin/env python3
"""A trainer signs in, sees who needs help, looks at a learner's progress and at a session, and adds a class."""
import contextlib
import json
import sqlite3

from case import Case, main
from replay import play, route
from screen import events

PASSPHRASE = "cheval agrafe nuage lampe"
NOW = 1_796_115_600_000  # 2026-12-01 09:00 UTC, in ms
CLOCK = "2026-12-01 09:00"
DAY = 24 * 3600 * 1000
MINUTE = 60 * 1000


class History:
    """What learners did in the weeks before, written as a store has it."""

    def __init__(self, data):
        self.database = sqlite3.connect(data / "coucou.db")
        self.sequence = 0

    def add(self, learner, days_ago, kind, **body):
        self.sequence += 1
        at = NOW - days_ago * DAY + self.sequence * MINUTE // 4
        self.database.execute("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)",
                              ("cd" * 16, self.sequence, learner, at, kind, json.dumps(body)))

    def learner(self, number, name, picture, group):
        learner = f"{number:032x}"
        self.add(learner, 40, "learner.joined", name=name, picture=picture, language="fr")
        self.add(learner, 40, "learner.group", group=group)
        self.database.execute("INSERT INTO card(learner, folded_on) VALUES (?, -2)", (learner,))
        return learner

    def lesson(self, learner, days_ago, lesson, outcome="alone", done=True, **measures):
        self.add(learner, days_ago, "lesson.started", lesson=lesson, seed=days_ago, language="fr", again=False, level=1,
                 look="", purpose="")
        for step in range(4 if done else 0):
            self.add(learner, days_ago, "step.done", lesson=lesson, step=f"step-{step}", outcome=outcome, slips=0,
                     help=4 if outcome == "shown" else 0, of=5, time=MINUTE, measures=measures)
        if done:
            self.add(learner, days_ago, "lesson.done", lesson=lesson, outcome=outcome)
        else:
            self.add(learner, days_ago, "lesson.left", lesson=lesson, step="first")

    def close(self):
        self.database.commit()
        self.database.close()


class Trainer(Case):
    def open_door(self, *options):
        coucou = self.coucou(*options)
        coucou.click("trainer")
        coucou.wait_for_page("sign-in")
        coucou.wait_for("the field", lambda now: now.get("focus") == "passphrase")
        return coucou

    def sign_in_first(self, *options):
        coucou = self.open_door(*options)
        coucou.write(PASSPHRASE)
        coucou.key("Enter")
        coucou.wait_for("the second field", lambda now: now.get("focus") == "passphrase-again")
        coucou.write(PASSPHRASE)
        self.show("trainer-first-passphrase")
        coucou.key("Enter")
        coucou.wait_for_page("board")
        return coucou

    def rows(self, coucou):
        """The learners whom the board shows, from above."""
        places = coucou.places()
        return sorted((place for place in places if place.startswith("learner/")), key=lambda place: places[place][1])

    def make_class(self):
        with contextlib.closing(History(self.data)) as history:
            karim = history.learner(1, "Karim", "avatar-boat", "Lundi")
            history.lesson(karim, 9, "pointer.click", throughput=2.2)
            for _ in range(3):
                history.lesson(karim, 2, "mail.attach", done=False)
            denise = history.learner(2, "Denise", "avatar-teapot", "Lundi")
            for days_ago, speed in ((28, 8), (21, 9.5), (14, 11), (7, 13), (1, 14)):
                history.lesson(denise, days_ago, "keyboard.words", words_per_minute=speed)
                history.lesson(denise, days_ago, "pointer.drag", throughput=speed / 5)
            paul = history.learner(3, "Paul", "avatar-tree", "Jeudi")
            history.lesson(paul, 1, "pointer.click", "shown", throughput=1.1)
            history.lesson(paul, 1, "pointer.which", "shown", throughput=1.2)

    def test_who_needs_help_a_learners_page_a_session_again_and_a_class_list(self):
        coucou = self.coucou("--clock", CLOCK)
        self.become(coucou, "Awa")
        coucou.click("lesson/pointer.click")
        coucou.wait_for_page("player")
        play(coucou, route(self.program, "pointer.click"))
        coucou.wait_for_page("summary")
        coucou.close()
        self.make_class()
        (self.data / "classes").mkdir()
        (self.data / "classes" / "lundi.csv").write_bytes("Prénom;Groupe\r\nÉmile;Lundi\r\nKarim;Lundi\r\n".encode("cp1252"))

        coucou = self.sign_in_first("--clock", CLOCK)
        coucou.wait_for("the rows", lambda now: sum(place.startswith("learner/") for place in now["places"]) == 4)
        self.show("trainer-board")
        karim, paul = f"learner/{1:032x}", f"learner/{3:032x}"
        self.assertEqual([karim, paul], self.rows(coucou)[:2], "who is stuck comes first, who was shown much next")
        coucou.click("group/Jeudi")
        coucou.wait_for("one group", lambda now: karim not in now["places"] and paul in now["places"])
        coucou.click("group/")

        coucou.click(f"learner/{2:032x}")
        coucou.wait_for_page("learner")
        self.show("trainer-learner")
        coucou.click("learner.tab.measures")
        coucou.wait_for_place("plot/keyboard")
        self.show("trainer-plots")
        coucou.key("Escape")
        coucou.wait_for_page("board")

        awa = next(learner for _, learner, body in events(self.data, "learner.joined") if body["name"] == "Awa")
        coucou.click(f"learner/{awa}")
        coucou.click("learner.tab.sessions")
        coucou.wait_for("a session", lambda now: any(place.startswith("session/") for place in now["places"]))
        self.show("trainer-sessions")
        coucou.click(next(place for place in coucou.places() if place.startswith("session/")))
        coucou.wait_for_page("replay")
        coucou.click("replay.speed.sixteen")
        coucou.wait_for("the end of the session", lambda now: "replay/same" in now["places"], 60)
        self.show("trainer-replay")
        coucou.click("leave")
        coucou.wait_for_page("learner")
        coucou.click("back")
        coucou.wait_for_page("board")

        coucou.click("more")
        coucou.click("class-lists")
        coucou.click("class/lundi.csv")
        coucou.wait_for("Émile", lambda now: len(events(self.data, "learner.joined")) == 5)
        self.show("trainer-class-list")
        coucou.key("Escape")
        coucou.click("more")
        coucou.click("retention")
        coucou.click("months/6")
        coucou.wait_for("the choice", lambda now: events(self.data, "trainer.settings"))
        coucou.key("Escape")
        coucou.click("guided")
        self.lead_from_the_board(coucou)
        coucou.click("leave")
        coucou.wait_for_page("welcome")
        coucou.close()

    def lead_from_the_board(self, coucou):
        """A guided exercise is put together, led for a step, and ended."""
        coucou.wait_for_page("compose")
        coucou.click("pick/pointer.click")
        coucou.wait_for_place("up/pointer.click")
        self.show("trainer-compose")
        coucou.click("compose/start")
        coucou.wait_for_page("guided")
        self.show("trainer-guided")
        coucou.key("PageDown")
        coucou.wait_for_page("player")
        step = coucou.state()["step"]
        coucou.key("PageDown")
        coucou.wait_for("the next step", lambda now: now["step"] != step)
        self.show("trainer-guided-step")
        coucou.click("leave")
        coucou.click("leaving/leave")
        coucou.wait_for_page("guided")
        coucou.click("guided/end")
        coucou.wait_for_page("board")

    def test_a_wrong_passphrase_is_told_kindly_and_waits_after_some_tries(self):
        coucou = self.sign_in_first()
        coucou.click("leave")
        coucou.wait_for_page("welcome")
        coucou.click("trainer")
        coucou.wait_for_page("sign-in")
        self.try_wrong(coucou, 3)
        self.show("trainer-wait")
        coucou.close()

        coucou = self.open_door()
        coucou.write(PASSPHRASE)
        coucou.key("Enter")
        self.assertIn("waits", coucou.places(), "closing the program takes no try back")
        coucou.wait_for("the wait to be over", lambda now: "waits" not in now["places"])
        coucou.key("Enter")
        coucou.wait_for_page("board")
        coucou.close()

    def try_wrong(self, coucou, times):
        for _ in range(times):
            coucou.wait_for("the field", lambda now: now.get("focus") == "passphrase")
            coucou.key("Backspace")
            coucou.write("autre chose")
            coucou.key("Enter")
            coucou.wait_for("the check", lambda now: "checking" in now["places"])
            coucou.wait_for("an answer", lambda now: {"word", "waits"} & set(now["places"]))


if __name__ == "__main__":
    main()
