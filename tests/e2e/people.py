#!/usr/bin/env python3
"""Very many learners on one computer, and their progress carried to another one."""

import contextlib
import sqlite3
import subprocess

from case import Case, main

PASSPHRASE = "cheval agrafe nuage lampe"


class People(Case):
    def test_among_very_many_one_finds_oneself_by_ones_name(self):
        self.make_store(500)
        coucou = self.coucou()
        coucou.wait_for_page("welcome")
        self.show("people-many")
        self.wait_for_people(coucou, 11)
        coucou.click("find")
        coucou.write("zo")
        self.wait_for_people(coucou, 1)
        self.show("people-found")
        coucou.write("xx")
        self.wait_for_people(coucou, 0)
        self.show("people-none")
        for _ in range(3):
            coucou.key("Backspace")
        self.wait_for_people(coucou, 1)
        coucou.click(self.known_learner(coucou))
        coucou.wait_for_page("path")
        self.show("people-signed-in")
        coucou.close()

    def test_progress_goes_to_another_computer_in_a_sealed_file(self):
        self.make_store(20)
        secret = self.folder / "passphrase"
        secret.write_text(PASSPHRASE + "\n")
        stick = self.folder / "stick"
        stick.mkdir()
        self.verb("export", stick, "--data", self.data, "--passphrase-file", secret)
        [sealed] = stick.iterdir()
        self.assertEqual(".coucou", sealed.suffix)
        self.assertNotIn(b"Zo", sealed.read_bytes())
        other = self.folder / "other"
        for _ in range(2):
            self.verb("import", stick, "--data", other, "--passphrase-file", secret)
        self.assertEqual(self.events(self.data), self.events(other))
        # The computer that had no passphrase has this one now; another one opens nothing.
        secret.write_text("not this passphrase\n")
        self.verb("export", stick, "--data", other, "--passphrase-file", secret, status=2)
        self.verb("import", stick, "--data", other, "--passphrase-file", secret, status=1)
        # A file that was cut short is refused whole.
        secret.write_text(PASSPHRASE)
        sealed.write_bytes(sealed.read_bytes()[:-1])
        third = self.folder / "third"
        self.verb("import", sealed, "--data", third, "--passphrase-file", secret, status=1)
        self.assertEqual([], self.events(third))

    def verb(self, *arguments, status=0):
        done = subprocess.run([self.program, *map(str, arguments)], capture_output=True, text=True, timeout=60)
        self.assertEqual(status, done.returncode, done.stdout + done.stderr)

    def events(self, data):
        with contextlib.closing(sqlite3.connect(data / "coucou.db")) as database:
            return list(database.execute("SELECT * FROM event ORDER BY origin, sequence"))

    def wait_for_people(self, coucou, count):
        coucou.wait_for(f"{count} people", lambda now: self.offered(now["places"]) == count)

    @staticmethod
    def offered(places):
        return sum(place.startswith("learner/") for place in places)

    def make_store(self, count):
        coucou = self.coucou()
        coucou.wait_for_page("welcome")
        coucou.close()
        names = ["Zoé", *(f"{name} {number}" for number in range(count) for name in ("Ana",))][:count]
        with contextlib.closing(sqlite3.connect(self.data / "coucou.db")) as database, database:
            for number, name in enumerate(names):
                learner = f"{number:032x}"
                body = f'{{"language":"fr","name":"{name}","picture":"avatar-fish"}}'
                database.execute(
                    "INSERT INTO event VALUES (?, ?, ?, ?, 'learner.joined', ?)",
                    ("ab" * 16, number + 1, learner, 1_790_000_000_000 + number, body),
                )
                database.execute("INSERT INTO card(learner, folded_on) VALUES (?, -2)", (learner,))


if __name__ == "__main__":
    main()
