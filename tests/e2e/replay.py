"""Plays a lesson in the window as `coucou route` would, with real mouse and keyboard events."""
import json
import subprocess
import time

from screen import HELD, NeverHappened

# The route's own pace is kept, since some things are measured in time (a double click, a long press); only long waits
# are cut short.
LONGEST_WAIT = 0.1  # s
LONGEST_HOLD = 5  # s


def route(program, lesson, seed=7, layout="azerty-fr", language="fr", step=""):
    """The inputs that finish the lesson, as a list for each of its steps, from the one of that name on."""
    found = subprocess.run(
        [str(program), "route", lesson, "--seed", str(seed), "--layout", layout, "--in", language,
         "--step", step],
        check=True, capture_output=True, text=True).stdout.splitlines()
    steps = [[]]
    for line in found[1:]:
        given = json.loads(line)
        if given["do"] == "go-on":
            steps.append([])
        else:
            steps[-1].append(given)
    return steps[:-1]


def play(coucou, steps, at_step=None):
    """Plays steps one after the other, from the one that is shown; calls at_step(name) when each is done."""
    for inputs in steps:
        step = coucou.wait_for("a step to begin", lambda now: now["step"] and "next" not in now["places"])["step"]
        play_step(coucou, inputs)
        coucou.wait_for(f"step {step} to be done", lambda now: "next" in now["places"] or now["step"] != step)
        if at_step:
            at_step(step)
        go_on(coucou, step)


def go_on(coucou, step):
    """To what comes after a step that is done. The window goes on by itself, too, after a while: both are well.

    By keyboard: where things appear depends on where the pointer is, and a route leaves it where it was.
    """
    coucou.tab_to("next", lambda now: now["step"] != step)
    if coucou.state()["step"] == step:
        coucou.key("Enter")
    coucou.wait_for(f"what comes after step {step}", lambda now: now["step"] != step)


def play_step(coucou, inputs):
    """What is done within a step. The route ends where the goal is reached; what is then still held is let go."""
    stage = coucou.wait_for_place("stage")
    before = None
    held = {}
    for given in inputs:
        if before is not None:
            time.sleep(min((given["at"] - before) / 1000, LONGEST_HOLD if held else LONGEST_WAIT))
        before = given["at"]
        do(coucou, stage, given)
        match given["do"]:
            case "press":
                held[given["button"]] = coucou.screen.release
            case "key-down":
                held[given["code"]] = coucou.screen.key_up
            case "release" | "key-up":
                held.pop(given.get("button", given.get("code")), None)
    time.sleep(HELD)
    for what, let_go in held.items():
        let_go(what)


def do(coucou, stage, given):
    """One input of a route, as the event that a mouse or a keyboard gives."""
    match given["do"]:
        case "move":
            coucou.move(stage[0] + given["x"] / 960 * stage[2], stage[1] + given["y"] / 720 * stage[3])
        case "press":
            coucou.screen.press(given["button"])
        case "release":
            coucou.screen.release(given["button"])
        case "scroll":
            coucou.screen.scroll(given["notches"])
        case "key-down":
            coucou.screen.key_down(given["code"])
        case "key-up":
            coucou.screen.key_up(given["code"])
        case "type" | "wait":
            pass  # the keys bring the text, and time passes by itself
        case other:
            raise NeverHappened(f"a route with {other!r} in it")
