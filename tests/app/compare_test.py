#!/usr/bin/env python3
"""`workbook trace --compare`: what it reads, what it says, and its JSON by the schema.

    compare_test.py PROGRAM compare.schema.json
"""
import json
import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import unittest

import jsonschema

PROGRAM, SCHEMA = sys.argv[1:3]
with open(SCHEMA, encoding="utf-8") as schema_file:
    VALIDATOR = jsonschema.Draft202012Validator(json.load(schema_file))
DATA = pathlib.Path(os.environ.get("SOFTMAX_DATA", "../shared/data")) / "gpt2"
WORKED = ["2", "1", "0.1"]


def run(*arguments, stdin=None):
    return subprocess.run([PROGRAM, "trace", *arguments], input=stdin, text=True, check=False,
                          capture_output=True, env={**os.environ, "COLUMNS": "80"})


def compared(*arguments):
    """The comparison as JSON, by the schema."""
    done = run(*arguments, "--json")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    VALIDATOR.validate(answer)
    return answer


def probabilities(*arguments):
    """What the engine itself computes."""
    done = run(*arguments, "--json")
    run_of_it = json.loads(done.stdout)["runs"][0]
    return [float(p) for p in run_of_it[run_of_it["output"]]]


def npy(values, kind="f"):
    """The bytes of numpy.save."""
    header = f"{{'descr': '<f{struct.calcsize(kind)}', 'fortran_order': False, 'shape': ({len(values)},), }}"
    header = header.ljust(117) + "\n"
    return (b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header.encode()
            + struct.pack(f"<{len(values)}{kind}", *values))


def reproduces(answer, algorithm, formats):
    return any(algorithm in group["algorithms"] and formats in group["formats"]
               for group in answer["reproduced_by"])


class Compare(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    def refused(self, *arguments, says):
        done = run(*arguments)
        self.assertEqual(done.returncode, 2, arguments)
        self.assertEqual(done.stdout, "")
        self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
        self.assertIn(says, done.stderr)

    def test_lists_in_every_spelling(self):
        for text in ("0.659,0.242,0.099", "0.659, 0.242, 0.099", "0.659 0.242 0.099",
                     "[0.659, 0.242, 0.099]", " [0.659 0.242 0.099]\n",
                     "[0.659 0.242\n 0.099]"):
            answer = compared(*WORKED, "--compare", text)
            self.assertEqual((answer["verdict"], answer["digits"]), ("identical", 3), text)
            self.assertTrue(reproduces(answer, "shifted", "binary32"))
            self.assertEqual(answer["best"][0]["match"], "identical")

    def test_a_list_printed_over_lines_of_one_length_is_one_row(self):
        answer = compared("2", "2", "2", "2", "--compare", "[0.25 0.25\n 0.25 0.25]")
        self.assertEqual(answer["verdict"], "identical")

    def test_files_of_every_kind(self):
        row = probabilities(*WORKED, "-a", "shifted", "--sum", "reverse")
        for name, content in (("p.txt", "p\n" + "\n".join(map(repr, row))),
                              ("p.csv", ",".join(map(repr, row))), ("p.json", json.dumps(row)),
                              ("p.npy", npy(row)), ("p64.npy", npy(row, "d"))):
            answer = compared(*WORKED, "--compare", self.file(name, content))
            self.assertTrue(reproduces(answer, "shifted", "binary32"), name)
            self.assertFalse(reproduces(answer, "unshifted", "binary32"), name)
            self.assertEqual(answer["known"], "exactly" if ".npy" in name else "as_printed")

    def test_binary16_rows(self):
        row = probabilities(*WORKED, "-a", "online", "-f", "binary16")
        answer = compared(*WORKED, "--compare", self.file("half.npy", npy(row, "e")))
        self.assertTrue(reproduces(answer, "online", "binary16"))

    def test_log_probabilities_and_log_sum_exp(self):
        self.assertTrue(reproduces(compared(*WORKED, "--compare", "-0.41703,-1.41703,-2.31703"),
                                   "log_softmax", "binary32"))
        self.assertTrue(reproduces(compared(*WORKED, "--compare", "2.41703"),
                                   "log_sum_exp", "binary64"))

    def test_nan_and_its_birth(self):
        answer = compared("1000", "999", "998", "--compare", "nan,nan,nan")
        births = {birth["algorithm"]: birth for birth in answer["births"]}
        self.assertEqual((births["unshifted"]["stage"], births["unshifted"]["element"]),
                         ("divide", 0))
        self.assertIn("inf/inf", births["unshifted"]["reason"])
        self.assertIn("where the first nan was born",
                      run("1000", "999", "998", "--compare", "nan,nan,nan").stdout)

    def test_temperature_is_recovered_unless_it_is_given(self):
        row = self.file("T.npy", npy(probabilities(*WORKED, "-a", "shifted", "-T", "0.7")))
        answer = compared(*WORKED, "--compare", row)
        recovered = answer["temperature"]["recovered"]
        self.assertEqual([(r["format"], r["tried"]) for r in recovered], [("binary32", ["0.7"])])
        self.assertEqual(answer["verdict"], "identical")
        given = compared(*WORKED, "-T", "0.8", "--compare", row)
        self.assertEqual((given["verdict"], given["temperature"]),
                         ("none", {"given": "0.8", "recovered": []}))

    def test_what_is_written_is_kept_fixed(self):
        answer = compared(*WORKED, "--compare", "0.659,0.242,0.099", "--format", "binary64",
                          "-a", "online,shifted", "--sum", "pairwise", "--exp", "libm")
        self.assertEqual([group["formats"] for group in answer["reproduced_by"]], [["binary64"]])
        self.assertEqual({run["algorithm"] for run in answer["best"]}, {"online", "shifted"})
        for group in answer["reproduced_by"]:
            self.assertEqual((group["sums"], group["exps"]), (["pairwise"], ["libm"]))

    def test_no_match_is_said_and_is_no_failure(self):
        done = run(*WORKED, "--compare", "0.242,0.659,0.099")
        self.assertEqual(done.returncode, 0)
        self.assertIn("NO MATCH", done.stdout)
        self.assertIn("852 ulp off", done.stdout)
        answer = compared(*WORKED, "--compare", "0.242,0.659,0.099")
        self.assertEqual((answer["verdict"], answer["reproduced_by"]), ("none", []))
        self.assertEqual(answer["nearest"]["element"], 0)

    def test_bad_input(self):
        self.refused(*WORKED, "--compare", "0.5,0.5", says="2 outputs to compare with 3 logits")
        self.refused(*WORKED, "--compare", "0.5,x,0.2", says="x")
        self.refused(*WORKED, "--compare", "", says="--compare")
        self.refused(*WORKED, "--compare", "/no/such/file", says="/no/such/file")
        self.refused(*WORKED, "--compare", self.file("bad.npy", b"\x93NUMPY\x01"), says="bad.npy")
        self.refused("1", "nan", "--compare", "0.5,0.5", says="NaN")
        self.refused("--file", "-", "--compare", "-", says="standard input")
        self.refused("--compare", "0.5,0.5", says="no logits")
        for option in ("--csv", "--markdown", "--step", "--top=2", "--element=0"):
            self.refused(*WORKED, "--compare", "0.659,0.242,0.099", option,
                         says=option.split("=", maxsplit=1)[0])

    def test_a_row_of_a_file_of_rows(self):
        logits = self.file("logits.csv", "1,2,3\n2,1,0.1\n")
        several = self.file("several.csv", "0.1,0.2,0.7\n0.659,0.242,0.099\n")
        one = self.file("one.csv", "0.659,0.242,0.099\n")
        for path in (several, one):
            answer = compared("--file", logits, "--row", "1", "--compare", path)
            self.assertEqual(answer["verdict"], "identical", path)

    @unittest.skipUnless(DATA.exists(), f"no real logits in {DATA}")
    def test_the_row_of_a_model(self):
        logits = ("--file", str(DATA / "data_visualization.npy"), "-f", "binary32")
        row = probabilities(*logits, "-a", "shifted", "--sum", "pairwise")
        logits += ("-a", "unshifted,shifted,online")  # the whole search takes seconds
        answer = compared(*logits, "--compare", self.file("p.npy", npy(row)))
        self.assertTrue(reproduces(answer, "shifted", "binary32"))
        self.assertFalse(reproduces(answer, "online", "binary32"))
        shuffled = compared(*logits, "--compare", self.file("q.npy", npy(row[1:] + row[:1])))
        self.assertEqual(shuffled["verdict"], "none")
        broken = compared(*logits, "--compare",
                          self.file("nan.npy", npy([float("nan")] * len(row))))
        self.assertEqual([birth["algorithm"] for birth in broken["births"]], ["unshifted"])
        self.assertIn("0/0", broken["births"][0]["reason"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
