#!/usr/bin/env python3
"""What is said of exercises fits the terminal, at every width.

    exercise_width_terminal_test.py PROGRAM
"""
import os
import signal
import unittest

import command
from exercising import SKELETON, SOLUTION, Workbook, solution_with

WIDTHS = (40, 80, 200)
UMLAUTS = solution_with("return sum;",
                        "/* " + 150 * "\u00e4" + " */ return summe; // " + 200 * "x")
THROWN = solution_with("return sum;", 'throw std::runtime_error("a long word " + '
                                      'std::string(500, \'y\') + " and more of it");')


class Width(unittest.TestCase):
    def setUp(self):
        self.book = Workbook(self)

    def assert_fits(self, text, columns):
        """A word that has no room in a line stands out, but for its indent alone."""
        for line in command.COLOUR.sub("", text).splitlines():
            alone = " " not in line.strip() and len(line.strip()) > columns - 20
            self.assertTrue(len(line) <= columns or alone, f"{len(line)} of {columns}: {line}")

    def said(self, *words, columns):
        text, _ = self.book.terminal(*words, columns=columns).finish()
        self.assertNotEqual(text, "")
        self.assert_fits(text, columns)
        return text

    def test_every_verdict(self):
        for answer in (SOLUTION, SKELETON, THROWN,
                       solution_with("float normalizer(", "float normaliser(")):
            self.book.write(answer)
            for columns in WIDTHS if answer is SKELETON else WIDTHS[:1]:
                with self.subTest(columns=columns):
                    self.said("check", "3", columns=columns)

    def test_a_long_line_is_cut_and_the_caret_stays_below_what_it_points_at(self):
        for answer, widths in ((UMLAUTS, WIDTHS),
                               (solution_with("  return sum;", 7 * "\t" + "return summe;"), [40])):
            self.book.write(answer)
            for columns in widths:
                with self.subTest(columns=columns):
                    lines = self.said("check", "3", columns=columns).splitlines()
                    caret = next(i for i, line in enumerate(lines) if "| " in line and "^" in line)
                    at = lines[caret].index("^")
                    self.assertTrue(lines[caret - 1][at:].startswith("summe"), lines[caret - 1])

    def test_everything_else(self):
        for columns in WIDTHS:
            for words in (["next"], ["hint", "3"], ["hint", "3"], ["hint", "3", "normalize"],
                          ["reset", "3"], ["reset", "3"]):
                with self.subTest(words=words, columns=columns):
                    self.said(*words, columns=columns)

    def test_watching(self):
        self.book.write(SOLUTION)
        for columns in WIDTHS:
            terminal = self.book.terminal("watch", "3", columns=columns)
            self.assert_fits(terminal.read(until="this.\n"), columns)
            os.killpg(terminal.process.pid, signal.SIGINT)
            terminal.finish()


if __name__ == "__main__":
    command.main()
