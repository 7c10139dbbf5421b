#!/usr/bin/env python3
"""Numbers among options: every word that is a number is a logit, wherever it stands.

    cli_words_test.py PROGRAM SCHEMAS
"""
import json
import re
import unittest

import command
from command import output, run, trace_json

NUMBERS = ["-1", "-.5", "-inf", "1e3", "+2", ".5", "5."]


class Words(unittest.TestCase):
    def logits(self, *words):
        return trace_json(*words)["logits"]

    def test_numbers_are_logits_anywhere_among_options(self):
        for k in range(len(NUMBERS) + 1):
            words = NUMBERS[:k] + ["--format", "binary64", "-a", "online"] + NUMBERS[k:]
            trace = trace_json(*words)
            self.assertEqual(trace["logits"], NUMBERS)
            self.assertEqual(trace["format"], "binary64")
            self.assertEqual(len(trace["runs"]), 1)

    def test_a_number_after_an_option_belongs_to_it(self):
        trace = trace_json("-T", "2", "1", "--temperature-order", "scale_first", "2")
        self.assertEqual(trace["logits"], ["1", "2"])
        self.assertEqual(trace["temperature"]["given"], "2")
        self.assertEqual(trace_json("3", "--top", "1", "2")["shown"], 1)
        self.assertEqual(self.logits("--temperature=2", "3", "4"), ["3", "4"])
        self.assertEqual(self.logits("1", "-f", "5,-6,7", "2"), ["1", "2"])

    def test_a_number_after_a_flag_is_a_logit(self):
        self.assertEqual(self.logits("1", "--json", "-2"), ["1", "-2"])

    def test_a_list_with_commas_is_taken_apart(self):
        self.assertEqual(self.logits("2,1,-.5"), ["2", "1", "-.5"])
        self.assertEqual(self.logits("2,", "1,", "0.1"), ["2", "1", "0.1"])

    def test_a_pasted_list_is_taken_apart(self):
        for words in (["[2, 1, -inf]"], ["[2,1,-inf]"], ["[2 1 -inf]"], [" [2, 1,\n -inf] "],
                      ["2, 1, -inf"], ["2 1 -inf"], ["[2,", "1,", "-inf]"], ["2", "[1]", "-inf"],
                      ["[2,", "1]", "-inf"]):
            self.assertEqual(self.logits(*words), ["2", "1", "-inf"], words)
        self.assertEqual(self.logits("-T", "2", "[2,", "1]", "-f", "binary64", "3"), ["2", "1", "3"])

    def test_two_dashes_end_the_options(self):
        self.assertEqual(json.loads(output("trace", "--json", "--", "-1", "2"))["logits"],
                         ["-1", "2"])
        self.assertIn("'--json' is not a number", run("trace", "--", "1", "--json").stderr)

    def test_digits_are_kept_as_they_were_written(self):
        self.assertEqual(self.logits("0.10", "+1.e0", "-0"), ["0.10", "+1.e0", "-0"])

    def test_minus_zero_keeps_its_sign(self):
        value = trace_json("-0", "-a", "shifted")["runs"][0]["stages"][0]["values"][0]
        self.assertEqual(value["bits"], "0x80000000")

    def test_the_short_names_of_options_do_what_the_long_do(self):
        self.assertEqual(output("trace", "1", "2", "-f", "binary16", "-a", "online", "-T", "2"),
                         output("trace", "1", "2", "--format=binary16", "--algorithm", "online",
                                "--temperature", "2"))

    def test_help_and_version(self):
        self.assertRegex(output("--version"), r"\Asoftmax workbook \d+\.\d+\.\d+\n\Z")
        self.assertEqual(output("--help"), output("help"))
        self.assertIn("workbook trace LOGITS", output("-h"))
        page = output("trace", "--help")
        self.assertEqual(page, output("trace", "1", "--help"))
        for option in ("--file", "--row", "--format", "--algorithm", "--temperature", "--sum",
                       "--accumulator", "--exp", "--top", "--element", "--json", "--csv",
                       "--markdown", "--step", "--compare", "--witness"):
            self.assertIn(option, page)
        for value in ("--file PATH", "--row ROW", "--compare PROBABILITIES", "--format FORMAT",
                      "--algorithm ALGORITHM", "--temperature T", "--temperature-order ORDER",
                      "--sum ORDER", "--accumulator FORMAT", "--exp EXP", "--top K",
                      "--element ELEMENT"):
            self.assertRegex(page, re.escape(value) + r"\b")
        self.assertNotRegex(page, "TEXT|UINT")

    def test_commands_are_shown_as_they_are_typed(self):
        for page in (output("--help"), output("trace", "--help")):
            for at in re.finditer(r"workbook( trace|  | --)", page):
                self.assertEqual(page[at.start() - 2:at.start()], "./")

    def test_algorithms_add_up(self):
        trace = trace_json("1", "-a", "online,", "-a", "shifted")
        self.assertEqual([run["algorithm"] for run in trace["runs"]], ["online", "shifted"])
        self.assertEqual(len(trace_json("1", "-a", "shifted,all")["runs"]), 7)

    def test_alone_it_shows_the_overflow_and_what_to_try(self):
        page, heading, _ = output().partition("\nThe lessons:\n")
        self.assertTrue(heading)
        self.assertIn(output("trace", "1000", "999", "998"), page)
        for line in page.split("Try next:\n")[1].splitlines():
            words = line.strip().split("  ")[0].split()
            self.assertEqual(words[:2], ["./workbook", "trace"])
            if "--step" not in words:
                self.assertNotEqual(output(*words[1:]), "")


if __name__ == "__main__":
    command.main()
