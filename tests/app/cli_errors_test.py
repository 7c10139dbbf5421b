#!/usr/bin/env python3
"""Bad input: one line on standard error that says what is wrong, where, and how to mend it;
nothing on standard output; exit code 2.

    cli_errors_test.py PROGRAM SCHEMAS
"""
import subprocess
import unittest

import command
from command import run

FORMATS = "one of e4m3fn, e5m2, bfloat16, binary16, binary32, binary64, or precision,emin,emax"
HELP = "(see ./workbook trace --help)"

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
    ("1 65520 -f binary16", "logit 1 (65520) is infinite in binary16, whose largest number is 65504; "
                             "choose a wider format, or a logit nearer to 0"),
    ("1 1e309", "logit 1 (1e309) is infinite in binary32, whose largest number is 3.4028235e+38; "
                "choose a wider format"),
    ("1 -1e309 -f binary64", "logit 1 (-1e309) is infinite in binary64, whose largest number is "
                             "1.7976931348623157e+308; choose a logit nearer to 0"),
    ("1 2 -500 -f e4m3fn", "logit 2 (-500) is NaN in e4m3fn, whose largest number is 448"),
    ("-inf 1 -f e4m3fn", "logit 0 (-inf): e4m3fn has no infinity to mask with; use -448"),
    ("1 nan", "logit 1 (nan) is NaN: a softmax of it means nothing; give a number, or -inf for a "
              "mask"),
    ("1 2 +inf", "logit 2 (inf) is +inf: only -inf (a mask) is a logit; give a finite number"),
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
    ("1 --top", f"--top needs a value: --top K {HELP}"),
    ("1 --top --json", f"--top needs a value: --top K {HELP}"),
    ("1 --top=", f"--top needs a value: --top K {HELP}"),
    ("--file", f"--file needs a value: --file PATH {HELP}"),
    ("1 --row", f"--row needs a value: --row ROW {HELP}"),
    ("1 --compare", f"--compare needs a value: --compare PROBABILITIES {HELP}"),
    ("1 -f", f"-f needs a value: -f FORMAT {HELP}"),
    ("1 -a", f"-a needs a value: -a ALGORITHM {HELP}"),
    ("1 -a ,", "--algorithm needs a value: a name, several with commas, or all"),
    ("1 -T", f"-T needs a value: -T T {HELP}"),
    ("1 --temperature-order", f"--temperature-order needs a value: --temperature-order ORDER {HELP}"),
    ("1 --sum", f"--sum needs a value: --sum ORDER {HELP}"),
    ("1 --accumulator", f"--accumulator needs a value: --accumulator FORMAT {HELP}"),
    ("1 --exp", f"--exp needs a value: --exp EXP {HELP}"),
    ("1 --element", f"--element needs a value: --element ELEMENT {HELP}"),
    ("1 -T 1 -T 2", "--temperature is given twice: give it once"),
    ("--file a --file b", "--file is given twice: give it once"),
    ("1 --top 1 --top=2", "--top is given twice: give it once"),
    ("1 --json=false", "--json takes no value: write --json alone"),
    ("1 --step=1", "--step takes no value: write --step alone"),
    ("1 --json --csv", "--json and --csv are two outputs: choose one of them"),
    ("1 --markdown --csv", "--csv and --markdown are two outputs: choose one of them"),
    ("1 --step --json", "--json and --step are two outputs: choose one of them"),
    ("1 -a all,foo", "unknown algorithm 'foo'"),
    ("1 -a foo,all", "unknown algorithm 'foo'"),
    ("1 -a online shifted", "'shifted' is an algorithm: write -a, and several with commas"),
    ("1 -f float32", "unknown format 'float32'; did you mean 'binary32'?"),
    ("1 -f FP16", "unknown format 'FP16'; did you mean 'binary16'?"),
    ("1 -a naive", "unknown algorithm 'naive'; did you mean 'unshifted'?"),
    ("1 -a flash", "unknown algorithm 'flash'; did you mean 'online'?"),
    ("1 --sum naive", "unknown sum 'naive'; did you mean 'sequential'?"),
    ("1 --sum kahan", "unknown sum 'kahan'; did you mean 'compensated'?"),
    ("1 -1..5", "'-1..5' is not a number"),
    ("[]", "'[]' holds no numbers; a list is [2, -.5, -inf]"),
    ("[1,x]", "in the list '[1,x]', 'x' is not a number; write 2, -.5, 1e3 or -inf"),
    ("[1,,2]", "in the list '[1,,2]', '' is not a number"),
    ("[1, 2 --json", "'[1, 2' is a list without an end; close it with ]"),
    ("[[1,2],[3,4]]", "'[[1,2],[3,4]]' is more than one list; give one row of numbers"),
]

# The same of the first word.
FIRST = [
    ("tracee 1", "unknown command 'tracee'; did you mean 'trace'? (see ./workbook --help)"),
    ("step", "unknown command 'step' (see ./workbook --help)"),
    ("zzzzzz", "unknown command 'zzzzzz' (see ./workbook --help)"),
    ("-1 2", "numbers need a command before them: ./workbook trace -1"),
    ("--verbose", "unknown command '--verbose' (see ./workbook --help)"),
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

    def test_a_refusal_is_short_whatever_was_typed(self):
        long = "x" * 5000
        for words in (["1", "-f", long], ["1", "-f", "4," + long], ["1", "-a", long], [long],
                      ["1", "--sum", long], ["1", "--exp", long], ["1", "--" + long],
                      ["1", "-T", long], ["[" + long + "]"], ["9" * 900]):
            self.refused(["trace", *words], "")

    def test_characters_are_shown_as_they_are_and_what_is_none_is_spelled_out(self):
        for word, shown in (("t\u00e4st", "t\u00e4st"), ("\u65e5\u672c", "\u65e5\u672c"),
                            ("a\u0085b", r"a\xc2\x85b"), ("a\u202eb", r"a\xe2\x80\xaeb"),
                            ("\udcff1", r"\xff1")):
            done = run("trace", word)
            self.assertEqual(done.returncode, 2)
            self.assertIn(f"workbook: '{shown}' is not a number", done.stderr)
        self.assertIn("'\u22121' begins with the minus sign U+2212; write -",
                      run("trace", "\u22121").stderr)

    def test_where_standard_error_takes_nothing_the_exit_code_tells(self):
        for words, code in ((["x"], 2), (["1", "--top"], 2), (["--file", "/none"], 2), (["1"], 3)):
            for redirected in ("2>&-", "2>/dev/full"):
                with self.subTest(words=words, redirected=redirected):
                    shell = f'exec "$@" >/dev/full {redirected}'
                    done = subprocess.run(["sh", "-c", shell, "sh", command.PROGRAM, "trace", *words],
                                          check=False, timeout=command.MOST_SECONDS)
                    self.assertEqual(done.returncode, code)

    def test_a_bad_number_on_standard_input_is_named_by_its_place(self):
        self.refused(["trace", "--file", "-"], "standard input, line 2, column 3: 'x' is not a "
                     "number; correct it, or begin a comment with #", stdin="1 2\n3 x\n")
        self.refused(["trace", "--file", "-"], "standard input is empty; it should hold numbers")

    def test_step_asks_for_a_terminal(self):
        self.refused(["trace", "1", "2", "--step"],
                     "--step asks for keys: run it on a terminal", stdin="q\n")


if __name__ == "__main__":
    command.main()
