#!/usr/bin/env python3
"""What a terminal changes: colour, width, the characters of bars, and a line of progress.

    cli_terminal_test.py PROGRAM SCHEMAS
"""
import re
import unittest

import command
from command import COLOUR, Terminal, output, run, screen

OVERFLOW = ["trace", "1000", "999", "998"]
# A row of a table, its heading or its rule: one unit, which no layout breaks.
TABLE_LINE = re.compile(r" +\d+ .*|.* reference .*|\w+ -{3,}")


def lines(text):
    return COLOUR.sub("", text).splitlines()


class OnATerminal(unittest.TestCase):
    def test_colour_is_for_a_terminal_that_wants_it(self):
        self.assertRegex(screen(*OVERFLOW), COLOUR)
        self.assertNotIn("\x1b", output(*OVERFLOW))
        self.assertNotIn("\x1b", screen(*OVERFLOW, env={"NO_COLOR": "1"}))
        self.assertNotIn("\x1b", screen(*OVERFLOW, env={"TERM": "dumb"}))
        self.assertRegex(screen(*OVERFLOW, env={"NO_COLOR": ""}), COLOUR)  # as no-color.org says
        for option in ("--json", "--csv", "--markdown"):
            self.assertNotIn("\x1b", screen(*OVERFLOW, option))

    def test_colour_changes_no_character(self):
        plain = screen(*OVERFLOW, env={"NO_COLOR": "1"})
        self.assertEqual(COLOUR.sub("", screen(*OVERFLOW)), plain)
        self.assertEqual(plain, output(*OVERFLOW, env={"COLUMNS": "80"}))

    def test_no_line_is_wider_than_the_terminal(self):
        for words in (OVERFLOW, ["trace", "-inf", "2", "0.1", "-T", "0.7", "-a", "all"]):
            for columns in (60, 80, 112, 200):
                with self.subTest(words=words, columns=columns):
                    longest = max(lines(screen(*words, columns=columns)), key=len)
                    self.assertLessEqual(len(longest), columns, longest)

    def test_on_a_narrow_terminal_all_but_the_tables_fits(self):
        for line in lines(screen(*OVERFLOW, columns=40)):
            most = 50 if TABLE_LINE.fullmatch(line) else 40
            self.assertLessEqual(len(line), most, line)

    def test_two_runs_stand_side_by_side_where_there_is_room(self):
        self.assertIn(" | ", screen(*OVERFLOW, columns=112))
        self.assertNotIn(" | ", screen(*OVERFLOW, columns=80))

    def test_columns_goes_before_what_the_terminal_says(self):
        wide = screen(*OVERFLOW, columns=40, env={"COLUMNS": "112"})
        self.assertEqual(wide, screen(*OVERFLOW, columns=112))
        for nonsense in ("", "0", "-5", "wide", "99999999999999999999"):
            self.assertEqual(screen(*OVERFLOW, columns=80, env={"COLUMNS": nonsense}),
                             screen(*OVERFLOW, columns=80))

    def test_bars_are_of_characters_that_the_locale_has(self):
        self.assertIn("█", screen(*OVERFLOW))
        self.assertTrue(screen(*OVERFLOW, env={"LC_ALL": "C"}).isascii())
        self.assertIn("##", screen(*OVERFLOW, env={"LC_ALL": "C"}))
        self.assertIn("█", screen(*OVERFLOW, env={"LC_ALL": "", "LANG": "de_DE.UTF-8"}))

    def test_errors_have_no_colour(self):
        terminal = Terminal("trace", "x")
        text, code = terminal.finish()
        self.assertEqual(code, 2)
        self.assertNotIn("\x1b", text)


class Progress(unittest.TestCase):
    LONG = "\n".join(str(-(k * 7919 % 100003) / 997) for k in range(100_000))

    def long_trace(self, on):
        """A trace of 100,000 logits: seconds of certified exponentials."""
        terminal = Terminal("trace", "--file", self.path, "--top", "1", "--csv", on=on)
        text, code = terminal.finish()
        self.assertEqual(code, 0)
        return text

    def setUp(self):
        folder = command.tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = folder.name + "/logits.txt"
        with open(self.path, "w", encoding="utf-8") as file:
            file.write(self.LONG)

    def test_progress_is_for_long_work_and_a_terminal(self):
        text = self.long_trace(on=["stderr"])
        self.assertRegex(text, r"\A(\rtracing\.\.\. \d+ %)+\r\x1b\[K\Z")
        self.assertEqual(Terminal(*OVERFLOW, on=["stderr"]).finish(), ("", 0))

    def test_elsewhere_there_is_none(self):
        done = run("trace", "--file", self.path, "--top", "1", "--csv")
        self.assertEqual((done.returncode, done.stderr), (0, ""))


if __name__ == "__main__":
    command.main()
