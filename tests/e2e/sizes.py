#!/usr/bin/env python3
"""From small screens to large ones, and when the window changes its size: nothing lies outside or on something else."""
import itertools

from case import Case, main
from screen import Screen

SMALLEST_TARGET = 48  # px at 1366x768


class Sizes(Case):
    size = (3840, 2160)

    def check_places(self, size, places):
        """Buttons lie inside the window and apart from each other, and can be hit. What scrolls may lie outside."""
        least = SMALLEST_TARGET * min(size[0] / 1366, size[1] / 768, 1) - 1
        boxes = {name: box for name, box in places.items() if name != "stage" and self.is_within(box, size)}
        for name, (x, y, width, height) in boxes.items():
            with self.subTest(size=size, widget=name):
                self.assertGreaterEqual(width, least)
                self.assertGreaterEqual(height, least)
        for one, other in itertools.combinations(boxes, 2):
            with self.subTest(size=size, widgets=(one, other)):
                self.assertFalse(self.overlap(boxes[one], boxes[other]))

    @staticmethod
    def is_within(box, size):
        return 0 <= box[0] and 0 <= box[1] and box[0] + box[2] <= size[0] and box[1] + box[3] <= size[1]

    @staticmethod
    def overlap(one, other):
        return (one[0] < other[0] + other[2] and other[0] < one[0] + one[2] and one[1] < other[1] + other[3] and
                other[1] < one[1] + one[3])

    def test_every_page_fits_every_screen(self):
        for size in ((1024, 768), (1366, 768), (1920, 1080), (3840, 2160)):
            with Screen(size) as self.screen:
                coucou = self.coucou()
                coucou.wait_for_page("welcome")
                self.see(coucou, size, "welcome", ["new", "guest", "settings", "language/en"])
                coucou.click("guest")
                coucou.wait_for_page("path")
                self.see(coucou, size, "path", ["go-on", "settings", "change"])
                coucou.click("lesson/pointer.click")
                coucou.wait_for_page("player")
                self.see(coucou, size, "player", ["leave", "help", "listen", "again", "stage"])
                _, _, width, height = coucou.places()["stage"]
                self.assertAlmostEqual(960 / 720, width / height, places=1)
                coucou.close()

    def see(self, coucou, size, page, wanted):
        for widget in wanted:
            with self.subTest(size=size, page=page, widget=widget):
                self.assertTrue(self.is_within(coucou.wait_for_place(widget), size))
        self.check_places(size, coucou.places())
        self.show(f"{page}-{size[0]}x{size[1]}")

    def test_the_page_follows_the_window_when_it_changes_its_size(self):
        coucou = self.coucou(size=(1366, 768))
        coucou.wait_for_page("welcome")
        coucou.click("guest")
        coucou.wait_for_page("path")
        coucou.click("lesson/pointer.click")
        coucou.wait_for_page("player")
        before = coucou.wait_for_place("stage")
        coucou.resize(1024, 768)
        coucou.wait_for("the stage to become smaller", lambda now: now["places"]["stage"][2] < before[2])
        self.check_places((1024, 768), coucou.places())
        coucou.resize(1920, 1080)
        coucou.wait_for("the stage to become larger", lambda now: now["places"]["stage"][2] > before[2])
        self.check_places((1920, 1080), coucou.places())
        coucou.close()


if __name__ == "__main__":
    main()
