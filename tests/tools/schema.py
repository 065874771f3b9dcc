#!/usr/bin/python3
"""Checks the JSON Schemas that `coucou schema` prints with a validator that is not ours.

usage: schema.py SOURCE_FOLDER COUCOU PRACTICE_SCHEMA

All shipped files fit their schema. Of the broken lessons, those whose form is wrong do not, and those do whose fault
only lies between files or between the keys of one file.
"""
import collections
import json
import pathlib
import subprocess
import sys
import tomllib

import jsonschema

# Faults of the form of one value, by the beginning of their ids.
FORM = ("schema.", "goal.", "start.", "lesson.bad-id", "lesson.step-name")
# Of these, what no schema can tell: how near a misspelt word is to none, and control characters in texts.
NOT_FORM = ("schema.control-character",)
# Not TOML at all.
SYNTAX = ("toml.", "file.")
SHIPPED = {
    "lesson": ["*/*.toml"], "module": ["*/module.toml"], "site": ["sites/*/site.toml"], "list": ["variety/*.toml"],
    "plan": ["plans/*.toml"], "words": ["words/fr.toml"], "jargon": ["words/jargon.toml"],
}


def printed(command, **environment):
    answer = subprocess.run(command, capture_output=True, check=True, text=True, env=environment or None)
    return json.loads(answer.stdout)


def validator(schema):
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def read(file):
    return tomllib.loads(file.read_text(encoding="utf-8"))


def check_shipped(lessons, coucou):
    schemas = {kind: validator(printed([coucou, "schema", kind])) for kind in SHIPPED}
    count = 0
    for kind, patterns in SHIPPED.items():
        for file in sorted(file for pattern in patterns for file in lessons.glob(pattern)):
            others = ("variety", "words", "plans", "sites")
            if kind == "lesson" and (file.name == "module.toml" or file.parent.name in others):
                continue
            count += 1
            for fault in schemas[kind].iter_errors(read(file)):
                yield f"{file}: {fault.json_path}: {fault.message[:200]}"
            # A kind of file is known by its form: no schema takes what another is for.
            if kind in ("module", "site", "plan") and schemas["lesson"].is_valid(read(file)):
                yield f"{file}: the schema of lessons takes it"
    if count < 70:
        yield f"only {count} shipped files were found"


def check_languages(coucou):
    english = printed([coucou, "schema"], LC_ALL="en_GB.UTF-8")
    french = printed([coucou, "schema"], LC_ALL="fr_FR.UTF-8")
    for schema, word in (english, "lesson"), (french, "leçon"):
        if word not in schema["properties"]["id"]["description"].lower() + schema["title"].lower():
            yield f"no description in the language of {word!r}"
    if english["properties"]["title"] == french["properties"]["title"]:
        yield "the descriptions are the same in both languages"
    for name, key in english["properties"].items():
        if not key.get("description"):
            yield f"the key {name} has no description"


def check_broken(folder, schema):
    faults = collections.defaultdict(set)
    for line in (folder / "expected.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            place, fault = line.rsplit(" ", 1)
            faults[place.split(":")[0]].add(fault)
    lessons = validator(schema)
    refused = taken = 0
    for file in sorted((folder / "practice").glob("*.toml")):
        told = faults[file.relative_to(folder).as_posix()]
        if file.name == "module.toml" or any(fault.startswith(SYNTAX) for fault in told):
            continue
        wrong = any(fault.startswith(FORM) and fault not in NOT_FORM for fault in told)
        if lessons.is_valid(read(file)) == wrong:
            yield f"{file}: {'taken' if wrong else 'refused'}, though its faults are {sorted(told)}"
        refused += wrong
        taken += not wrong
    print(f"{refused} broken lessons refused, {taken} taken.")
    if refused < 20 or taken < 5:
        yield "too few broken lessons were looked at"


def main():
    root, coucou, practice = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    schema = printed([practice, str(root / "assets" / "messages"), "lesson"])
    faults = [*check_shipped(root / "lessons", coucou), *check_languages(coucou),
              *check_broken(root / "tests" / "lesson" / "broken", schema)]
    print("\n".join(faults) or "The schemas take what is right and refuse what is wrong.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
