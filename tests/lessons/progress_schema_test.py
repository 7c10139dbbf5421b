#!/usr/bin/env python3
"""What is written is valid by the schema, and the program reads what the schema allows.

    progress_schema_test.py SESSION SCHEMA
"""
import copy
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import jsonschema

SESSION = sys.argv[1]
with open(sys.argv[2], encoding="utf-8") as schema_file:
    SCHEMA = json.load(schema_file)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

WHOLE = {
    "schema": "softmax-workbook/progress/1", "latest": "normalize",
    "lessons": {"normalize": {"idea": "worked_example", "finished": False}},
    "answers": {"normalize/ratio": {"given": "2.718", "right": True, "tries": 2,
                                    "ever_right": True}},
    "exercises": {"dffa3851": {"checks": 3, "points": 7, "ever_passed": False,
                               "solution_shown": True, "hints": {"normalizer": 2}}},
}
VALUES = [None, True, False, 0, -1, 7, 2 ** 31 - 1, 2 ** 31, 0.5, 1e300, "", "7", [], {}, [{}],
          {"": {}}, {"normalize": WHOLE["lessons"]["normalize"]}]


def closed(schema):
    """The schema without the keys that a later workbook may write: today's writes none."""
    if isinstance(schema, dict):
        schema = {key: closed(value) for key, value in schema.items()}
        if "required" in schema:
            schema["additionalProperties"] = False
    return schema


def places(document, path=()):
    """Every path of keys in a document."""
    for key, value in document.items():
        yield (*path, key)
        if isinstance(value, dict):
            yield from places(value, (*path, key))


def changed(path, change):
    """WHOLE, but for one place: change(object, key)."""
    document = copy.deepcopy(WHOLE)
    inner = document
    for key in path[:-1]:
        inner = inner[key]
    change(inner, path[-1])
    return document


def documents():
    """WHOLE with each of its keys deleted, renamed, and set to each of VALUES."""
    for path in places(WHOLE):
        yield changed(path, lambda inner, key: inner.pop(key))
        yield changed(path, lambda inner, key: inner.update({"more": inner.pop(key)}))
        for value in VALUES:
            yield changed(path, lambda inner, key: inner.update({key: value}))


class Schema(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = pathlib.Path(folder.name) / "progress.json"

    def session(self, *words):
        done = subprocess.run([SESSION, self.file, *words], capture_output=True, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        return done.stdout.decode()

    def test_the_schema_is_one(self):
        VALIDATOR.check_schema(SCHEMA)
        VALIDATOR.validate(WHOLE)
        self.assertFalse(VALIDATOR.is_valid({**WHOLE, "latest": None}))

    def test_what_is_written_is_valid_and_has_no_other_keys(self):
        today = jsonschema.Draft202012Validator(closed(SCHEMA))
        self.assertFalse(today.is_valid({**WHOLE, "more": 1}))
        steps = [
            ("leave", "normalize", "worked_example"), ("finish", "exponentiate"),
            ("say", "normalize/ratio", "2.7", "wrong"), ("say", "normalize/ratio", "", "right"),
            ("say", "normalize/sum", "\u2212\u03c0 \U0001f642 \"\\\n\x7f", "right"),
            ("say", "normalize/bytes", b"\xff\xfe 1", "wrong"), ("leave", "", ""),
            ("check", "dffa3851", "7", "failed"), ("check", "dffa3851", "10", "passed"),
            ("hint", "dffa3851", "normalizer", "3"), ("hint", "", "", "1"),
        ]
        for step in steps:
            self.session(*step)
            text = self.file.read_text(encoding="utf-8")
            today.validate(json.loads(text))
            self.assertTrue(text.endswith("}\n"))
        self.assertEqual(json.loads(text)["answers"]["normalize/ratio"],
                         {"given": "", "right": True, "tries": 2, "ever_right": True})
        self.assertEqual(json.loads(text)["exercises"]["dffa3851"],
                         {"checks": 2, "points": 10, "ever_passed": True,
                          "solution_shown": False, "hints": {"normalizer": 1}})

    def test_a_file_from_before_there_were_exercises_is_read(self):
        older = {key: value for key, value in WHOLE.items() if key != "exercises"}
        VALIDATOR.validate(older)
        self.file.write_text(json.dumps(older), encoding="utf-8")
        self.assertEqual(self.session("read"), "")
        self.session("finish", "normalize")
        kept = json.loads(self.file.read_text(encoding="utf-8"))
        self.assertEqual(kept["answers"], older["answers"])
        self.assertEqual(kept["exercises"], {})

    def test_the_program_reads_what_the_schema_allows_and_nothing_else(self):
        seen = {True: 0, False: 0}
        for document in [WHOLE, [], "", 1, None, {}, *documents()]:
            self.file.write_text(json.dumps(document), encoding="utf-8")
            valid = VALIDATOR.is_valid(document)
            seen[valid] += 1
            with self.subTest(document=document):
                self.assertEqual("damaged" not in self.session("read"), valid)
                self.assertEqual(self.file.exists(), valid)
        print(f"{seen[True]} valid, {seen[False]} not")
        self.assertGreater(min(seen.values()), 20)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
