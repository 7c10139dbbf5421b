#!/usr/bin/env python3
"""The corpus of 300 traces prints the bytes whose SHA-256 is committed, and it covers what it should.

    corpus_test.py PROGRAM             the tests
    corpus_test.py PROGRAM --update    writes corpus.sha256 anew; look at the difference first
"""
import json
import sys
import unittest
from pathlib import Path

import corpus

PROGRAM = sys.argv[1]
FORMATS = {"e4m3fn", "e5m2", "bfloat16", "binary16", "binary32", "binary64"}
ALGORITHMS = {"unshifted", "shifted", "online", "division_free", "unshifted_division_free",
              "log_softmax", "log_sum_exp"}
ORDERS = {"sequential", "reverse", "pairwise", "compensated"}
OUTCOMES = {"exact", "rounded", "subnormal", "underflow_to_zero", "overflow", "nan", "masked",
            "carried"}
STAGES = {"read", "scale", "max", "subtract", "exponentiate", "sum", "divide", "log", "add", "stream"}
# The canonical quiet NaN: every exponent bit and the first of the fraction's; e4m3fn has only one.
NANS = {"e4m3fn": "0x7f", "e5m2": "0x7e", "bfloat16": "0x7fc0", "binary16": "0x7e00",
        "binary32": "0x7fc00000", "binary64": "0x7ff8000000000000"}


class Corpus(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.texts = corpus.outputs(PROGRAM)
        cls.answers = [json.loads(text) for text in cls.texts if text.startswith(b"{")]
        cls.traces = [answer for answer in cls.answers if "runs" in answer]
        cls.values = [(trace["format"], run["algorithm"], stage["stage"], value)
                      for trace in cls.traces for run in trace["runs"] for stage in run["stages"]
                      for value in stage["values"]]

    def test_it_is_300_settings_and_no_two_are_alike(self):
        self.assertEqual(len(corpus.settings()), corpus.SIZE)
        self.assertEqual(len(set(corpus.settings())), corpus.SIZE)

    def test_the_bytes_are_those_committed(self):
        whole, each = corpus.hashes(self.texts)
        print("corpus", whole)
        self.assertEqual(corpus.changed(each), [])
        self.assertEqual(whole, corpus.committed()[0])

    def test_it_has_every_format_algorithm_order_stage_and_outcome(self):
        self.assertLessEqual(FORMATS, {trace["format"] for trace in self.traces})
        self.assertGreaterEqual(len({t["format"] for t in self.traces} - FORMATS), 10)
        self.assertEqual({value[1] for value in self.values}, ALGORITHMS)
        self.assertEqual({trace["summation"]["order"] for trace in self.traces}, ORDERS)
        self.assertEqual({value[2] for value in self.values}, STAGES)
        for algorithm in ALGORITHMS:
            self.assertLessEqual(FORMATS, {v[0] for v in self.values if v[1] == algorithm})
        # e4m3fn has no infinity: neither a mask nor inf/inf is possible in it.
        for name in FORMATS:
            found = {v[3]["outcome"] for v in self.values if v[0] == name}
            self.assertLessEqual(OUTCOMES - ({"masked", "nan"} if name == "e4m3fn" else set()), found)

    def test_it_has_every_option(self):
        words = {word for line in corpus.settings() for word in line.split(" ")}
        self.assertLessEqual({"-f", "-a", "-T", "--temperature-order", "--sum", "--accumulator",
                              "--exp", "--top", "--element", "--json", "--csv", "--markdown",
                              "--compare", "libm", "correctly_rounded", "scale_first",
                              "subtract_first"}, words)

    def test_it_has_births_and_bounds_of_every_kind(self):
        runs = [run for trace in self.traces for run in trace["runs"]]
        for birth in ("first_infinity", "first_nan"):
            self.assertTrue(any(run[birth] is None for run in runs))
            self.assertTrue(any(run[birth] is not None for run in runs))
        bounds = [bound for run in runs for bound in run["bounds"]]
        for key in ("applies", "vacuous"):
            self.assertEqual({bound[key] for bound in bounds}, {True, False})

    def test_every_nan_has_the_canonical_bits(self):
        found = {(name, value["bits"]) for name, _, _, value in self.values
                 if value["computed"] == "nan" and name in FORMATS}
        self.assertEqual(found, set(NANS.items()))


if __name__ == "__main__":
    if "--update" in sys.argv:
        corpus.commit(*corpus.hashes(corpus.outputs(PROGRAM)))
        print(Path(corpus.COMMITTED).read_text(encoding="utf-8").split()[0])
    else:
        unittest.main(argv=sys.argv[:1])
