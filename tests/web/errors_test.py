#!/usr/bin/env python3
"""Wrong words in a page: the line that the terminal prints, without its "workbook: ".

    errors_test.py PROGRAM SCHEMAS
"""
import subprocess
import sys
import unittest
from pathlib import Path

import page

sys.path.append(str(Path(__file__).resolve().parents[1] / "app"))
import cli_errors_test  # noqa: E402  pylint: disable=wrong-import-position

PROGRAM = sys.argv[1]
# Besides those of the command line's own test: words that only a list of words can hold.
MORE = [["1", "2", "-f", "bin\nary"], [""], ["[1,", "2"], ["\u2212" "1"], ["1", "\x1b[2J"],
        ["1", "--element", "1"], ["nan", "1"], ["1", "inf"], ["-inf", "1", "-f", "e4m3fn"],
        ["1e39", "1"], ["1", "2", "--compare", "0.5,0.5,0"],
        ["1", "2", "--compare", "nothing.json"],
        ["1", "2", "--compare", "0.5,0.5", "--top", "1"], ["--file", "-"], ["1", "--file="],
        # What the parser itself has to say of options, of which a page has its own.
        ["1", "-T=2"], ["1", "-Tx"], ["1", "-x5"], ["1", "--=3"], ["1", "-h=3"], ["1", "-hT", "3"],
        ["1", "--top", "x", "--row", "y"], ["1", "--row", "y", "--top", "x"], ["1", "-f", "{}"],
        ["1", "--top="], ["1", "-a", "online", "-a", "x"], ["1", "---x", "-q"], ["1", "--Top", "3"],
        ["1", "-abc"], ["1", "--help", "--top", "x"]]
# And what it takes.
TAKEN = [["1", "2", "-T2"], ["1", "2", "-fbinary16"], ["1", "-aonline,", "-ashifted", "2"],
         ["1", "--format=e5m2", "--temperature=.5"], ["1", "2", "--json", "--json"], ["1", "---x"],
         ["-1", "--", "-2"], ["[1,", "2]", "--top=1"], ["1", "-T", "3", "--sum", "pairwise", "2"]]
LISTS = [words.split() for words, _ in cli_errors_test.TRACE] + MORE


def of_the_terminal(words):
    done = subprocess.run([PROGRAM, "trace", *words], stdin=subprocess.DEVNULL,
                          env={"LC_ALL": "C.UTF-8", "COLUMNS": "100"}, capture_output=True,
                          check=False, timeout=page.MOST_SECONDS)
    return done.stdout.decode(), done.stderr.decode()


class Errors(unittest.TestCase):
    def test_they_are_those_of_the_terminal(self):
        self.assertGreater(len(LISTS), 30)
        for words, (text, error) in zip(LISTS, page.printed(LISTS), strict=True):
            self.assertNotEqual(error, "", words)
            self.assertEqual((text, f"workbook: {error}\n"), of_the_terminal(words), words)

    def test_what_the_terminal_takes_is_taken(self):
        for words, told in zip(TAKEN, page.printed(TAKEN), strict=True):
            self.assertEqual(told, of_the_terminal(words), words)

    def test_bad_input_has_the_code_of_bad_input(self):
        self.assertEqual(page.answers([["trace", ["1", "x"]]])[0]["code"], 2)

    def test_what_only_a_page_can_ask_wrong(self):
        keep = ["trace", ["2", "1"]]
        for calls, line in (
                ([["report", ["--json"]]], "no trace is kept"),
                ([keep, ["trace", ["1", "x"]], ["report", ["--json"]]], "no trace is kept"),
                ([["compare", ["1", "2"]]], "nothing to compare"),
                ([["trace", ["1", "2", "--compare", "0.5,0.5"]]], "--compare makes no trace"),
                ([["trace", ["--help"]]], "--help is of the terminal"),
                ([keep, ["decode", {"seed": -1}]], "seed is -1: it must be a whole number from 0"),
                ([keep, ["decode", {"topK": 1.5}]], "k is 1.5"),
                ([keep, ["decode", {"topK": 0}]], "k is 0: at least one token is kept"),
                ([keep, ["decode", {"topP": 2}]], "p is 2: it must be from 0 to 1"),
                ([keep, ["decode", {"run": 2}]], "run 2: the runs are numbered 0 to 1"),
                ([["format", "binary33"]], "unknown format 'binary33'; did you mean 'binary32'?")):
            last = page.answers(calls)[-1]
            self.assertIn(line, last.get("error", ""), calls)
            self.assertEqual(last["code"], 2)


if __name__ == "__main__":
    page.main()
