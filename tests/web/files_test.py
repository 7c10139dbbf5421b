#!/usr/bin/env python3
"""Files in a page: what `workbook trace --file` makes of the same bytes, good and bad ones.

    files_test.py PROGRAM SCHEMAS

The bytes are those that the fuzzers keep (tests/fuzz/corpus), and rows of every kind.
"""
import json
import struct
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import page

PROGRAM = Path(sys.argv[1]).resolve()
FUZZED = page.ROOT / "tests" / "fuzz" / "corpus"


def npy(letter, rows):
    """Bytes as numpy.save writes them."""
    shape = f"({len(rows)}, {len(rows[0])})"
    header = f"{{'descr': '<f{struct.calcsize(letter)}', 'fortran_order': False, 'shape': {shape}, }}"
    header += " " * (117 - len(header)) + "\n"
    data = b"".join(struct.pack(f"<{len(row)}{letter}", *row) for row in rows)
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header.encode() + data


ROWS = [[2, 1, 0.1], [1000, 999, 998], [-0.0, -float("inf"), 65504]]
KINDS = {
    "rows.f2.npy": npy("e", ROWS), "rows.f4.npy": npy("f", ROWS), "rows.f8.npy": npy("d", ROWS),
    "rows.json": json.dumps([[2, 1, 0.1], [1e3, "-inf", -0.5]]).encode(),
    "row.json": b'[0.10, "-inf", 1e-3]',
    "rows.csv": b"a,b,c\n1,2,3\n# one\n4.0,5,-inf\n", "row.txt": "\ufeff2 1 0.1\n".encode(),
}


def of_the_terminal(folder, words):
    done = subprocess.run([PROGRAM, "trace", *words], cwd=folder, stdin=subprocess.DEVNULL,
                          env={"LC_ALL": "C.UTF-8", "COLUMNS": "100"}, capture_output=True,
                          check=False, timeout=page.MOST_SECONDS)
    return done.stdout.decode(), done.stderr.decode().removeprefix("workbook: ").removesuffix("\n")


class Files(unittest.TestCase):
    def require_alike(self, files, lists):
        """Of each list of words, with these files in a folder and in a page."""
        calls = [["keepFile", name, data] for name, data in files.items()]
        for words in lists:
            calls += page.traced(words)
        given = iter(page.answers(calls)[len(files):])
        with tempfile.TemporaryDirectory() as folder:
            for name, data in files.items():
                (Path(folder) / name).write_bytes(data)
            for words in lists:
                mine = [next(given) for _ in page.traced(words)]
                error = next((one["error"] for one in mine if "error" in one), "")
                text = "" if error else mine[-1]["text"]
                self.assertEqual((text, error), of_the_terminal(folder, words), words)

    def test_rows_of_every_kind(self):
        self.require_alike(KINDS, [["--file", name, *row, "--json"] for name in KINDS
                                   for row in ([], ["--row", "0"], ["--row", "1"], ["--row", "9"])])

    def test_outputs_to_compare_with(self):
        outputs = npy("f", [[0.66524094, 0.24472848, 0.09003057]])
        self.require_alike({"p.npy": outputs, **KINDS},
                           [["1000", "999", "998", "--compare", "p.npy", "--row", "0", "--json"],
                            ["1", "2", "--compare", "p.npy", "--json"],
                            ["--file", "rows.f4.npy", "--row", "1", "--compare", "p.npy"]])

    def test_what_the_fuzzers_keep(self):
        for kind in ("text", "json", "npy"):
            files = {path.name: path.read_bytes() for path in sorted((FUZZED / kind).iterdir())}
            self.assertGreater(len(files), 5)
            self.require_alike(files, [["--file", name, *row, "--top", "2", "--json"]
                                       for name in files for row in ([], ["--row", "0"])])

    def test_a_file_is_forgotten(self):
        trace = ["trace", ["--file", "a"]]
        kept, gone = page.answers([["keepFile", "a", b"1 2"], trace, ["forgetFile", "a"], trace])[1::2]
        self.assertEqual(kept["text"], "")
        self.assertEqual(gone["error"], "cannot read a: No such file or directory")

    def test_its_name_may_be_any_and_its_bytes_none(self):
        answers = page.answers([["keepFile", "\u03b6 -- \U0001f600", b"3 4"],
                                ["trace", ["--file", "\u03b6 -- \U0001f600"]],
                                ["keepFile", "nothing", b""], ["trace", ["--file", "nothing"]]])
        self.assertEqual(answers[1]["text"], "")
        self.assertEqual(answers[3]["error"], "nothing is empty; it should hold numbers")


if __name__ == "__main__":
    page.main()
