#!/usr/bin/env python3
"""What a terminal changes: colour, width, the characters of bars.

    cli_terminal_test.py PROGRAM SCHEMAS
"""
import unittest

import command
from command import COLOUR, Terminal, output, screen

OVERFLOW = ["trace", "1000", "999", "998"]
MASKED = ["trace", "-inf", "2", "0.1", "-T", "0.7", "-a", "all"]
ORDINARY = [OVERFLOW, MASKED, [], ["lesson"], ["trace", "-140", "-141", "-142", "-a", "all"],
            ["trace", "2", "1", "0.1", "-f", "binary64"], ["trace", *map(str, range(30))],
            ["trace", "-100.123", "3e-5", "7.25", "-f", "binary64", "-a", "all"]]


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
        for words in ORDINARY:
            for columns in (30, 40, 45, 50, 60, 80, 112, 200):
                self.assert_fits(words, columns)
        for columns in range(20, 30):
            self.assert_fits(OVERFLOW, columns)

    def assert_fits(self, words, columns):
        with self.subTest(words=words, columns=columns):
            page = screen(*words, columns=columns, on=("stdout", "stderr"))  # it may wait for lines
            longest = max(lines(page), key=len)
            self.assertLessEqual(len(longest), columns, longest)

    def test_a_narrow_terminal_gets_the_columns_that_it_has_room_for(self):
        headings = ["computed", "reference", "ulp", "outcome"]
        table = max(map(len, lines(screen(*OVERFLOW, columns=80))[2:12]))
        for columns, shown in ((table, headings), (table - 1, ["computed", "ulp", "outcome"]),
                               (30, ["computed", "outcome"]), (20, ["computed"])):
            page = screen(*OVERFLOW, columns=columns)
            self.assertEqual(lines(page)[lines(page).index("unshifted") + 1].split(), shown)
            missing = [name for name in headings if name not in shown]
            said = f"left out: {', '.join(missing)} ({table} columns fit all)"
            self.assertEqual(" ".join(page.split()).count(said), 1 if missing else 0)
            self.assertEqual(page.count("left out"), 1 if missing else 0)

    def test_bars_shrink_and_stay_in_proportion(self):
        for columns, logits in ((20, False), (30, True), (45, True), (50, True), (112, True)):
            page = lines(screen(*OVERFLOW, columns=columns))[-3:]
            first, second, third = (line.count("█") for line in page)
            self.assertGreater(first, 2 * second)
            self.assertGreaterEqual(second, third)
            self.assertEqual([" 999 " in line for line in page], [False, logits, False])

    def test_a_line_that_goes_on_is_never_indented_to_the_edge(self):
        for line in lines(screen(*OVERFLOW, columns=20)):
            self.assertLess(len(line) - len(line.lstrip()), 20 / 2, line)

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


if __name__ == "__main__":
    command.main()
