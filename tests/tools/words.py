#!/usr/bin/env python3
"""Finds words for people in C++: they belong in assets/messages/, where they can be changed and translated.

usage: words.py SOURCE_FOLDER

The rule: a string in engine/ or tools/ holds no word of two letters or more with a letter beyond ASCII, which French
cannot do without for long, and is no sentence: words that begin with a capital and end with a full stop. A character
alone is free: tables of characters are no words.
"""
import pathlib
import re
import sys

ALLOWED = {
    "engine/base/text.cpp",  # letters, and what they look like plain
}

# Comments and characters are matched only so that what stands in them is not taken for a string.
TOKEN = re.compile(
    r"""//[^\n]*|/\*.*?\*/
      | (?:u8|u|U|L)?R"(?P<mark>[^(\s]*)\((?P<raw>.*?)\)(?P=mark)"
      | (?:u8|u|U|L)?"(?P<plain>(?:\\.|[^"\\\n])*)"
      | '(?:\\.|[^'\\\n])+'""",
    re.VERBOSE | re.DOTALL)
ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})")
WORD = re.compile(r"[^\W\d_]{2,}")
SENTENCE = re.compile(r"^[A-Z].* .*\w[.!?]$", re.DOTALL)


def is_for_people(words):
    words = ESCAPED.sub(lambda code: chr(int(code[1] or code[2], 16)), words)
    return SENTENCE.match(words) or any(not word.isascii() for word in WORD.findall(words))


def faults(root):
    for folder in ("engine", "tools"):
        for file in sorted((root / folder).rglob("*")):
            name = file.relative_to(root).as_posix()
            if file.suffix not in (".h", ".cpp") or name in ALLOWED:
                continue
            text = file.read_text(encoding="utf-8")
            for found in TOKEN.finditer(text):
                words = found["raw"] or found["plain"]
                if words and is_for_people(words):
                    line = text.count("\n", 0, found.start()) + 1
                    yield f'{name}:{line}: "{words}": name a message, and put its text in assets/messages/'


def main():
    found = list(faults(pathlib.Path(sys.argv[1])))
    print("\n".join(found) or "No words for people stand in C++.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
