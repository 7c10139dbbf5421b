#!/usr/bin/env python3
"""The findings below the tables: the verdicts' words, and the bars.

    cli_report_test.py PROGRAM SCHEMAS
"""
import re
import unittest

import command
from command import output


def verdicts(*words):
    return re.findall(r"^\w+ +(BROKE.*)", output("trace", *words), re.MULTILINE)


def bars(*words):
    """The heading of the bars, and of each line its percentage and its bar."""
    heading, *rows = output("trace", *words).split("\nprobabilities ")[1].splitlines()
    return heading, [re.fullmatch(r" +\d+ +\S+ +(.*?)(?:  (.*))?", row).groups() for row in rows]


class Verdicts(unittest.TestCase):
    def test_one_is_and_many_are(self):
        zero = ["0", "-7", "-7", "-f", "e4m3fn", "-a"]
        for words, said in ((["90", "1", "-a", "unshifted"], "1 of 2 values is nan or inf"),
                            (["1000", "-a", "unshifted"], "1 of 1 value is nan or inf"),
                            (["1000", "999", "-a", "unshifted"], "2 of 2 values are nan or inf"),
                            ([*zero, "log_softmax"], "1 of 3 values is 0 and should not be"),
                            ([*zero, "log_sum_exp"], "1 of 1 value is 0 and should not be")):
            with self.subTest(words=words):
                self.assertEqual(verdicts(*words), ["BROKE: " + said])

    def test_one_listed_logit_is_the_largest(self):
        self.assertIn("\nthe largest of 3 logits\n", output("trace", "1", "2", "3", "--top", "1"))


class Bars(unittest.TestCase):
    def test_they_are_of_the_last_run_that_did_not_break(self):
        for words, algorithm in ((["1000", "999", "998", "-a", "all"], "division_free"),
                                 (["1000", "999", "-a", "shifted,unshifted"], "shifted"),
                                 (["1000", "999", "-a", "online,shifted,unshifted"], "shifted"),
                                 (["2", "1", "-a", "shifted,unshifted"], "unshifted"),
                                 (["2", "1", "-a", "shifted,log_softmax"], "shifted")):
            with self.subTest(words=words):
                heading, rows = bars(*words)
                self.assertEqual(heading, f"({algorithm}, binary32)")
                self.assertTrue(rows[0][1])

    def test_where_all_broke_they_are_of_the_last(self):
        heading, rows = bars("1000", "999", "-a", "unshifted_division_free,unshifted")
        self.assertEqual(heading, "(unshifted, binary32)")
        self.assertEqual(rows, [("nan", None)] * 2)

    def test_what_is_no_number_has_none(self):
        _, rows = bars("-110", "-120", "-a", "unshifted_division_free")
        self.assertEqual(rows, [("inf", None)] * 2)

    def test_a_probability_of_one_is_the_longest(self):
        _, rows = bars("5", "-inf")
        self.assertEqual(rows, [("100 %", "█" * 50), ("0 %", None)])


if __name__ == "__main__":
    command.main()
