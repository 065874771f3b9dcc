#!/usr/bin/env python3
"""Finds what breaks the order of the layers, in the sources and in the libraries.

usage: layers.py SOURCE_FOLDER [PURE_LIBRARY_OR_PROGRAM...]

No file of a layer includes a header of a higher one. The libraries and programs named are pure: they ask for nothing
of SDL or ImGui, and they neither open files nor read the clock, the environment or true randomness.
"""
import pathlib
import re
import subprocess
import sys

LAYERS = ["base", "lesson", "world", "tutor", "progress", "screen", "app", "tools"]

INCLUDE = re.compile(r'^\s*#\s*include\s*["<]([^">]+)[">]', re.MULTILINE)
DRAWING = re.compile(r"^(SDL_|TTF_|IMG_|_ZNK?5ImGui|_ZNK?\d*Im[GDFV])")
IMPURE = re.compile(
    r"^(clock_gettime|gettimeofday|time|open|open64|fopen|fopen64|getenv|rand|random|srand"
    r"|_ZNSt6chrono3_V2\d+\w+clock3nowEv|_ZNSt13random_device\w*|_ZNSt1\dbasic_i?o?f(ile|stream)\w*)$")
DRAWING_LIBRARY = re.compile(r"libSDL|libimgui|libfreetype|libharfbuzz|libX11")


def wrong_includes(root):
    for folder in ("engine", "tools"):
        for file in sorted((root / folder).rglob("*")):
            if file.suffix not in (".h", ".cpp"):
                continue
            name = file.relative_to(root).as_posix()
            layer = "tools" if folder == "tools" else name.split("/")[1]
            if layer not in LAYERS:
                yield f"{name}: {layer} is not a layer; the layers are: {', '.join(LAYERS[:-1])}"
                continue
            text = file.read_text(encoding="utf-8")
            for found in INCLUDE.finditer(text):
                used = found[1].split("/")[0]
                if ".." in found[1]:
                    yield f"{name}:{line(text, found)}: {found[1]}: name headers from engine/, as layer/file.h"
                elif used in LAYERS and LAYERS.index(used) > LAYERS.index(layer):
                    yield f"{name}:{line(text, found)}: {layer} is below {used}, and may not include {found[1]}"


def line(text, found):
    return text.count("\n", 0, found.start(1)) + 1


def wrong_symbols(file):
    """A library may not ask for such symbols; in a program linked from it, such a library may not even be loaded."""
    if file.suffix == ".a":
        asked = subprocess.run(["nm", "--undefined-only", "--just-symbols", str(file)], check=True, text=True,
                               capture_output=True).stdout.split("\n")
        for symbol in sorted({symbol.split("@")[0] for symbol in asked}):
            if DRAWING.match(symbol):
                yield f"{file.name} draws: it asks for {symbol}"
            if IMPURE.match(symbol):
                yield f"{file.name} is not pure: it asks for {symbol}"
    else:
        loaded = subprocess.run(["ldd", str(file)], check=True, text=True, capture_output=True).stdout
        for library in DRAWING_LIBRARY.findall(loaded):
            yield f"{file.name} is linked with {library}"


def main():
    root = pathlib.Path(sys.argv[1])
    faults = list(wrong_includes(root))
    for file in sys.argv[2:]:
        faults += wrong_symbols(pathlib.Path(file))
    print("\n".join(faults) or "The layers are in order.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
