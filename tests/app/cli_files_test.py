#!/usr/bin/env python3
"""Files of logits: what is read, and what is refused in one line with exit code 2.

    cli_files_test.py PROGRAM SCHEMAS
"""
import os
import pathlib
import resource
import struct
import tempfile
import unittest

import command
from command import run, trace_json


def npy(shape, data, descr="<f4", fortran=False, version=1):
    """The bytes of numpy.save."""
    text = f"{{'descr': '{descr}', 'fortran_order': {fortran}, 'shape': {shape}, }}"
    length = "<H" if version == 1 else "<I"
    header = text.ljust(118 - struct.calcsize(length) + 1) + "\n"
    return (b"\x93NUMPY" + bytes([version, 0]) + struct.pack(length, len(header))
            + header.encode() + data)


def floats(*values):
    return struct.pack(f"<{len(values)}f", *values)


AGAIN = "; save it again with numpy.save"
TABLE = npy((2, 2), floats(1, 2, 3, 4))

# What a file holds, the options, and what the line says after the file's name.
REFUSED = [
    (b"", [], " is empty; it should hold numbers"),
    (b" \n# none\n", [], " holds no numbers"),
    (b"1,2\n3,four\n", ["--row", "1"], ", line 2, column 3: 'four' is not a number; correct it"),
    (b"1,,2\n", [], ", line 1, column 3: no number before this separator; write it"),
    (b"0,5;1,25\n", [], ", line 1, column 4: commas and semicolons are mixed; "),
    (b"1,2\n3,4\n", [], " holds 2 rows; choose one with --row 0 to --row 1"),
    (b"1\t2\t3\n4\t5\t6\n", [], " holds 2 rows; choose one with --row 0 to --row 1, or join the lines"),
    (b"1,2\n3,4,5\n", [], ", line 2, column 1: row 1 holds 3 numbers and row 0 holds 2; give all"),
    (b"1,2\n3,4,5\n", ["--row", "1"], ", line 2, column 1: row 1 holds 3 numbers and row 0 holds 2"),
    (b"1,2\n3,4\n", ["--row", "2"], " holds 2 rows, so there is no row 2; choose --row 0 to"),
    (b"[1, nul]", [], ", line 1, column 8: not JSON: invalid literal"),
    (b"[1, 2", [], ", line 1, column 6: not JSON: unexpected end of input; expected ']'"),
    (b"[1, null]", [], ", line 1, column 5 (element 1): null is not a number; write a mask as"),
    (b"[[1],[2]]", [], " holds 2 rows; choose one with --row 0 to --row 1"),
    (b"[1, 2]", ["--row", "0"], " holds a single row; leave out --row 0"),
    (b'{"logits": [1]}', [], ", line 1, column 1: an object is not a number; give an array"),
    (TABLE, [], " holds 2 rows; choose one with --row 0 to --row 1"),
    (TABLE, ["--row", "2"], " holds 2 rows, so there is no row 2; choose --row 0 to --row 1"),
    (npy("(1,)", floats(1)), ["--row", "0"], " holds a single row; leave out --row 0"),
    (TABLE[:-1], ["--row", "0"], " is truncated: shape (2, 2) of float32 takes 16 bytes, and 15 "
                                 "follow the header" + AGAIN),
    (TABLE[:40], [], " is truncated: it ends at byte 40, within its header" + AGAIN),
    (npy((2, 2), floats(1, 2, 3, 4), fortran=True), ["--row", "0"],
     " holds an array of shape (2, 2) in Fortran order; save numpy.ascontiguousarray(array)"),
    (npy((1, 1, 2), floats(1, 2)), [], " holds an array of shape (1, 1, 2); save one row of it"),
    (npy("()", floats(1)), [], " holds an array of shape (); save array.reshape(1)"),
    (npy("(1,)", floats(1), ">f4"), [], " holds big-endian float32; save it with array.astype"),
    (npy("(2,)", bytes(16), "<i8"), [], ' holds int64; save it with array.astype("float32")'),
    (npy("(1000000000000,)", floats(1)), [], " is truncated: shape (1000000000000,) of float32 "
                                             "takes 4000000000000 bytes, and 4 follow"),
    (b"\x93NUMPY\x02\x00\xff\xff\xff\xff{", [], " has a header of 4294967295 bytes, and at most "),
    (b"PK\x03\x04", [], " is an archive (.npz, .pt or .zip); save one array with numpy.save"),
    (b"\x00\x01\x02", [], " is a binary file of a kind not read; save it with numpy.save"),
]


class Files(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def file(self, content, name="logits"):
        path = self.folder / name
        path.write_bytes(content)
        return str(path)

    def refused(self, path, message, *options):
        done = run("trace", "--file", path, *options)
        with self.subTest(message=message):
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            self.assertRegex(done.stderr, r"\Aworkbook: [ -~]{1,400}\n\Z")
            self.assertIn(message, done.stderr)

    def test_malformed_files_are_refused(self):
        for content, options, message in REFUSED:
            path = self.file(content)
            self.refused(path, path + message, *options)

    def test_paths_that_cannot_be_read_are_refused(self):
        missing = str(self.folder / "none.npy")
        self.refused(missing, f"cannot read {missing}: No such file or directory")
        self.refused(str(self.folder), f"cannot read {self.folder}: it is a directory")
        self.refused("", "cannot read '': No such file or directory")
        huge = self.file(b"1")
        os.truncate(huge, 300 << 20)  # sparse: it takes no room
        self.refused(huge, f"cannot read {huge}: it has 300 MiB, and at most 256 are read")

    def test_a_nan_in_a_file_is_refused_with_its_index(self):
        nan = float("nan")
        self.refused(self.file(npy("(3,)", floats(1, 2, nan))), "logit 2 (nan) is NaN")
        self.refused(self.file(npy((2, 2), floats(nan, 1, 2, nan))), "logit 1 (nan) is NaN",
                     "--row", "1")
        self.refused(self.file(b"1\nnan\n"), "logit 1 (nan) is NaN")

    def test_a_refused_logit_is_named_with_its_file(self):
        table = self.file(b"1,2\n3,inf\n")
        self.refused(table, f"{table}, row 1: logit 1 (inf) is +inf: only -inf (a mask) is a logit; "
                     "give a finite number", "--row", "1")
        large = self.file(b"1 70000\n")
        said = "logit 1 (70000) is infinite in binary16, whose largest number is 65504"
        self.refused(large, f"{large}: {said}; choose a wider format", "-f", "binary16")
        typed = run("trace", "1", "70000", "-f", "binary16").stderr  # no file to name
        self.assertTrue(typed.startswith("workbook: " + said), typed)

    def test_a_name_beyond_ascii_is_shown_as_it_is(self):
        path = str(self.folder / "t\u00e4st.txt")
        self.assertEqual(run("trace", "--file", path).stderr,
                         f"workbook: cannot read {path}: No such file or directory\n")

    def test_a_header_that_claims_a_terabyte_takes_no_memory(self):
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        self.refused(self.file(npy("(1000000000000,)", floats(1))), "is truncated")
        after = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        self.assertLess(after, max(before, 200 << 10))  # in KiB: the largest child's

    def test_every_kind_gives_the_same_trace(self):
        expected = trace_json("2", "1", "-0.5")["runs"]
        kinds = {
            "column": b"2\n1\n-0.5\n", "csv": b"a,b,c\n2,1,-0.5\n", "semicolons": b"2;1;-0.5",
            "text": b"# logits\n2 1 # and\n -0.5", "json": b"[2, 1, -0.5]",
            "blanks": b"2 1\n-0.5\n",
            "v1": npy("(3,)", floats(2, 1, -0.5)), "v2": npy("(3,)", floats(2, 1, -0.5), version=2),
            "v3": npy("(3,)", floats(2, 1, -0.5), version=3),
            "half": npy("(3,)", struct.pack("<3e", 2, 1, -0.5), "<f2"),
            "double": npy("(3,)", struct.pack("<3d", 2, 1, -0.5), "<f8"),
        }
        for kind, content in kinds.items():
            with self.subTest(kind=kind):
                self.assertEqual(trace_json("--file", self.file(content))["runs"], expected)
        table = self.file(npy((2, 3), floats(7, 7, 7, 2, 1, -0.5)))
        self.assertEqual(trace_json("--file", table, "--row", "1")["runs"], expected)
        tabs = self.file(b"7\t7\t7\n2\t1\t-0.5\n")
        self.assertEqual(trace_json("--file", tabs, "--row", "1")["runs"], expected)
        self.assertEqual(trace_json("--file", "-", stdin="2 1 -.5\n")["runs"], expected)

    def test_a_mask_comes_through(self):
        for content in (b"-inf 1", b'["-inf", 1]', npy("(2,)", floats(-float("inf"), 1))):
            trace = trace_json("--file", self.file(content), "-a", "shifted")
            self.assertEqual(trace["runs"][0]["probabilities"], [0, 1])


if __name__ == "__main__":
    command.main()
