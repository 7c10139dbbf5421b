#!/usr/bin/env python3
"""The journal of `grade`: whenever it is killed nothing is lost, and nothing graded twice.

    grade_journal_test.py PROGRAM SCHEMAS [SEED]
"""
import collections
import json
import random
import signal
import sys
import time

import command
from grading import NO_CODE, SOLUTION, TOPIC, Grading, hand_in

SEED = int(sys.argv[3]) if len(sys.argv) > 3 else 1
KILLS = 20


class Journal(Grading):
    def setUp(self):
        super().setUp()
        self.journal = self.folder / "class.jsonl"

    def entries(self):
        """The lines after the head that are whole, as JSON."""
        lines = self.journal.read_text().split("\n")[1:-1] if self.journal.exists() else []
        return [json.loads(line) for line in lines]

    def names(self):
        return [entry["record"]["submission"] for entry in self.entries()]

    def killed_after(self, seconds):
        run = self.start(self.school, "--journal", self.journal, "-j", "2")
        time.sleep(seconds)
        run.kill()
        run.communicate()
        return run.returncode == -signal.SIGKILL

    def test_killed_at_any_moment_it_goes_on_to_the_same_report(self):
        print(f"seed {SEED}", flush=True)
        moments = random.Random(SEED)
        self.mixed_class(copies=4)
        undisturbed = self.report(self.school)
        kills = 0
        while kills < KILLS:
            before = self.names()
            kills += self.killed_after(moments.uniform(0.01, 0.5))
            after = self.names()
            self.assertEqual(after[:len(before)], before)
            self.assertEqual(len(set(after)), len(after))
            if len(after) == 17:  # all is graded: once more from the beginning
                self.assertEqual(self.report(self.school, "--journal", self.journal), undisturbed)
                self.journal.unlink()
        self.assertEqual(self.report(self.school, "--journal", self.journal), undisturbed)
        handed_in = sorted(path.name for path in self.school.iterdir())
        self.assertEqual(sorted(self.names()), handed_in)

    def test_what_is_in_the_journal_is_not_graded_again(self):
        self.mixed_class()
        first = self.report(self.school, "--journal", self.journal)
        size = self.journal.stat().st_size
        self.assertEqual(self.report(self.school, "--journal", self.journal), first)
        self.assertEqual(self.journal.stat().st_size, size)

    def test_what_was_handed_in_anew_is_graded_anew(self):
        hand_in(self.school / "ada", NO_CODE)
        hand_in(self.school / "bob", NO_CODE)
        self.grade(self.school, "--journal", self.journal)
        (self.school / "ada" / TOPIC / "answer.cpp").write_text(SOLUTION)
        records = self.records(self.school, "--journal", self.journal)
        self.assertEqual(records["ada"]["verdict"], "pass")
        self.assertEqual(collections.Counter(self.names()), {"ada": 2, "bob": 1})
        again = self.records(self.school, "--journal", self.journal)
        self.assertEqual(again, records)
        self.assertEqual(len(self.names()), 3)

    def test_a_torn_last_line_is_dropped_and_graded_again(self):
        hand_in(self.school / "ada", NO_CODE)
        report = self.report(self.school, "--journal", self.journal)
        whole = self.journal.read_bytes()
        head = whole.index(b"\n") + 1
        for length in (1, head - 1, head, head + 1, head + 100, len(whole) - 1):
            self.journal.write_bytes(whole[:length])
            self.assertEqual(self.report(self.school, "--journal", self.journal), report)
            self.assertEqual(self.names(), ["ada"], length)

    def test_a_journal_of_another_setting_or_none_is_refused(self):
        hand_in(self.school / "ada", NO_CODE)
        self.grade(self.school, "--journal", self.journal)
        whole = self.journal.read_text()
        done = self.grade(self.school, "--journal", self.journal, "--seed", "2", code=2)
        self.assertIn("seed 1, not 2", done.stderr)
        for old, new, said in (('"grader":"', '"grader":"9', "version"),
                               ('"version":"', '"version":"x', "compiler"),
                               ('"tier":"', '"tier":"x', "tier"),
                               (TOPIC, "04_other", "other exercises"),
                               ("{", "", "line 1"), ('"digest"', '"dig"', "line 2")):
            self.journal.write_text(whole.replace(old, new))
            done = self.grade(self.school, "--journal", self.journal, code=2)
            self.assertIn(said, done.stderr)
            self.assertEqual(self.journal.read_text(), whole.replace(old, new))

    def test_times_lie_beside_the_record(self):
        hand_in(self.school / "ada", NO_CODE)
        self.grade(self.school, "--journal", self.journal)
        (entry,) = self.entries()
        self.assertEqual(set(entry), {"record", "observed"})
        self.assertGreater(entry["observed"]["seconds"], 0)

    def test_two_runs_do_not_write_one_journal(self):
        self.mixed_class(copies=2)
        first = self.start(self.school, "--journal", self.journal, "-j", "1")
        while not self.names():
            time.sleep(0.01)
        done = self.grade(self.school, "--journal", self.journal, code=3)
        self.assertIn("another run", done.stderr)
        self.assertEqual(first.wait(), 0)
        first.communicate()


if __name__ == "__main__":
    command.main()
