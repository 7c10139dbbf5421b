#!/usr/bin/env python3
"""--csv, --markdown and --top: as many rows as there are values, as many cells as columns.

    cli_tables_test.py PROGRAM SCHEMAS
"""
import csv
import io
import subprocess
import unittest

import command
from command import output, run, trace_json

COLUMNS = ["algorithm", "stage", "index", "computed", "bits", "reference", "radius", "error_ulp",
           "local_ulp", "inherited_ulp", "outcome"]
COMMANDS = [
    ["1000", "999", "998"],
    ["-inf", "2", "1", "-a", "all", "-f", "bfloat16", "-T", "0.5"],
    ["-inf", "-inf", "-a", "online,log_sum_exp"],
    ["3", "1", "2", "-a", "shifted", "--top", "2"],
]


def listed_values(words):
    """What --json lists: (algorithm, stage, value)."""
    return [(run["algorithm"], stage["stage"], value) for run in trace_json(*words)["runs"]
            for stage in run["stages"] for value in stage["values"]]


class Tables(unittest.TestCase):
    def test_csv_holds_what_json_holds(self):
        for words in COMMANDS:
            with self.subTest(words=words):
                header, *rows = csv.reader(io.StringIO(output("trace", *words, "--csv")))
                self.assertEqual(header, COLUMNS)
                values = listed_values(words)
                self.assertEqual(len(rows), len(values))
                for row, (algorithm, stage, value) in zip(rows, values):
                    cells = dict(zip(COLUMNS, row))
                    self.assertEqual(len(row), len(COLUMNS))
                    self.assertEqual((cells["algorithm"], cells["stage"]), (algorithm, stage))
                    for name in ("bits", "reference", "outcome"):
                        self.assertEqual(cells[name], value[name])
                    self.assertEqual(float(cells["computed"]) == float(value["computed"]),
                                     cells["computed"] != "nan")
                    self.assertEqual(cells["error_ulp"] == "", value["error_ulp"] is None)

    def test_markdown_tables_are_well_formed(self):
        for words in COMMANDS:
            with self.subTest(words=words):
                page = output("trace", *words, "--markdown")
                lines = [line for line in page.splitlines() if line.startswith("|")]
                cells = [line.strip("|").count("|") + 1 for line in lines]
                self.assertEqual(set(cells), {6})
                runs = len(trace_json(*words)["runs"])
                self.assertEqual(page.count("### "), runs)
                self.assertEqual(len(lines), len(listed_values(words)) + 2 * runs)

    def test_text_lists_the_largest_and_says_of_how_many(self):
        page = output("trace", "3", "1", "2", "5", "--top", "2", "-a", "shifted")
        self.assertIn("the 2 largest of 4 logits", page)
        read = page.split("read ---")[1].split("max ---")[0].splitlines()[1:]
        self.assertEqual([line.split()[:2] for line in read], [["3", "5"], ["0", "3"]])
        self.assertNotIn("largest of", output("trace", "3", "1", "--top", "2"))

    def test_a_long_row_lists_ten_without_being_asked(self):
        self.assertIn("the 10 largest of 17 logits", output("trace", *map(str, range(17))))
        self.assertNotIn("largest of", output("trace", *map(str, range(16))))

    def test_a_report_that_cannot_be_written_is_an_error(self):
        for words in (["trace", "1", "2"], ["trace", "1", "--json"], ["trace", "1", "--csv"],
                      ["trace", "1", "--markdown"], ["trace", "--help"], ["--help"],
                      ["--version"], []):
            with self.subTest(words=words), open("/dev/full", "w", encoding="utf-8") as full:
                done = run(*words, stdout=full)
                self.assertEqual(done.returncode, 3)
                self.assertRegex(done.stderr, r"\Aworkbook: standard output: [ -~]+\n\Z")

    def test_a_reader_that_stops_early_hears_no_complaint(self):
        words = [command.PROGRAM, "trace", *map(str, range(3000)), "--csv"]
        with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            process.stdout.readline()
            process.stdout.close()
            self.assertEqual(process.stderr.read(), b"")


if __name__ == "__main__":
    command.main()
