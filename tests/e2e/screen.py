"""A screen of our own (Xvfb) and a real Coucou on it, used through real mouse and keyboard events (xdotool).

    with Screen() as screen, Coucou(screen, program, data) as coucou:
        coucou.click("new")
        coucou.write("Ana")
        coucou.wait_for_page("path")
        screen.save(folder / "path.png")

What lies where is told by the program itself (--places): a test names widgets, and never a place on the screen.
Waiting is always for something to be seen, with a limit; nothing waits for a fixed time.
"""
import json
import os
import pathlib
import shutil
import sqlite3
import struct
import subprocess
import tempfile
import time
import zlib

SIZE = (1366, 768)
PATIENCE = 20  # s, for whatever should happen soon, on a slow and busy machine

# Where the keys are: X keycodes (those of Linux, plus 8) of the W3C's names for keys (KeyboardEvent.code). Escape is
# named, since xdotool takes its keycode, 9, for the key that writes a 9.
KEYCODES = {
    "Escape": "Escape", "Minus": 20, "Equal": 21, "Backspace": 22, "Tab": 23, "BracketLeft": 34, "BracketRight": 35,
    "Enter": 36, "ControlLeft": 37, "Semicolon": 47, "Quote": 48, "Backquote": 49, "ShiftLeft": 50, "Backslash": 51,
    "Comma": 59, "Period": 60, "Slash": 61, "ShiftRight": 62, "AltLeft": 64, "Space": 65, "CapsLock": 66,
    "IntlBackslash": 94, "ControlRight": 105, "AltRight": 108, "Home": 110, "ArrowUp": 111, "PageUp": 112,
    "ArrowLeft": 113, "ArrowRight": 114, "End": 115, "ArrowDown": 116, "PageDown": 117, "Insert": 118, "Delete": 119,
}
KEYCODES |= {f"Key{letter}": 24 + place for place, letter in enumerate("QWERTYUIOP")}
KEYCODES |= {f"Key{letter}": 38 + place for place, letter in enumerate("ASDFGHJKL")}
KEYCODES |= {f"Key{letter}": 52 + place for place, letter in enumerate("ZXCVBNM")}
KEYCODES |= {f"Digit{digit}": 10 + place for place, digit in enumerate("1234567890")}
KEYCODES |= {f"F{number}": 66 + number for number in range(1, 11)}

BUTTONS = {"left": 1, "middle": 2, "right": 3}
WHEEL = {"up": 4, "down": 5}
HEADER = 84  # px at that size: the strip at the top of pages, under which things scroll away
HELD = 0.06  # s that a key or button is held


class NeverHappened(AssertionError):
    """Something was waited for in vain."""


def wait_for(what, condition, patience=PATIENCE):
    """Asks the condition until it gives something; gives that. `what` is told where it never does."""
    end = time.monotonic() + patience
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() > end:
            raise NeverHappened(f"waited {patience} s for {what}")
        time.sleep(0.01)


class Screen:
    """An X server without a real screen, with a French keyboard."""

    def __init__(self, size=SIZE, keyboard="fr"):
        self.size = size
        self.keyboard = keyboard

    def __enter__(self):
        reader, writer = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{self.size[0]}x{self.size[1]}x24",
             "-nolisten", "tcp", "-noreset"],
            pass_fds=[writer], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writer)
        with os.fdopen(reader) as told:
            number = told.readline().strip()
        if not number:
            raise NeverHappened("Xvfb did not start")
        self.environment = dict(os.environ, DISPLAY=f":{number}", SDL_VIDEODRIVER="x11", SDL_AUDIODRIVER="dummy",
                                LC_ALL="C.UTF-8")
        self.environment.pop("WAYLAND_DISPLAY", None)
        subprocess.run(["setxkbmap", self.keyboard], env=self.environment, check=True, stderr=subprocess.DEVNULL)
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()

    def do(self, *words):
        """One call of xdotool; gives what it prints."""
        return subprocess.run(["xdotool", *map(str, words)], env=self.environment, check=True, capture_output=True,
                              text=True).stdout

    def move(self, x, y):
        # SDL does not always notice an absolute move alone.
        x, y = round(x), round(y)
        self.do("mousemove", x - 1 if x else 1, y, "mousemove_relative", "--", 1 if x else -1, 0)

    def press(self, button="left"):
        self.do("mousedown", BUTTONS[button])

    def release(self, button="left"):
        self.do("mouseup", BUTTONS[button])

    def scroll(self, notches):
        for _ in range(abs(round(notches))):
            self.do("click", WHEEL["down" if notches > 0 else "up"])

    def key_down(self, code):
        self.do("keydown", KEYCODES[code])

    def key_up(self, code):
        self.do("keyup", KEYCODES[code])

    def key(self, code, *held):
        """One key, by its place on the keyboard, while others are held."""
        for other in held:
            self.key_down(other)
        self.do("keydown", KEYCODES[code], "sleep", HELD, "keyup", KEYCODES[code])
        for other in reversed(held):
            self.key_up(other)

    def shortcut(self, keys):
        """Keys pressed together, by what this keyboard writes with them: `ctrl+c`."""
        *held, last = keys.split("+")
        self.do(*(word for key in held for word in ("keydown", key)), "key", "--delay", round(HELD * 1000), last,
                *(word for key in reversed(held) for word in ("keyup", key)))

    def write(self, text):
        """Types a text with the keys that this keyboard has for it."""
        self.do("type", "--delay", round(HELD * 1000), "--", text)

    def pixels(self):
        """What is on the screen now, as rows of red, green and blue bytes."""
        dump = subprocess.run(["xwd", "-root", "-silent"], env=self.environment, check=True, capture_output=True).stdout
        header = struct.unpack(">25I", dump[:100])
        header_size, width, height, bits, stride, colours = (header[i] for i in (0, 4, 5, 11, 12, 19))
        assert bits == 32, "the screen has 24 bits of colour in 32"
        first = header_size + 12 * colours
        rows = []
        for y in range(height):
            line = dump[first + y * stride:first + y * stride + 4 * width]
            row = bytearray(3 * width)
            row[0::3], row[1::3], row[2::3] = line[2::4], line[1::4], line[0::4]
            rows.append(bytes(row))
        return rows

    def save(self, file, patience=3):
        """What is on the screen, as a PNG file; waits a little for it to come to rest."""
        end = time.monotonic() + patience
        rows, before = self.pixels(), None
        while rows != before and time.monotonic() < end:
            time.sleep(0.1)
            rows, before = self.pixels(), rows
        file = pathlib.Path(file)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(png(rows))


def png(rows):
    """Rows of red, green and blue bytes as a PNG file (W3C, PNG Specification, second edition)."""
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    unfiltered = b"".join(b"\0" + row for row in rows)
    head = struct.pack(">IIBBBBB", len(rows[0]) // 3, len(rows), 8, 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(unfiltered, 9)) +
            chunk(b"IEND", b""))


class Coucou:
    """The program, running in a window that fills the screen."""

    def __init__(self, screen, program, data, *options, seed=7, layout="azerty-fr", language="fr",
                 size=None):
        self.size = size or screen.size
        self.screen = screen
        self.data = pathlib.Path(data)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="coucou-e2e-"))
        self.places_file = self.folder / "places.json"
        self.command = [str(program), "--window", "%dx%d" % self.size, "--data", str(data), "--seed", str(seed),
                        "--layout", layout, "--language", language, "--places", str(self.places_file),
                        *map(str, options)]

    def __enter__(self):
        self.errors = open(self.folder / "errors", "w+", encoding="utf-8")
        self.process = subprocess.Popen(self.command, env=self.screen.environment, stdout=subprocess.DEVNULL,
                                        stderr=self.errors)
        return self

    def __exit__(self, *_):
        self.kill()
        self.errors.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def close(self):
        """Asks the program to end, as a session that ends does, and waits until it has."""
        self.process.terminate()
        status = self.process.wait(PATIENCE)
        assert status == 0, f"the program ended with {status}: {self.said()}"

    def kill(self):
        """Ends the program at once, whatever it is doing."""
        self.process.kill()
        self.process.wait()

    def time_used(self):
        """How long the program has kept the processor busy, s."""
        figures = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
        return (int(figures[11]) + int(figures[12])) / os.sysconf("SC_CLK_TCK")

    def said(self):
        """What the program wrote about errors."""
        self.errors.flush()
        return (self.folder / "errors").read_text(encoding="utf-8")

    # --- What is to be seen ---

    def state(self):
        """What the program last told: page, step, places of widgets; empty before its first picture."""
        try:
            return json.loads(self.places_file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {"page": "", "step": "", "places": {}}

    def places(self):
        return self.state()["places"]

    def wait_for(self, what, condition, patience=PATIENCE):
        """Waits until the condition holds of state(); gives that state."""
        def state():
            now = self.state()
            if condition(now):
                return now
            if self.process.poll() is not None:
                raise NeverHappened(f"the program ended with {self.process.returncode} before {what}: {self.said()}")
            return None

        try:
            return wait_for(what, state, patience)
        except NeverHappened as never:
            now = self.state()
            raise NeverHappened(f"{never}; there is page {now['page']!r}, step {now['step']!r}, with "
                                f"{', '.join(now['places'])}") from None

    def wait_for_page(self, page, patience=PATIENCE):
        return self.wait_for(f"page {page}", lambda now: now["page"] == page, patience)

    def wait_for_place(self, widget, patience=PATIENCE):
        """Waits until the widget is there and lies still; gives its rectangle."""
        found = self.wait_for(widget, lambda now: widget in now["places"], patience)["places"][widget]
        while True:
            time.sleep(0.03)
            now = self.places().get(widget)
            if now == found:
                return now
            found = now

    # --- What a person does ---

    def move(self, x, y):
        """Points at a place of the window."""
        left, top = self.corner()
        self.screen.move(left + x, top + y)

    def click_at(self, x, y):
        self.move(x, y)
        self.screen.press()
        time.sleep(HELD)
        self.screen.release()

    def corner(self):
        """Where the window's upper left corner is on the screen."""
        if self.size == self.screen.size:
            return 0, 0
        told = self.screen.do("getwindowfocus", "getwindowgeometry", "--shell")
        found = dict(line.split("=") for line in told.split())
        return int(found["X"]), int(found["Y"])

    def click(self, widget):
        self.click_at(*centre(self.bring_into_view(widget)))

    def bring_into_view(self, widget, most=100):
        """Turns the wheel until the whole widget can be seen; gives its rectangle."""
        width, height = self.size
        header = HEADER * min(width / SIZE[0], height / SIZE[1])
        for _ in range(most):
            place = self.wait_for_place(widget)
            top, bottom = place[1], place[1] + place[3]
            if 0 <= top and bottom <= header or header <= top and bottom <= height:
                return place
            self.move(width * 0.6, height * 0.6)
            self.screen.scroll(1 if bottom > height else -1)
            self.wait_for("the page to scroll", lambda now: now["places"].get(widget) != place)
        raise NeverHappened(f"{widget} did not come into view")

    # --- What a person does on the practice computer, whose targets have names of their own ---

    def target(self, name, times=1):
        """Clicks on a target of the practice computer, or double-clicks."""
        self.move(*centre(self.bring_onto_screen(name)))
        self.screen.do("click", "--repeat", times, "--delay", round(HELD * 1000), BUTTONS["left"])

    def bring_onto_screen(self, name, most=60):
        """Turns the wheel over the browser's page until the target can be seen; gives its rectangle."""
        widget = f"stage/{name}"
        notch, turned = 1, 0
        while True:
            place = self.wait_for_place(widget)
            is_whole = place[3] > 0
            if is_whole or not name.startswith("browser/page/"):
                return place
            if turned == most:
                raise NeverHappened(f"{name} did not come into view")
            self.point_at_page()
            self.screen.scroll(notch)
            turned += 1
            if not self.comes(lambda now: now["places"].get(widget) != place, 0.3) and turned % 20 == 0:
                notch = -notch

    def comes(self, condition, patience):
        """Whether the condition holds soon."""
        try:
            wait_for("", lambda: condition(self.state()), patience)
        except NeverHappened:
            return False
        return True

    def point_at_page(self):
        """Points at the middle of the browser's page."""
        places = self.places()
        left, top = places["stage/browser/toolbar/back"][:2]
        right, bottom = places["stage/browser/grip"][:2]
        self.move((left + right) / 2, (top + bottom) / 2)

    def window(self, name):
        """Where a window of the practice computer lies."""
        places = self.places()
        left, top = places[f"stage/{name}/title"][:2]
        x, y, width, height = places[f"stage/{name}/grip"]
        return left, top, x + width - left, y + height - top

    def drag(self, name, onto, around, on_the_way=None):
        """Drags a target onto another, to where the window `around` does not cover it."""
        start = centre(self.wait_for_place(f"stage/{name}"))
        end = centre(uncovered(self.wait_for_place(f"stage/{onto}"), self.window(around)))
        self.move(*start)
        self.screen.press()
        for part in range(1, 9):
            self.move(*(a + (b - a) * part / 8 for a, b in zip(start, end)))
            time.sleep(0.02)
        if on_the_way:
            on_the_way()
        self.screen.release()

    def shortcut(self, keys):
        self.screen.shortcut(keys)

    def key(self, code, *held):
        self.screen.key(code, *held)

    def write(self, text):
        self.screen.write(text)

    def resize(self, width, height):
        """Gives the window another size, as one who drags its corner does."""
        self.screen.do("getwindowfocus", "windowsize", width, height)
        self.size = width, height

    def tab_to(self, widget, or_until=lambda now: False, most=80):
        """Brings the keyboard's focus to a widget, as a person does who has no mouse."""
        for _ in range(most):
            now = self.state()
            if now.get("focus") == widget or or_until(now):
                return
            self.key("Tab")
            self.wait_for("the focus to move", lambda state: state.get("focus") != now.get("focus") or or_until(state))
        raise NeverHappened(f"{most} times Tab did not bring the focus to {widget}")


def uncovered(rectangle, cover):
    """The largest strip of a rectangle that another does not cover."""
    x, y, width, height = rectangle
    left, top, right, bottom = cover[0], cover[1], cover[0] + cover[2], cover[1] + cover[3]
    strips = [(x, y, left - x, height), (right, y, x + width - right, height), (x, y, width, top - y),
              (x, bottom, width, y + height - bottom)]
    return max(strips, key=lambda strip: min(strip[2], strip[3]))


def centre(rectangle):
    x, y, width, height = rectangle
    return x + width / 2, y + height / 2


def events(data, *kinds):
    """The events that a store holds, as (kind, learner, body), in order; of a copy, so that the store stays as it is."""
    with tempfile.TemporaryDirectory(prefix="coucou-e2e-") as folder:
        for file in pathlib.Path(data).glob("coucou.db*"):
            shutil.copy(file, folder)
        store = sqlite3.connect(pathlib.Path(folder) / "coucou.db")
        try:
            rows = store.execute("SELECT kind, learner, body FROM event ORDER BY origin, sequence").fetchall()
        finally:
            store.close()
    return [(kind, learner, json.loads(body)) for kind, learner, body in rows if not kinds or kind in kinds]
