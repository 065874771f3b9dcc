#!/usr/bin/env python3
"""`coucou convert`: what it writes can be played, nothing is replaced, and what is left out is told.

usage: convert.py SOURCE_FOLDER PROGRAM
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

KTOUCH = pathlib.Path("/usr/share/ktouch")


class Convert(unittest.TestCase):
    source = None
    program = None

    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="convert-")))
        self.out = self.folder / "out"

    def coucou(self, *words, language="fr_FR.UTF-8"):
        environment = {**os.environ, "LANG": language, "LC_ALL": language, "LANGUAGE": ""}
        return subprocess.run([self.program, *map(str, words)], capture_output=True, text=True, env=environment,
                              check=False)

    def file(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def convert(self, *files, options=(), **more):
        return self.coucou("convert", *files, "--to", self.out, *options, **more)

    def test_questions_become_lessons_without_faults_that_can_be_finished(self):
        done = self.convert(self.source / "tests/lesson/imports/every-kind.gift", options=["--module", "kitchen"])
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertIn("GIFT", done.stdout)
        self.assertEqual(0, self.coucou("lessons", "--lessons", self.out).returncode)
        self.assertEqual(0, self.coucou("prove", "kitchen.quiz-01", "--lessons", self.out).returncode)

    def test_nothing_is_ever_replaced(self):
        words = self.file("mots.txt", "lait\nsel\nchocolat\n")
        self.assertEqual(0, self.convert(words).returncode)
        before = {path: path.read_text() for path in self.out.rglob("*.toml")}
        words.write_text("autre\n", encoding="utf-8")
        again = self.convert(words)
        self.assertEqual(1, again.returncode)
        self.assertIn("existe déjà", again.stderr)
        self.assertEqual(before, {path: path.read_text() for path in self.out.rglob("*.toml")})

    def test_what_cannot_be_read_is_told_and_the_rest_is_done(self):
        broken = self.file("course.xml", "<course><lessons>")
        good = self.file("mots.txt", "lait\nsel\n")
        done = self.convert(broken, good, self.folder / "missing.gift")
        self.assertEqual(1, done.returncode)
        self.assertIn("course.xml:1", done.stderr)
        self.assertTrue((self.out / "mots" / "module.toml").exists())

    def test_it_speaks_english_too(self):
        done = self.convert(self.file("words.txt", "milk\nsalt\nmilk\n"), language="en_US.UTF-8")
        self.assertIn("word list", done.stdout)
        self.assertIn("several times", done.stdout)
        self.assertIn("Write these words.", (self.out / "words" / "short.toml").read_text())

    @unittest.skipUnless(KTOUCH.exists(), "ktouch-data is not installed")
    def test_a_ktouch_course_finds_its_keyboard_by_itself(self):
        done = self.convert(KTOUCH / "courses/fr.xml", KTOUCH / "keyboardlayouts/fr.xml")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertNotIn("n’a pas été trouvé", done.stdout)
        self.assertTrue((self.out / "keyboards" / "fr.toml").exists())
        self.assertEqual(0, self.coucou("lessons", "--lessons", self.out).returncode)


if __name__ == "__main__":
    Convert.source = pathlib.Path(sys.argv[1]).absolute()
    Convert.program = pathlib.Path(sys.argv[2]).absolute()
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
