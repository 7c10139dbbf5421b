#!/usr/bin/env python3
"""Bad input: one line on standard error that says what is wrong, where, and how to mend it;
nothing on standard output; exit code 2.

    cli_errors_test.py PROGRAM SCHEMAS
"""
import unittest

import command
from command import run

FORMATS = "one of e4m3fn, e5m2, bfloat16, binary16, binary32, binary64, or precision,emin,emax"
HELP = "(see workbook trace --help)"

# The words after `workbook trace`, and what the line says.
TRACE = [
    ("x", "'x' is not a number; write 2, -.5, 1e3 or -inf"),
    ("1 2..5", "'2..5' is not a number"),
    ("1,2,,3", "'1,2,,3' is not a number"),
    ("1 0x10", "'0x10' is not a number"),
    ("1 -- -x", "'-x' is not a number"),
    ("1 1e9999", "'1e9999': decimal exponents beyond 5000 are not read"),
    ("", f"no logits: give numbers, or --file PATH {HELP}"),
    ("--top 3", f"no logits: give numbers, or --file PATH {HELP}"),
    ("1 2 -T 0", "temperature 0: T must be above 0"),
    ("1 2 -T -0.5", "temperature -0.5: T must be above 0"),
    ("1 2 --temperature nan", "temperature nan: T must be a finite number above 0"),
    ("1 2 -T inf", "temperature inf: T must be a finite number above 0"),
    ("1 2 --temperature=-inf", "temperature -inf: T must be a finite number above 0"),
    ("1 2 -T warm", "temperature 'warm' is not a number; write one above 0"),
    ("1 2 -T 1e-60", "temperature 1e-60 is 0 in binary32: choose a T that it can hold"),
    ("1 -f binary33", f"unknown format 'binary33'; did you mean 'binary32'? (a format is {FORMATS})"),
    ("1 -f decimal", f"unknown format 'decimal' (a format is {FORMATS})"),
    ("1 --format 1,-3,4", "format '1,-3,4': precision must be from 2 to 24"),
    ("1 --format 4,-3,4,5", "format '4,-3,4,5': more than precision,emin,emax"),
    ("1 --format 4,x,4", "format '4,x,4': 'x' is no whole number"),
    ("1 --accumulator binary46", "unknown format 'binary46'; did you mean 'binary16'?"),
    ("1 -a shiftd", "unknown algorithm 'shiftd'; did you mean 'shifted'? (one of unshifted, shifted,"),
    ("1 -a shifted,onlin", "unknown algorithm 'onlin'; did you mean 'online'?"),
    ("1 --sum pairwize", "unknown sum 'pairwize'; did you mean 'pairwise'? "
                         "(one of sequential, reverse, pairwise, compensated)"),
    ("1 --exp libn", "unknown exp 'libn'; did you mean 'libm'? (one of correctly_rounded, libm)"),
    ("1 --temperature-order scalefirst", "unknown temperature order 'scalefirst'; did you mean "
                                         "'scale_first'? (one of subtract_first, scale_first)"),
    ("1 65520 -f binary16", "logit 1 (65520) is infinite in binary16, whose largest number is 65504"),
    ("1 2 -500 -f e4m3fn", "logit 2 (-500) is NaN in e4m3fn, whose largest number is 448"),
    ("-inf 1 -f e4m3fn", "logit 0 (-inf): e4m3fn has no infinity to mask with; use -448"),
    ("1 nan", "logit 1 (nan) is NaN: a softmax of it means nothing"),
    ("1 2 +inf", "logit 2 (inf) is +inf: only -inf (a mask) is a logit"),
    ("1 --element 1", "--element 1: the logits are numbered 0 to 0"),
    ("1 2 --element -1", f"--element: '-1' is not a whole number from 0 {HELP}"),
    ("1 2 --top 0", f"--top: '0' is not a whole number from 1 {HELP}"),
    ("1 2 --top -3", f"--top: '-3' is not a whole number from 1 {HELP}"),
    ("1 2 --top many", f"--top: 'many' is not a whole number from 1 {HELP}"),
    ("1 2 --top 99999999999999999999", "--top: '99999999999999999999' is not a whole number"),
    ("1 2 --row 0", "--row is of a file: give one by --file PATH"),
    ("1 --file y", "logits both on the command line and in --file: give one of them"),
    ("1 --formt binary16", f"unknown option '--formt'; did you mean '--format'? {HELP}"),
    ("1 --zzzzzzzz", f"unknown option '--zzzzzzzz' {HELP}"),
    ("1 -x", f"unknown option '-x' {HELP}"),
    ("1 --top", "--top: 1 required"),
    ("1 -T 1 -T 2", "--temperature: "),
]

# The same of the first word.
FIRST = [
    ("tracee 1", "unknown command 'tracee'; did you mean 'trace'? (see workbook --help)"),
    ("zzzzzz", "unknown command 'zzzzzz' (see workbook --help)"),
    ("-1 2", "numbers need a command before them: workbook trace -1"),
    ("--verbose", "unknown command '--verbose' (see workbook --help)"),
]


class BadInput(unittest.TestCase):
    def refused(self, words, message, stdin=""):
        done = run(*words, stdin=stdin)
        with self.subTest(words=words):
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            self.assertRegex(done.stderr, r"\Aworkbook: [ -~]{1,300}\n\Z")
            self.assertIn("workbook: " + message, done.stderr)

    def test_words_of_trace_are_refused(self):
        for words, message in TRACE:
            self.refused(["trace", *words.split()], message)

    def test_first_words_are_refused(self):
        for words, message in FIRST:
            self.refused(words.split(), message)

    def test_an_empty_word_is_refused(self):
        self.refused(["trace", ""], "'' is not a number")
        self.refused(["trace", "1", "--top", ""], "--top: '' is not a whole number from 1")
        self.refused(["trace", "1", "-T", ""], "temperature '' is not a number")
        self.refused(["trace", "1", "-f", ""], "unknown format ''")

    def test_a_refusal_is_one_line_whatever_was_typed(self):
        self.refused(["trace", "1\n2\x1b[31m"], r"'1\x0a2\x1b[31m' is not a number")
        self.refused(["trace", "1", "--format", "a\nb"], r"unknown format 'a\x0ab'")
        self.refused(["a\nb"], r"unknown command 'a\x0ab'")
        self.refused(["trace", "1", "--a\nb"], r"unknown option '--a\x0ab'")

    def test_a_bad_number_on_standard_input_is_named_by_its_place(self):
        self.refused(["trace", "--file", "-"], "standard input, line 2, column 3: 'x' is not a "
                     "number; correct it, or begin a comment with #", stdin="1 2\n3 x\n")
        self.refused(["trace", "--file", "-"], "standard input is empty; it should hold numbers")

    def test_step_asks_for_a_terminal(self):
        self.refused(["trace", "1", "2", "--step"],
                     "--step asks for keys: run it on a terminal", stdin="q\n")


if __name__ == "__main__":
    command.main()
