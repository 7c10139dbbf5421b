#!/usr/bin/env python3
"""The home screen tells how many exercises have passed, and begins the next.

    exercise_home_terminal_test.py PROGRAM
"""
import unittest

import command
from exercising import SKELETON, Workbook

PROMPT, BACK = ("[q]uit > ", "[q]uit > \x1b[0m"), "back to the lessons > "


class Home(unittest.TestCase):
    def setUp(self):
        self.book = Workbook(self)

    def hold(self, *passed):
        attempts = {"checks": 1, "points": 10, "ever_passed": True, "solution_shown": False,
                    "hints": {}}
        self.book.hold({"schema": "softmax-workbook/progress/1", "latest": "", "lessons": {},
                        "answers": {}, "exercises": {name: attempts for name in passed}})

    def home(self):
        self.terminal = self.book.terminal(columns=100, rows=50)
        return command.COLOUR.sub("", self.terminal.read(until=PROMPT))

    def typed(self, keys, until):
        self.terminal.type(keys + "\n")
        return command.COLOUR.sub("", self.terminal.read(until=until))

    def end(self):
        self.terminal.type("q\n")
        self.assertEqual(self.terminal.finish(), ("\n", 0))

    def test_how_many_have_passed_and_which_is_next(self):
        for passed, line in (((), "0 of 2 passed; next is 03: Sum and divide\n"),
                             ((self.book.id,), "1 of 2 passed; next is 04: Something later\n"),
                             ((self.book.id, "gone"), "1 of 2 passed; next is 04"),
                             (("later",), "1 of 2 passed; next is 03"),
                             ((self.book.id, "later"), "2 of 2 passed\n")):
            with self.subTest(passed=passed):
                self.hold(*passed)
                self.assertIn(f"\n  Exercises: {line}", self.home())
                self.end()

    def test_e_begins_the_next_and_comes_back(self):
        self.home()
        text = self.typed("e", BACK)
        self.assertIn("Exercise 03: Sum and divide (about 12 minutes)", text)
        self.assertEqual(self.book.answer.read_text(encoding="utf-8"), SKELETON)
        self.assertIn("Exercises: 0 of 2 passed", self.typed("", PROMPT))
        self.end()

    def test_exercises_that_cannot_be_read_are_not_told_and_the_lessons_are(self):
        (self.book.root / "exercises/04_later/exercise.toml").write_text("x", encoding="utf-8")
        text = self.home()
        self.assertNotIn("Exercises:", text)
        self.assertIn("[Enter] lesson ", text)
        text = self.typed("e", PROMPT)
        self.assertIn("exercises/04_later/exercise.toml, line 1", text)
        self.end()


if __name__ == "__main__":
    command.main()
