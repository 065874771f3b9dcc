#!/usr/bin/env python3
"""The booklet is one page of A4 whatever is in it, says all of it, and is written whole or not at all.

usage: booklet.py COUCOU_BOOKLET COUCOU SOURCE_FOLDER [UNITTEST OPTION...]
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import tomllib
import unittest


def output_of(*command):
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True).stdout


def can_do_lines(lessons):
    """Module by module: its title and picture, and the can-do sentences with their pictures."""
    modules = [(tomllib.loads(file.read_text("utf-8")), file.parent) for file in lessons.glob("*/module.toml")]
    for module, folder in sorted(modules, key=lambda one: one[0].get("order", 0)):
        lines = []
        for lesson in module["lessons"]:
            read = tomllib.loads((folder / f"{lesson.split('.')[1]}.toml").read_text("utf-8"))
            lines.append((read["can_do"], read.get("picture", module.get("picture", ""))))
        yield module["title"], module.get("picture", ""), lines


def squeezed(text):
    """Without blanks and line ends, which depend on where lines are broken."""
    return re.sub(r"[\s\u00a0\u202f-]+", "", text)


class Booklet(unittest.TestCase):
    program = coucou = source = None

    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="booklet-")))
        self.file = self.folder / "booklet.pdf"

    def description(self, count, levels=True, name="Inès"):
        modules = list(can_do_lines(self.source / "lessons"))
        groups = []
        while count > 0:
            for title, picture, lines in modules:
                taken = [{"text": text, "picture": art, "note": "le 1er décembre 2026, sans aide", "short": "01/12/2026",
                          "alone": i % 2 == 0} for i, (text, art) in enumerate(lines[:max(count, 0)])]
                count -= len(taken)
                if taken:
                    groups.append({"title": title, "picture": picture, "lines": taken})
        names = tomllib.loads((self.source / "assets/messages/frameworks.toml").read_text("utf-8"))["framework"]
        lists = [{"title": framework["name"],
                  "lines": [[f"{area}.{place}", text] for area, texts in framework.items() if area != "name"
                            for place, text in texts.items() if place != "name"]} for framework in names.values()]
        return {"art": str(self.source / "assets/art"), "language": "fr", "title": "Mon carnet", "of": "Carnet de",
                "name": name, "lead": "Ce que je sais faire", "made": "Fait aujourd’hui", "more": "La suite viendra.",
                "count": [str(sum(len(group["lines"]) for group in groups)), "savoir-faire"], "groups": groups,
                "levels": {"title": "Mes niveaux", "all": [{"title": title, "picture": picture, "level": 2}
                                                          for title, picture, _ in modules] if levels else []},
                "competences": {"title": "Compétences", "lists": lists}}

    def draw(self, description, file=None):
        text = description if isinstance(description, str) else json.dumps(description)
        return subprocess.run([self.program, file or self.file], input=text, text=True, capture_output=True,
                              check=False)

    def check_page(self):
        told = output_of("pdfinfo", self.file)
        self.assertRegex(told, r"Pages:\s+1\n")
        self.assertIn("(A4)", told)
        return output_of("pdftotext", self.file, "-")

    def test_all_lines_are_on_one_page_however_many_there_are(self):
        for count in (0, 1, 6, 7, 24, 25, 56, 120, 400):
            with self.subTest(count=count):
                described = self.description(count, levels=count != 6)
                begun = time.monotonic()
                done = self.draw(described)
                self.assertEqual((0, ""), (done.returncode, done.stderr))
                self.assertLess(time.monotonic() - begun, 15)
                text = squeezed(self.check_page())
                for group in described["groups"]:
                    for line in group["lines"]:
                        self.assertIn(squeezed(line["text"]), text)
                for each in described["competences"]["lists"]:
                    for _, name in each["lines"]:
                        self.assertIn(squeezed(name), text)

    def test_nothing_lies_outside_the_page(self):
        self.draw(self.description(56))
        boxes = output_of("pdftotext", "-bbox", self.file, "-")
        words = re.findall(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)"', boxes)
        self.assertGreater(len(words), 300)
        for left, top, right, bottom in (map(float, word) for word in words):
            self.assertTrue(20 < left < right < 575 and 5 < top < bottom < 835, (left, top, right, bottom))

    def test_names_of_all_scripts_and_odd_names_come_out(self):
        for name in ("فاطمة", "Ольга", "Ngọc Ánh", "Maximilienne-Alexandrine de la Tour du Bois", "<b>&amp;", "", "👩‍🏫"):
            with self.subTest(name=name):
                self.assertEqual(0, self.draw(self.description(5, name=name)).returncode)
                self.check_page()
        self.draw(self.description(5, name="<b>&amp;"))
        self.assertIn("<b>&amp;", self.check_page())

    def test_letters_of_arabic_have_their_glyphs(self):
        self.draw(self.description(3, name="فاطمة"))
        fonts = output_of("pdffonts", self.file)
        self.assertIn("Andika", fonts)
        self.assertRegex(fonts, "DejaVu|Noto")

    def test_missing_and_hostile_pictures_leave_their_place_empty(self):
        described = self.description(3)
        for picture in ("no-such", "../../etc/passwd", "/etc/passwd", "x" * 5000, ""):
            described["groups"][0]["lines"][0]["picture"] = picture
            self.assertEqual(0, self.draw(described).returncode)
        self.check_page()

    def test_what_is_no_description_is_refused_and_an_old_file_stays(self):
        self.file.write_text("old", encoding="utf-8")
        for text in ("", "{", "[]", "7", '{"name": "Inès"}', '{"title": 7}'):
            with self.subTest(text=text):
                self.assertEqual(2, self.draw(text).returncode)
        self.assertEqual("old", self.file.read_text(encoding="utf-8"))
        self.assertEqual([self.file], list(self.folder.iterdir()))

    def test_odd_values_in_a_description_are_taken_for_nothing(self):
        odd = {"title": "Mon carnet", "name": 7, "groups": [7, {"lines": "x"}, {"lines": [None]}], "count": [1],
               "levels": {"all": [{"level": "x"}, {"level": 99}]}, "competences": [1]}
        self.assertEqual(0, self.draw(odd).returncode)
        self.check_page()

    def test_a_file_that_cannot_be_written_is_told_by_the_status(self):
        self.assertEqual(1, self.draw(self.description(1), self.folder / "none" / "x.pdf").returncode)
        self.assertEqual([], list(self.folder.iterdir()))

    def test_coucou_itself_loads_none_of_these_libraries(self):
        loaded = output_of("ldd", self.coucou)
        for library in ("cairo", "pango", "rsvg"):
            self.assertNotIn(library, loaded)
        self.assertTrue(os.access(pathlib.Path(self.coucou).parent / "coucou-booklet", os.X_OK))


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    Booklet.program, Booklet.coucou = sys.argv[1], sys.argv[2]
    Booklet.source = pathlib.Path(sys.argv[3])
    unittest.main(argv=[sys.argv[0], *sys.argv[4:]])
