"""What all tests in the window share: the program, a screen and a folder for each, pictures of what was seen."""
import pathlib
import sys
import tempfile
import unittest

from screen import Coucou, Screen


class Case(unittest.TestCase):
    program = None
    output = None
    size = (1366, 768)

    def setUp(self):
        self.screen = self.enterContext(Screen(self.size))
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="test-")))
        self.data = self.folder / "data"

    def coucou(self, *options, **more):
        """Starts the program; it ends with the test, at the latest."""
        return self.enterContext(Coucou(self.screen, self.program, self.data, *options, **more))

    def show(self, name):
        """Keeps a picture of the screen, for people to look at."""
        self.screen.save(self.output / "screenshots" / f"{name}.png")

    def become(self, coucou, name):
        """A new learner comes, wants to start at the beginning, and sees the path."""
        coucou.click("new")
        coucou.wait_for_place("name")
        coucou.write(name)
        coucou.click("start")
        coucou.wait_for_page("placement-offer")
        coucou.click("begin")
        coucou.wait_for_page("path")

    def known_learner(self, coucou):
        """The first learner whom the welcome page offers."""
        coucou.wait_for_page("welcome")
        return next(place for place in coucou.places() if place.startswith("learner/"))


def main():
    """usage: <test>.py PROGRAM OUTPUT_FOLDER [UNITTEST OPTION...]"""
    if len(sys.argv) < 3:
        sys.exit(main.__doc__)
    Case.program = pathlib.Path(sys.argv[1]).absolute()
    Case.output = pathlib.Path(sys.argv[2]).absolute()
    temporary = Case.output / "temporary"
    temporary.mkdir(parents=True, exist_ok=True)
    tempfile.tempdir = str(temporary)
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
