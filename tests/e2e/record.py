#!/usr/bin/env python3
"""A learner's record: opened, printed, taken along, erased by the learner alone; and a guest, who leaves no trace."""
import csv
import hashlib
import json
import pathlib
import re
import subprocess

import xapi
from case import Case, main
from replay import play, route

LESSON = "pointer.which"  # a short one
DAY = "2026-12-01 09:00"


def output_of(*command):
    """What a program says; it must end well."""
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}: {done.returncode}: {done.stderr}"
    return done.stdout


def fingerprint(folder):
    """Every file of a folder, with what is in it."""
    return {str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
            for file in sorted(folder.rglob("*")) if file.is_file()}


class Record(Case):
    def setUp(self):
        super().setUp()
        self.stick = self.folder / "stick"

    def start(self, *options, **more):
        return self.coucou("--clock", DAY, "--stick", self.stick, *options, **more)

    def learn(self, coucou):
        coucou.click(f"lesson/{LESSON}")
        coucou.wait_for_page("player")
        play(coucou, route(self.program, LESSON))
        coucou.wait_for_page("summary")
        coucou.click("path")
        coucou.wait_for_page("path")

    def report(self, *options):
        return output_of(self.program, "report", "--data", self.data, *options)

    def test_a_record_is_read_printed_taken_along_and_erased(self):
        coucou = self.start()
        coucou.wait_for_page("welcome")
        self.become(coucou, "Inès")
        coucou.click("record")
        coucou.wait_for_page("record")
        self.show("record-empty")
        coucou.click("back")
        coucou.wait_for_page("path")
        self.learn(coucou)
        coucou.click("record")
        coucou.wait_for_page("record")
        self.show("record")

        # The booklet: one page of A4, with the line, the day and the name, and nothing else of the person.
        coucou.click("print")
        booklet = self.data / "Documents" / "Carnet Coucou – Inès.pdf"
        coucou.wait_for("the booklet", lambda _: booklet.exists())
        self.show("record-printed")
        self.check_booklet(booklet)

        # Again, onto a stick.
        self.stick.mkdir()
        coucou.click("print")
        on_stick = self.stick / booklet.name
        coucou.wait_for("the booklet on the stick", lambda _: on_stick.exists())
        self.check_booklet(on_stick)

        # The data page; the data as files on the stick.
        coucou.click("your-data")
        coucou.wait_for_page("your-data")
        self.show("your-data")
        coucou.click("take")
        table = self.stick / "Coucou – Inès.csv"
        coucou.wait_for("the table", lambda _: table.exists() and table.with_suffix(".jsonl").exists())
        self.check_reports(table.read_text("utf-8-sig"), table.with_suffix(".jsonl").read_text("utf-8"), names=True)
        self.show("your-data-taken")

        # The verbs give the same, without names. They need the store for themselves.
        coucou.close()
        self.check_reports(self.report("--format", "csv").removeprefix("\ufeff"), self.report("--format", "xapi"),
                           names=False)
        self.assertEqual(self.report("--format", "xapi"), self.report("--format", "xapi", "--learner", "ines"))
        output_of(self.program, "booklet", "--data", self.data, "--learner", "Inès", self.folder / "verb.pdf")
        self.assertIn("A4", output_of("pdfinfo", self.folder / "verb.pdf"))

        # Two presses, with a question between them, and all is forgotten but what is on the stick.
        coucou = self.start()
        coucou.click(self.known_learner(coucou))
        coucou.wait_for_page("path")
        coucou.click("settings")
        coucou.click("your-data")
        coucou.wait_for_page("your-data")
        coucou.click("erase")
        coucou.wait_for_place("erase/yes")
        self.show("your-data-ask")
        coucou.click("erase/keep")
        coucou.wait_for("the question to be gone", lambda now: "erase/yes" not in now["places"])
        learner = self.learner_id()
        self.assertTrue(list(self.data.glob(f"recordings/{learner}/*")))
        coucou.click("erase")
        coucou.click("erase/yes")
        coucou.wait_for_page("welcome")
        self.show("welcome-erased")
        self.assertFalse([place for place in coucou.places() if place.startswith("learner/")])
        coucou.close()
        self.assertFalse(booklet.exists())
        self.assertTrue(on_stick.exists())
        self.assertEqual("", self.report("--format", "xapi"))
        self.check_nothing_left("Inès".encode(), LESSON.encode())
        self.assertEqual([], [file for file in self.data.rglob("*") if learner in str(file)])

    def check_booklet(self, file):
        told = output_of("pdfinfo", file)
        self.assertRegex(told, r"Pages:\s+1\n")
        self.assertIn("(A4)", told)
        text = re.sub(r"\s+", " ", output_of("pdftotext", "-layout", file, "-"))
        for words in ("Inès", "Je sais quel bouton de la souris utiliser.", "le 1er décembre 2026", "sans aide",
                      "DigComp 2.2", "Identifier les besoins et les réponses technologiques", "Pix",
                      "Évoluer dans un environnement numérique"):
            self.assertIn(words, text)
        self.assertNotIn(self.learner_id(), text)
        self.assertNotIn(self.learner_id(), told)

    def learner_id(self):
        """The learner's id, from the recordings' folder."""
        return next(self.data.glob("recordings/*")).name

    def check_reports(self, table, lines, names):
        rows = list(csv.reader(table.splitlines()))
        self.assertTrue(all(len(row) == len(rows[0]) for row in rows))
        steps = [row for row in rows[1:] if LESSON in row]
        self.assertEqual(len(rows) - 1, len(steps))
        statements = [json.loads(line) for line in lines.splitlines()]
        for statement in statements:
            self.assertEqual([], xapi.faults(statement))
        self.assertEqual(len(statements), len({statement["id"] for statement in statements}))
        done = [statement for statement in statements if statement["verb"]["id"].endswith("/completed")]
        self.assertEqual(len(steps), len(done))
        self.assertEqual(names, "Inès" in lines)
        self.assertEqual(names, "Inès" in table)

    def check_nothing_left(self, *words):
        for file in self.data.rglob("*"):
            if file.is_file():
                content = file.read_bytes()
                for word in words:
                    self.assertNotIn(word, content, f"{word} in {file}")

    def test_the_check_of_statements_finds_what_is_wrong(self):
        good = {"id": "2ed4c1a2-52c4-5b4f-8a1c-0f3f6f1f7a11",
                "actor": {"account": {"homePage": "urn:coucou:learners", "name": "x"}},
                "verb": {"id": "http://adlnet.gov/expapi/verbs/completed", "display": {"en": "completed"}},
                "object": {"id": "urn:coucou:lesson:mail.reply"},
                "result": {"score": {"scaled": 1}, "duration": "PT1.50S", "success": True},
                "timestamp": "2026-12-01T09:00:00.000Z"}
        self.assertEqual([], xapi.faults(good))
        for key, wrong in (("id", "1"), ("actor", {"account": {"homePage": "x y", "name": "x"}}),
                           ("verb", {"id": "completed"}), ("object", {"id": "mail reply"}), ("more", 1),
                           ("result", {"score": {"scaled": 2}}), ("result", {"duration": "1 s"}),
                           ("result", {"success": "yes"}), ("context", {"registration": "x"}),
                           ("context", {"extensions": {"seed": 1}}), ("timestamp", "2026-12-01T09:00:00+01:00")):
            with self.subTest(key=key, wrong=wrong):
                self.assertNotEqual([], xapi.faults(good | {key: wrong}))

    def test_a_guest_leaves_no_trace(self):
        # The folder as a program leaves it that nobody used.
        coucou = self.start()
        coucou.wait_for_page("welcome")
        coucou.close()
        before = fingerprint(self.data)
        coucou = self.start()
        coucou.wait_for_page("welcome")
        coucou.click("guest")
        coucou.wait_for_page("path")
        self.learn(coucou)
        coucou.click("record")
        coucou.wait_for_page("record")
        coucou.click("print")
        self.show("record-guest")
        coucou.click("your-data")
        coucou.wait_for_page("your-data")
        self.assertNotIn("erase", coucou.places())
        self.show("your-data-guest")
        coucou.close()
        self.assertEqual(before, fingerprint(self.data))
        self.check_nothing_left(LESSON.encode())


if __name__ == "__main__":
    main()
