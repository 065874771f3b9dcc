#!/usr/bin/python3
"""What authors do on the command line: `coucou new` and `coucou lint`.

usage: authors.py SOURCE_FOLDER COUCOU

A new lesson can be finished and keeps all rules, in each language; a new site's form works; nothing is overwritten.
`coucou lint` finds what it is asked to look at, in its three forms, and the shipped lessons keep all rules.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

SITE_LESSON = """
id     = "garden.visit"
title  = "{title}"
can_do = "{can_do}"
[start.browser]
open = ["{address}"]
[[step]]
name = "send"
say  = "{say}"
goal = {{ form.answer = {{ site = "{address}", form = "{form}", field = "{field}", value = "any" }} }}
[[step]]
name = "seen"
say  = "{say}"
goal = {{ browser.page = {{ site = "{address}", file = "{page}" }} }}
"""
WORDS = {
    "fr": {"title": "Le site", "can_do": "Je sais écrire à une association.", "say": "Remplissez la page, puis envoyez.",
           "address": "www.amis.exemple.fr", "form": "inscription", "field": "nom", "page": "merci.html"},
    "en": {"title": "The site", "can_do": "I can write to a club on its page.",
           "say": "Write your name into this page, and then send it to them.", "address": "www.amis.example.org",
           "form": "signup", "field": "name", "page": "thanks.html"},
}


class Authors(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="coucou-authors-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def coucou(self, *arguments, status=0, language="fr"):
        environment = {**os.environ, "LC_ALL": {"fr": "fr_FR.UTF-8", "en": "en_GB.UTF-8"}[language]}
        answer = subprocess.run([COUCOU, *map(str, arguments)], capture_output=True, text=True, env=environment,
                                cwd=self.folder, check=False)
        self.assertEqual(answer.returncode, status, answer.stdout + answer.stderr)
        return answer.stdout + answer.stderr

    def test_a_new_lesson_plays_at_once_and_keeps_all_rules(self):
        for language in "fr", "en":
            with self.subTest(language):
                lessons = self.folder / language
                said = self.coucou("new", "garden.water", "--lessons", lessons, language=language)
                self.assertIn(f"{lessons}/garden/water.toml", said)
                self.assertIn('id      = "garden.water"', (lessons / "garden/water.toml").read_text())
                self.coucou("lessons", "--lessons", lessons)
                self.coucou("prove", "--lessons", lessons)
                self.coucou("lint", lessons)
                self.coucou("new", "garden.dig", "--lessons", lessons, language=language)
                self.coucou("lint", lessons)
        self.assertNotEqual((self.folder / "fr/garden/water.toml").read_text(),
                            (self.folder / "en/garden/water.toml").read_text())

    def test_a_new_site_has_a_form_that_works(self):
        for language, words in WORDS.items():
            with self.subTest(language):
                lessons = self.folder / language
                self.coucou("new", "garden.visit", "--lessons", lessons, language=language)
                self.coucou("new", "amis", "--site", "--lessons", lessons, language=language)
                told = self.coucou("lint", lessons, status=1)
                self.assertIn("sites/amis/site.toml", told)
                self.assertEqual(told.count("[unused-file]"), len(told.splitlines()) - 1, told)
                (lessons / "garden/visit.toml").write_text(SITE_LESSON.format(**words))
                self.coucou("lint", lessons)
                self.coucou("prove", "--lessons", lessons)

    def test_nothing_is_ever_overwritten(self):
        self.coucou("new", "garden.water")
        lesson = self.folder / "garden/water.toml"
        lesson.write_text("mine")
        module = self.folder / "garden/module.toml"
        module.write_text("mine too")
        self.assertIn("garden/water.toml", self.coucou("new", "garden.water", status=2))
        self.coucou("new", "garden.dig")
        self.coucou("new", "amis", "--site")
        self.assertIn("sites/amis", self.coucou("new", "amis", "--site", status=2))
        self.assertEqual((lesson.read_text(), module.read_text()), ("mine", "mine too"))

    def test_a_name_that_cannot_be_is_refused_and_nothing_made(self):
        for name in "garden", "Garden.water", "garden.", ".water", "../a.b", "a.b/c", "sites.a", "garden.module", "a.b.c":
            self.coucou("new", name, status=2)
        for name in "../a", "A", "a/b", "a.b":
            self.coucou("new", name, "--site", status=2)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_the_shipped_lessons_keep_all_rules(self):
        told = self.coucou("lint", ROOT / "lessons")
        self.assertEqual(len(told.splitlines()), 1, told)

    def test_only_what_was_asked_for_is_told(self):
        bad = ROOT / "tests/lesson/lint/jargon/bad"
        self.assertIn("[jargon]", self.coucou("lint", bad, status=1))
        self.assertIn("[jargon]", self.coucou("lint", bad / "garden/water.toml", status=1))
        self.assertIn("[jargon]", self.coucou("lint", bad / "garden", status=1))
        self.coucou("lint", bad / "garden/dig.toml")
        self.coucou("new", "garden.water")
        water = self.folder / "garden/water.toml"
        water.write_text(water.read_text().replace("La plante a soif.", "Ta plante a soif."))
        for path in "garden/water.toml", "garden", "./garden/", ".", "garden/../garden/water.toml":
            self.assertTrue(self.coucou("lint", path, status=1).startswith("garden/water.toml:"), path)
        self.coucou("lint", "garden/module.toml")
        self.assertIn("file", self.coucou("lint", bad / "nothing.toml", status=2, language="en"))

    def test_editors_and_programs_can_read_the_findings(self):
        bad = ROOT / "tests/lesson/lint/long-sentence/bad"
        lines = self.coucou("lint", bad, "--format", "compiler", status=1).splitlines()
        for line in lines:
            self.assertRegex(line, r"^/[^:]+:[0-9]+:[0-9]+: (warning|error): .+ \[[a-z-]+\]$")
        findings = json.loads(self.coucou("lint", bad, "--format", "json", status=1))["findings"]
        self.assertEqual(len(findings), len(lines))
        place = re.match(r"(.+):(\d+):(\d+): ", lines[0])
        self.assertEqual((findings[0]["file"], str(findings[0]["line"]), str(findings[0]["column"])), place.groups())
        self.assertEqual((findings[0]["rule"], findings[0]["severity"]), ("long-sentence", "warning"))
        self.coucou("lint", bad, "--format", "xml", status=2)

    def test_every_rule_explains_itself_in_both_languages(self):
        rules = [line.split()[0] for line in self.coucou("lint", "--explain", "all").splitlines()]
        self.assertGreaterEqual(len(rules), 19)
        for rule in rules:
            pages = {self.coucou("lint", "--explain", rule, language=language) for language in ("fr", "en")}
            self.assertEqual(len(pages), 2, rule)
            for page in pages:
                self.assertTrue(page.startswith(rule) and len(page) > 200, page)
                self.assertNotIn("lint." + rule, page)
        self.assertIn("jargon", self.coucou("lint", "--explain", "jargn", status=2))


if __name__ == "__main__":
    ROOT, COUCOU = pathlib.Path(sys.argv[1]).resolve(), os.path.abspath(sys.argv[2])
    unittest.main(argv=sys.argv[:1])
