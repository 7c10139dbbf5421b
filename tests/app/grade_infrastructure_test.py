#!/usr/bin/env python3
"""When something fails beneath `grade`: no answer pays for it, and the next run tries again.

    grade_infrastructure_test.py PROGRAM SCHEMAS
"""
import json
import os
import shutil

import command
from grading import ROOT, SOLUTION, Grading, hand_in


def names(journal):
    """The submissions in a journal."""
    return [json.loads(line)["record"]["submission"]
            for line in journal.read_text().splitlines()[1:]]


def hashed(text):
    """FNV-1a, 64 bits: stable_hash.hpp."""
    value = 0xcbf29ce484222325
    for byte in text.encode():
        value = (value ^ byte) * 0x100000001b3 % (1 << 64)
    return value


class Infrastructure(Grading):
    def root_that_fails(self):
        """A workbook that cannot keep what it makes once, in whichever tier: where the folder of
        its compiler's would be is a file."""
        root = self.folder / "workbook"
        for folder in ("engine", "exercises", "grader", "solutions"):
            shutil.copytree(ROOT / folder, root / folder)
        os.chmod(root, 0o700)
        temporary = self.folder / "tmp"
        parts = (root / "build" / "grader", temporary / f"softmax-workbook-{hashed(str(root)):016x}")
        for folder in parts:
            folder.mkdir(parents=True)
            (folder / "g++-O1").write_text("")
        self.folder.chmod(0o711)
        env = {"WORKBOOK_ROOT": str(root), "TMPDIR": str(temporary)}
        return env, lambda: [(folder / "g++-O1").unlink() for folder in parts]

    def test_what_fails_beneath_is_no_zero_and_is_tried_again(self):
        env, mend = self.root_that_fails()
        journal = self.folder / "class.jsonl"
        hand_in(self.school / "ada", SOLUTION)
        (self.school / "bob").mkdir()
        failed = self.grade(self.school, "--journal", journal, "--report", "json=-", code=3,
                            env=env)
        self.assertIn("could not be graded", failed.stderr)
        ada, bob = json.loads(failed.stdout)["records"]
        self.assertEqual((ada["verdict"], ada["points"]), ("infrastructure", None))
        self.assertEqual((bob["verdict"], bob["points"]), ("missing", 0))
        self.assertEqual(names(journal), ["bob"])
        for form, said in (("csv", '"ada",infrastructure,,10'), ("junit", 'type="infrastructure"'),
                           ("html", "not graded")):
            self.assertIn(said, self.grade(self.school, "--report", f"{form}=-", code=3,
                                           env=env).stdout)
        one = self.school / "ada"
        for form in ("gradescope", "prairielearn"):
            report = json.loads(self.grade(one, "--report", f"{form}=-", code=3, env=env).stdout)
            self.assertNotIn("score", report)
            self.assertNotIn("tests", report)
        mend()
        records = self.records(self.school, "--journal", journal, env=env)
        self.assertEqual(records["ada"]["verdict"], "pass")
        self.assertEqual(sorted(names(journal)), ["ada", "bob"])


if __name__ == "__main__":
    command.main()
