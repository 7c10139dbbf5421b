#!/usr/bin/env python3
"""--json: valid by its schema, and every computed number reads back to exactly the held value.

    cli_json_test.py PROGRAM SCHEMAS
"""
import itertools
import json
import math
import pathlib
import struct
import unittest

import jsonschema

import command
from command import trace_json

with open(pathlib.Path(command.SCHEMAS) / "trace.schema.json", encoding="utf-8") as schema_file:
    VALIDATOR = jsonschema.Draft202012Validator(json.load(schema_file))

FORMATS = ["e4m3fn", "e5m2", "bfloat16", "binary16", "binary32", "binary64", "5,-6,7"]
ROWS = [["2", "1", "0.1"], ["-inf", "3", "-2"], ["11", "11", "11"], ["-140", "-141"], ["0"]]
OPTIONS = [
    ["-T", "0.7"], ["-T", "2", "--temperature-order", "scale_first"], ["--exp", "libm"],
    ["--sum", "pairwise", "--accumulator", "binary64"], ["--sum", "compensated"],
    ["--sum", "reverse"], ["--top", "2"], ["--top", "1", "--element", "0"], ["--element", "1"],
]


def e4m3fn(bits):
    """Four bits of exponent, no infinity, and a NaN where all ones are."""
    sign, exponent, fraction = bits >> 7, bits >> 3 & 15, bits & 7
    if exponent == 15 and fraction == 7:
        return math.nan
    scale = fraction / 8 + (exponent > 0)
    return (-1) ** sign * scale * 2.0 ** (max(exponent, 1) - 7)


# The held value from its encoding, by Python's own decoders where it has one.
DECODERS = {
    "e4m3fn": e4m3fn,
    "e5m2": lambda bits: struct.unpack("<e", struct.pack("<H", bits << 8))[0],
    "bfloat16": lambda bits: struct.unpack("<f", struct.pack("<I", bits << 16))[0],
    "binary16": lambda bits: struct.unpack("<e", struct.pack("<H", bits))[0],
    "binary32": lambda bits: struct.unpack("<f", struct.pack("<I", bits))[0],
    "binary64": lambda bits: struct.unpack("<d", struct.pack("<Q", bits))[0],
}


def identity(number):
    """A number with its sign, also of zero; all NaNs alike."""
    return "nan" if math.isnan(number) else struct.pack("<d", number)


def values(trace):
    for run in trace["runs"]:
        for stage in run["stages"]:
            yield from stage["values"]


class Json(unittest.TestCase):
    def check(self, *words):
        with self.subTest(words=words):
            trace = trace_json(*words)
            VALIDATOR.validate(trace)
            self.assertEqual(len(trace["indices"]), trace["shown"])
            self.assertEqual(len(trace["logits"]), trace["shown"])
            for run in trace["runs"]:
                last = [value["computed"] for value in run["stages"][-1]["values"]]
                self.assertEqual(run[run["output"]], last)
            if trace["format"] in DECODERS:
                self.check_values(trace)
            return trace

    def check_values(self, trace):
        decode = DECODERS[trace["format"]]
        for value in values(trace):
            self.assertEqual(identity(float(value["computed"])),
                             identity(decode(int(value["bits"], 16))), value)

    def test_every_format_and_algorithm_is_valid_and_reads_back(self):
        for name, row in itertools.product(FORMATS, ROWS):
            if not (name == "e4m3fn" and "-inf" in row):
                self.check(*row, "-f", name, "-a", "all")

    def test_every_option_is_valid_and_reads_back(self):
        for options, name in itertools.product(OPTIONS, ["binary32", "bfloat16"]):
            self.check("2", "-inf", "0.1", "-f", name, "-a", "all", *options)

    def test_a_row_of_masks_and_one_of_overflows_are_valid(self):
        masks = self.check("-inf", "-inf", "-a", "all")
        self.assertEqual(masks["runs"][0]["stages"][-1]["values"][0]["reference"], "undefined")
        self.check("1e30", "-1e30", "3e38", "-a", "all")
        self.check("1e300", "-1e300", "-f", "binary64", "-a", "all")

    def test_the_largest_are_listed_in_order(self):
        trace = self.check("1", "5", "-inf", "4", "5", "--top", "3")
        self.assertEqual((trace["count"], trace["shown"]), (5, 3))
        self.assertEqual(trace["indices"], [1, 4, 3])
        self.assertEqual(trace["logits"], ["5", "5", "4"])
        self.assertEqual(self.check("1", "2", "--top", "9")["shown"], 2)

    def test_a_row_from_standard_input_is_valid(self):
        trace = trace_json("--file", "-", "--top", "4", stdin="\n".join(map(str, range(500))))
        VALIDATOR.validate(trace)
        self.assertEqual((trace["count"], trace["indices"]), (500, [499, 498, 497, 496]))


if __name__ == "__main__":
    command.main()
