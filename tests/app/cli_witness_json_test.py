#!/usr/bin/env python3
"""--witness in --json and --csv: every reference by a second library too.

    cli_witness_json_test.py PROGRAM SCHEMAS
"""
import csv
import decimal
import io
import json
import pathlib
import unittest

import jsonschema

import command
from command import output, trace_json

with open(pathlib.Path(command.SCHEMAS) / "trace.schema.json", encoding="utf-8") as schema_file:
    VALIDATOR = jsonschema.Draft202012Validator(json.load(schema_file))

KEYS = ["witness", "witness_radius", "witness_agrees"]
ROWS = [["1000", "999"], ["2.0", "1.0", "0.1"], ["-inf", "2", "1"], ["-inf", "-inf"], ["0", "-100"],
        ["1e9", "1", "-1e9"], ["-140", "-139.5", "-141.25", "-T", "0.7"],
        ["2", "1", "0.1", "-f", "e4m3fn"], ["1e300", "-1e300", "-f", "binary64"]]


def values(*words):
    trace = trace_json(*words, "--witness", "-a", "all")
    VALIDATOR.validate(trace)
    return [value for run in trace["runs"] for stage in run["stages"] for value in stage["values"]]


class Json(unittest.TestCase):
    def test_it_is_valid_and_both_hold_one_number(self):
        for words in ROWS:
            with self.subTest(words=words):
                for value in values(*words):
                    self.assertIs(value["witness_agrees"], True)
                    self.assertEqual(value["radius"] is None, value["witness_radius"] is None)
                    if value["radius"] is None or value["witness"] == "-inf":
                        continue
                    with decimal.localcontext(decimal.Context(prec=200)):
                        reference, witness, radius, witness_radius = (
                            decimal.Decimal(value[key])
                            for key in ("reference", "witness", "radius", "witness_radius"))
                        self.assertLessEqual(abs(reference - witness), radius + witness_radius)

    def test_the_witness_is_right_by_a_third_library(self):
        with decimal.localcontext() as context:
            context.prec = 90
            terms = [decimal.Decimal(z).exp() for z in (2, 1, -3)]
            last = trace_json("2", "1", "-3", "--witness")["runs"][1]["stages"][-1]["values"]
            for value, term in zip(last, terms):
                witness = decimal.Decimal(value["witness"])
                self.assertLessEqual(abs(witness - term / sum(terms)),
                                     decimal.Decimal(value["witness_radius"]))
                self.assertGreaterEqual(len(witness.as_tuple().digits), 45)

    def test_words_are_those_of_the_reference(self):
        for words, word in ((["-inf", "1"], "-inf"), (["-inf", "-inf"], "undefined"),
                            (["1e9", "1"], "exp(1000000000)"), (["1000"], "1000")):
            found = [value for value in values(*words) if value["reference"] == word]
            self.assertTrue(found)
            self.assertEqual({value["witness"] for value in found}, {word})

    def test_without_it_there_is_none_and_the_rest_is_the_same(self):
        for words in ROWS:
            plain = trace_json(*words)
            trace = trace_json(*words, "--witness")
            for one in trace["runs"]:
                self.assertEqual(one.pop("undecided"), 0)
                for value in (value for stage in one["stages"] for value in stage["values"]):
                    for key in KEYS:
                        del value[key]
            self.assertEqual(trace, plain)

    def test_csv_holds_the_same_in_its_last_columns(self):
        for words in ROWS:
            header, *rows = csv.reader(io.StringIO(
                output("trace", *words, "-a", "all", "--witness", "--csv")))
            plain = list(csv.reader(io.StringIO(output("trace", *words, "-a", "all", "--csv"))))
            self.assertEqual(header[-3:], KEYS)
            self.assertEqual([header[:-3]] + [row[:-3] for row in rows], plain)
            self.assertEqual([row[-3:] for row in rows],
                             [[value["witness"], value["witness_radius"] or "", "true"]
                              for value in values(*words)])


if __name__ == "__main__":
    command.main()
