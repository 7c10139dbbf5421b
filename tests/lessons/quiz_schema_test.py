#!/usr/bin/env python3
"""The sheet of a quiz: valid by its schema, and graded whatever the schema allows.

    quiz_schema_test.py PROGRAM
"""
import copy
import json
import sys
import unittest

import jsonschema

import pages
from pages import PAGES, output, run

SCHEMA = pages.schema("lessons/page/schema/quiz.schema.json")
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
SHEET = json.loads(output("quiz", "--json"))


def graded(sheet):
    """The exit code, and the grades; what is wrong with the sheet if it is refused."""
    done = run("quiz", "--answers", "-", "--json", stdin=json.dumps(sheet))
    return done.returncode, json.loads(done.stdout) if done.stdout else done.stderr


def right_answer(question):
    if "number" in question:
        return question["number"]["value"]
    return [option["right"] for option in question["options"]].index(True) + 1


def answered(answer):
    """The sheet, with each question's answer by its id."""
    sheet = copy.deepcopy(SHEET)
    for question in sheet["questions"]:
        question["answer"] = answer(question)
    return sheet


class Quiz(unittest.TestCase):
    def test_the_schema_is_one(self):
        VALIDATOR.check_schema(SCHEMA)
        self.assertFalse(VALIDATOR.is_valid({**SHEET, "schema": "softmax-workbook/quiz/2"}))

    def test_the_sheet_is_valid_and_asks_what_the_pages_ask(self):
        VALIDATOR.validate(SHEET)
        asked = [question for page in PAGES for question in page["quiz"]]
        self.assertEqual([question["id"] for question in SHEET["questions"]],
                         [question["id"] for question in asked])
        for mine, its in zip(SHEET["questions"], asked):
            self.assertEqual(mine["text"], its["text"])
            self.assertEqual(mine.get("options"),
                             [option["text"] for option in its["options"]]
                             if "options" in its else None)
            self.assertEqual(mine.get("digits"), its.get("number", {}).get("digits"))
            self.assertIsNone(mine["answer"])
        for page in PAGES:
            one = json.loads(output("quiz", page["id"], "--json"))
            VALIDATOR.validate(one)
            self.assertEqual(len(one["questions"]), len(page["quiz"]))

    def test_all_right_is_done_and_nothing_is_not_yet(self):
        answers = {question["id"]: right_answer(question)
                   for page in PAGES for question in page["quiz"]}
        sheet = answered(lambda question: answers[question["id"]])
        VALIDATOR.validate(sheet)
        code, grades = graded(sheet)
        self.assertEqual((code, grades["right"]), (0, len(answers)), grades)
        code, grades = graded(SHEET)
        self.assertEqual((code, grades["right"], grades["asked"]), (1, 0, len(answers)))

    def test_what_the_schema_does_not_allow_is_refused(self):
        first = SHEET["questions"][0]
        for change in [{"id": 7}, {"answer": True}, {"answer": [1]}, {"answer": {}}]:
            self.check({**SHEET, "questions": [{**first, **change}]}, valid=False)
        for sheet in [[], {}, 7, {**SHEET, "questions": {}}, {**SHEET, "schema": 1},
                      {**SHEET, "questions": [7]}, {**SHEET, "questions": [{}]},
                      {"schema": SHEET["schema"]}]:
            self.check(sheet, valid=False)
        self.check({**SHEET, "class": "7b", "questions": [{**first, "marks": 3}]}, valid=True)
        self.check({**SHEET, "questions": [{"id": first["id"]}]}, valid=True)

    def check(self, sheet, valid):
        with self.subTest(sheet=sheet):
            self.assertEqual(VALIDATOR.is_valid(sheet), valid)
            self.assertEqual(graded(sheet)[0], 1 if valid else 2)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
