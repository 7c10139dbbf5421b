#!/usr/bin/env python3
"""`grade` in threads and in shards: the same records; and when it is asked to end.

    grade_parallel_test.py PROGRAM SCHEMAS
"""
import json
import os
import signal
import time

import command
from command import Terminal
from grading import CLOSED, NO_CODE, Grading, hand_in

# It waits, and so is stopped by the clock on the wall alone, after seconds.
ENDLESS = """#include "answer.hpp"
#include <unistd.h>
namespace answer {
float normalizer(std::span<const float>) { for (;;) { ::pause(); } }
void normalize(std::span<const float>, float, std::span<float>) { for (;;) { ::pause(); } }
}
"""


class Parallel(Grading):
    def test_threads_make_the_same_bytes(self):
        self.mixed_class(copies=2)
        one = self.report(self.school, "-j", "1")
        self.assertEqual(self.report(self.school, "-j", "2"), one)
        self.assertEqual(self.report(self.school, "-j", "5"), one)

    def test_shards_are_together_the_whole(self):
        for k in range(20):
            (self.school / f"learner{k}").mkdir()
        hand_in(self.school / "ada", NO_CODE)
        whole = self.records(self.school)
        for count in (2, 3):
            shards = [self.records(self.school, "--shard", f"{i}/{count}")
                      for i in range(1, count + 1)]
            self.assertEqual(sum(map(len, shards)), len(whole))
            self.assertEqual({name: one for shard in shards for name, one in shard.items()}, whole)
            for shard in shards:
                self.assertGreater(len(shard), 2)

    def test_the_journals_of_shards_are_together_a_journal(self):
        self.mixed_class()
        journals = [self.folder / f"{i}.jsonl" for i in (1, 2)]
        for i, journal in enumerate(journals):
            self.grade(self.school, "--shard", f"{i + 1}/2", "--journal", journal)
        whole = self.folder / "whole.jsonl"
        whole.write_bytes(b"".join(journal.read_bytes() for journal in journals))
        size = whole.stat().st_size
        self.assertEqual(self.report(self.school, "--journal", whole), self.report(self.school))
        self.assertEqual(whole.stat().st_size, size)

    def asked_to_end(self, send):
        """The journal of a run that was sent a signal once it had graded one."""
        self.mixed_class(copies=3)
        undisturbed = self.records(self.school)
        journal = self.folder / "class.jsonl"
        run = self.start(self.school, "--journal", journal, "-j", "2", "--report", "json=-")
        while not journal.exists() or journal.read_bytes().count(b"\n") < 2:
            time.sleep(0.01)
        send(run.pid)
        out, err = run.communicate()
        self.assertEqual((run.returncode, out), (3, ""), err)
        self.assertRegex(err, r"interrupted: \d+ of 13 are graded; the same command goes on")
        lines = [json.loads(line) for line in journal.read_text().splitlines()[1:]]
        self.assertIn(f"interrupted: {len(lines)} of 13", err)
        for line in lines:
            record = line["record"]
            self.assertEqual(record, undisturbed[record["submission"]])

    def test_it_ends_what_it_has_begun_and_keeps_it(self):
        self.asked_to_end(lambda pid: os.kill(pid, signal.SIGTERM))

    def test_ctrl_c_reaches_the_compilers_too_and_no_mark_is_the_worse(self):
        self.asked_to_end(lambda pid: os.killpg(pid, signal.SIGINT))

    def test_a_second_signal_ends_it_at_once(self):
        hand_in(self.school / "ada", ENDLESS)
        run = self.start(self.school)
        time.sleep(2)
        run.send_signal(signal.SIGTERM)
        time.sleep(0.3)
        self.assertIsNone(run.poll())
        run.send_signal(signal.SIGTERM)
        run.communicate()
        self.assertEqual(run.returncode, -signal.SIGTERM)

    def test_progress_is_for_a_terminal(self):
        self.mixed_class(copies=10)  # long enough for a line to be worth it
        text, code = Terminal("grade", "--exercise", "03", str(self.school), "-j", "1",
                              on=["stderr"], env=CLOSED).finish()
        self.assertEqual(code, 0)
        self.assertRegex(text, r"\A(\rgrading\.\.\. \d+ %)+\r\x1b\[K\Z")
        self.assertEqual(self.grade(self.school).stderr, "")


if __name__ == "__main__":
    command.main()
