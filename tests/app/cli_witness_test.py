#!/usr/bin/env python3
"""--witness: every reference by a second library too, as text and in --step.

    cli_witness_test.py PROGRAM
"""
import decimal
import pathlib
import re
import tempfile
import unittest

import command
from command import COLOUR, Terminal, output, run, screen, trace_json

ROWS = [["1000", "999"], ["2.0", "1.0", "0.1"], ["-inf", "2", "1"], ["-inf", "-inf"], ["0", "-100"],
        ["1e9", "1", "-1e9"], ["-140", "-139.5", "-141.25", "-T", "0.7"],
        ["2", "1", "0.1", "-f", "e4m3fn"], ["1e300", "-1e300", "-f", "binary64"]]
LINE = re.compile(r"^ *\d* *(both|ball|witness) +(\S+)(?: +(\S.*))?$", re.MULTILINE)


def block(*words, columns="112"):
    """What --witness adds to the page, which is otherwise as it is without."""
    page = output("trace", *words, "--witness", env={"COLUMNS": columns})
    plain = output("trace", *words, env={"COLUMNS": columns})
    start = page.index("witness: every listed")
    added = page[start:start + len(page) - len(plain)]
    assert page.replace(added, "", 1) == plain, words
    return added


def said(*words):
    """(who, digits, radius) of every line of the block."""
    return [at.groups() for at in LINE.finditer(block(*words).split("overlap.", 1)[1])]


class Text(unittest.TestCase):
    def test_it_stands_below_the_tables_and_changes_nothing_else(self):
        for words in ROWS:
            with self.subTest(words=words):
                added = block(*words, "-a", "all")
                self.assertRegex(added, r"\nOf \d+ listed values \d+ agree: their enclosures overlap\.")
                self.assertNotIn("DISAGREE", added)

    def test_it_counts_every_value_that_json_lists(self):
        for words in ROWS:
            count = int(re.search(r"Of (\d+) listed values", block(*words, "-a", "all"))[1])
            trace = trace_json(*words, "-a", "all")
            self.assertEqual(count, sum(len(stage["values"]) for run in trace["runs"]
                                        for stage in run["stages"]))

    def test_the_digits_of_the_ball_are_those_of_the_witness_rounded(self):
        lines = said("1000", "999", "0.1")
        pairs = list(zip(lines, lines[1:]))
        self.assertGreater(sum(first[0] == "ball" for first, _ in pairs), 10)
        for (who, ball, _), (other, witness, _) in pairs:
            if who != "ball":
                continue
            self.assertEqual(other, "witness")
            digits = len(decimal.Decimal(ball).as_tuple().digits)
            rounded = decimal.Context(prec=digits).plus(decimal.Decimal(witness))
            self.assertEqual(str(rounded.as_tuple()), str(decimal.Decimal(ball).as_tuple()))
            self.assertLess(digits, 37)
            self.assertGreater(len(decimal.Decimal(witness).as_tuple().digits), digits)

    def test_the_digits_of_both_begin_in_one_column(self):
        for columns in ("112", "40"):
            lines = block("1000", "999", columns=columns).splitlines()
            starts = {re.search(r"(both|ball|witness) +", line).end() for line in lines
                      if re.match(r" +(\d+ )?(both|ball|witness) ", line)}
            self.assertEqual(len(starts), 1)

    def test_what_is_known_exactly_is_said_once(self):
        lines = said("1000", "999", "-a", "shifted")
        self.assertEqual(lines[:3], [("both", "1000", "exact"), ("both", "999", "exact"),
                                     ("both", "1000", "exact")])
        self.assertIn(("both", "-inf", "exact"), said("-inf", "1"))
        self.assertIn(("both", "undefined", None), said("-inf", "-inf"))
        self.assertIn(("both", "exp(1000000000)", "exact"), said("1e9", "1"))

    def test_where_the_ball_knows_no_digit_it_says_how_near_to_zero(self):
        lines = said("0", "-100", "-a", "log_softmax")
        self.assertIn(("ball", "0", "within 5.9e-39"), lines)
        self.assertIn(("witness", "-3.72008e-44", "1.5e-7"), lines)
        self.assertIn(("ball", "1." + "0" * 35, "5.9e-39"), lines)  # zeros that are certain

    def test_no_line_is_wider_than_the_terminal_and_no_digit_is_lost(self):
        numbers = {digits for _, digits, _ in said("1000", "999.5")}
        for columns in (30, 40, 45, 60, 79, 80, 112):
            with self.subTest(columns=columns):
                page = COLOUR.sub("", screen("trace", "1000", "999.5", "--witness", columns=columns))
                self.assertLessEqual(max(map(len, page.splitlines())), columns)
                for digits in numbers:
                    self.assertIn(digits, re.sub(r"\s", "", page))

    def test_a_long_row_shows_its_largest(self):
        added = block(*map(str, range(40)), "-a", "shifted")
        self.assertIn("39 both", added)
        self.assertNotIn(" 29 both", added)
        self.assertIn(" 7 both", block(*map(str, range(8)), "--top", "1", "-a", "shifted"))


class Command(unittest.TestCase):
    def test_combinations_without_room_for_it_are_refused(self):
        for words, message in (
                (["--markdown"], "--witness has no column in --markdown: choose text, --json, "
                                 "--csv or --step"),
                (["--compare", "0.3,0.7"], "--witness is of a trace: --compare prints text, or "
                                           "--json"),
                (["--witness=1"], "--witness takes no value: write --witness alone")):
            done = run("trace", "1", "2", "--witness", *words)
            self.assertEqual((done.returncode, done.stdout, done.stderr),
                             (2, "", f"workbook: {message}\n"))

    def test_a_step_shows_both_below_the_reference(self):
        for columns in (30, 40, 80):
            terminal = Terminal("trace", "2", "1", "-a", "shifted", "--step", "--witness",
                                columns=columns)
            terminal.read(until=" > ")
            terminal.type("divide 1\n")
            page = COLOUR.sub("", terminal.read(until=" > "))
            self.assertLessEqual(max(map(len, page.splitlines())), columns)
            lines = re.sub(r"\n {13}", "", page).splitlines()
            self.assertTrue(any(re.match(r"  ball +0\.268941421369995120748840758178163726 ?", line)
                                for line in lines), page)
            self.assertTrue(any(re.match(r"  witness +0\.2689414213699951207488407581781637256348"
                                         r"\d+ ?", line) for line in lines), page)
            terminal.type("q\n")
            self.assertEqual(terminal.finish()[1], 0)

    def test_a_long_row_shows_progress_at_once_and_erases_it(self):
        with tempfile.TemporaryDirectory() as folder:
            path = folder + "/logits.txt"
            pathlib.Path(path).write_text(
                "\n".join(str(-(k * 7919 % 100003) / 997) for k in range(210_000)))
            terminal = Terminal("trace", "--file", path, "--top", "1", "--csv", "--witness", "-a",
                                "shifted", on=["stderr"])
            text, code = terminal.finish()
            self.assertEqual(code, 0)
            self.assertRegex(text, r"\A(\rtracing\.\.\. \d+ %)+\r\x1b\[K\Z")
        self.assertEqual(Terminal("trace", "1", "2", "--witness", on=["stderr"]).finish(), ("", 0))


if __name__ == "__main__":
    command.main()
