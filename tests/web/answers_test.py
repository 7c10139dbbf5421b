#!/usr/bin/env python3
"""What a page asks beside traces: windows of them, tokens and formats, by their schemas, and verdicts
on answers; it prints how long it waits.

    answers_test.py PROGRAM SCHEMAS
"""
import json
import math
import random
import struct
import sys
import unittest
from pathlib import Path

import page
from jsonschema import Draft202012Validator

SCHEMAS = Path(sys.argv[2])
FORMATS = ["e4m3fn", "e5m2", "bfloat16", "binary16", "binary32", "binary64", "4,-3,4"]


def valid(text, schema):
    answer = json.loads(text)
    schema = json.loads((SCHEMAS / f"{schema}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(answer)
    return answer


def decoded(words, *wanted):
    told = page.answers([["trace", words], *(["decode", one] for one in wanted)])[1:]
    return [valid(one["text"], "decode") for one in told]


def window_of(report):
    """What of a whole trace needs no look at every logit."""
    runs = [{key: value for key, value in run.items() if key not in ("bounds", "ledger")}
            for run in report["runs"]]
    rest = {key: value for key, value in report.items() if key != "reading"}
    return {**rest, "schema": "softmax-workbook/window/1", "runs": runs}


def values_of(report):
    return [value for run in report["runs"] for stage in run["stages"] for value in stage["values"]]


def single(text):
    """As binary32 reads it, and JSON has it."""
    number = struct.unpack("f", struct.pack("f", float(text)))[0]
    return number if math.isfinite(number) else text


class Answers(unittest.TestCase):
    def test_a_window_is_the_trace_without_what_looks_at_the_whole_row(self):
        random.seed(3000)
        long = [f"{random.gauss(0, 30):.3f}" for _ in range(3000)]
        for row in (["2", "1", "0.1"], ["1000", "-inf", "998"], long):
            for top in (1, 2, 40):
                told = page.answers([["trace", [*row, "-a", "all"]], ["window", top],
                                     ["report", ["--json", "--top", str(top)]]])
                self.assertEqual([one for one in told if "error" in one], [])
                window, report = (json.loads(one["text"]) for one in told[1:])
                for value in values_of(window):
                    self.assertEqual(single(value.pop("text")), value["computed"])
                self.assertEqual(window, window_of(report), (row[:4], top))
                outputs = {run["output"] for run in window["runs"]}
                self.assertEqual(outputs, {"probabilities", "log_probabilities", "log_sum_exp"})

    def test_a_verdict_on_an_answer(self):
        said = {"0.659": "right", "65.9 %": "right", "0.7": "wrong", "nan": "wrong", "0.333": "0",
                "0.645": "1", "two thirds": "unreadable", "": "unreadable"}
        asked = ["0.659", "3", "0.333", "0.645"]
        told = page.answers([["judge", [typed, *asked]] for typed in said])
        self.assertEqual([one.get("text") for one in told], [*said.values()])
        few, digits = page.answers([["judge", ["1", "1"]], ["judge", ["1", "1", "x"]]])
        self.assertIn("give what, right and digits", few.get("error", ""))
        self.assertEqual((digits.get("code"), "text" in digits), (2, False))

    def test_every_format_has_its_facts(self):
        facts = [valid(one["text"], "format")
                 for one in page.answers([["format", name] for name in FORMATS])]
        self.assertEqual([one["format"] for one in facts], FORMATS)
        self.assertEqual(facts[3]["largest"], 65504)
        self.assertEqual(facts[4]["exp"]["overflow_above"][:9], "88.722839")

    def test_a_token_by_every_rule(self):
        (told,) = decoded(["0", "2", "1", "2", "-inf", "-a", "shifted"],
                          {"topK": 3, "topP": 0.8, "minP": 0.5, "seed": 2026, "counter": 3})
        self.assertEqual(told["greedy"], 1)
        self.assertEqual([cut["rule"] for cut in told["cuts"]], ["top_k", "top_p", "min_p"])
        self.assertEqual([cut["kept"] for cut in told["cuts"]], [[1, 3, 2], [1, 3], [1, 3]])
        self.assertEqual(told["left"], {"indices": [1, 3], "probabilities": [0.5, 0.5]})
        drawn = told["sample"]
        self.assertIn(drawn["index"], (1, 3))
        self.assertLessEqual(drawn["from"], drawn["u"] * drawn["total"])
        self.assertLess(drawn["u"] * drawn["total"], drawn["to"])

    def test_a_seed_is_a_stream_and_chance_is_spread(self):
        wanted = [{"seed": 7, "counter": counter} for counter in range(400)]
        once, again = decoded(["0", "0"], *wanted), decoded(["0", "0"], *wanted)
        self.assertEqual(once, again)
        self.assertTrue(150 < sum(one["sample"]["index"] for one in once) < 250)

    def test_entropy(self):
        for words, nats in ((["0", "0"], "0.69314718055994530941723212145"), (["5"], "0"),
                            (["1", "-inf"], "0"), (["0", "1e9"], "0")):
            (told,) = decoded([*words, "-a", "shifted"], {})
            self.assertEqual(told["entropy"]["nats"][:len(nats)], nats, words)

    def test_what_cannot_be_decoded_is_refused(self):
        for words, wanted, line in (
                (["1000", "1", "-a", "unshifted"], {}, "probability 0 is nan"),
                (["1", "-a", "log_softmax"], {}, "decode a run of probabilities"),
                (["1", "2", "-f", "e4m3fn"], {"topK": 1}, "e4m3fn has no infinity to mask with"),
                (["-inf", "-inf"], {}, "every token is masked")):
            told = page.answers([["trace", words], ["decode", wanted]])
            self.assertIn(line, told[-1].get("error", ""), words)

    def test_a_row_of_a_vocabulary(self):
        random.seed(50257)
        row = [random.gauss(0, 4) for _ in range(50257)]
        words, listed = ["--file", "gpt2"], ["--json", "--top", "40"]
        few = [f"{logit:.3f}" for logit in row[:16]]
        bytes_of_row = b" ".join(f"{logit:.6f}".encode() for logit in row)
        told = page.answers([["keepFile", "gpt2", bytes_of_row], ["trace", few], ["report", ["--json"]],
                             ["trace", few], ["report", ["--json"]], ["trace", words],
                             ["report", listed], ["decode", {"topK": 40, "topP": 0.9}]])
        short, long = told[3:5], told[5:]
        self.assertEqual(len(told), 8)
        self.assertEqual([one for one in told if "error" in one], [])
        print("16 logits: trace {:.1f} ms, report {:.1f}".format(*(one["ms"] for one in short)))
        print("50,257: trace {:.0f} ms, report of 40 {:.0f}, token {:.0f}".format(
            *(one["ms"] for one in long)))
        report = json.loads(long[1]["text"])
        self.assertEqual((report["count"], report["shown"]), (len(row), 40))
        self.assertEqual(report["indices"][0], row.index(max(row)))


if __name__ == "__main__":
    page.main()
