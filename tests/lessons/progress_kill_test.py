#!/usr/bin/env python3
"""Sessions that are killed, and sessions at once: what was stored stays, and the file is whole.

    progress_kill_test.py SESSION SCHEMA [SEED]
"""
import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time
import unittest

import jsonschema

SESSION = sys.argv[1]
with open(sys.argv[2], encoding="utf-8") as schema_file:
    VALIDATOR = jsonschema.Draft202012Validator(json.load(schema_file))
SEED = int(sys.argv[3]) if len(sys.argv) > 3 else 1
KILLS = 100
UPDATES = 200  # of each session at once


def start(file, prefix, count):
    """A session that has come to its first update."""
    session = subprocess.Popen([SESSION, file, "answer", prefix, str(count)],
                               stdout=subprocess.PIPE, text=True)
    assert session.stdout.readline() == "ready\n"
    return session


class Sessions(unittest.TestCase):
    def setUp(self):
        # In memory, where there is such a folder: hundreds of updates need not wait for a disk.
        memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        folder = tempfile.TemporaryDirectory(dir=memory)
        self.addCleanup(folder.cleanup)
        self.file = pathlib.Path(folder.name) / "progress.json"

    def ids(self):
        """The questions in the file, which must be whole; the program reads it too."""
        done = subprocess.run([SESSION, self.file, "read"], capture_output=True, text=True,
                              check=False)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
        if not self.file.exists():
            return set()
        progress = json.loads(self.file.read_bytes())
        VALIDATOR.validate(progress)
        return set(progress["answers"]) - {"shared"}

    def killed(self, session, updates, seconds):
        """The ids that a session printed which was killed so long after so many updates."""
        printed = {session.stdout.readline().rstrip("\n") for _ in range(updates)}
        time.sleep(seconds)
        session.kill()
        rest, _ = session.communicate()
        self.assertEqual(session.returncode, -signal.SIGKILL)
        return printed | set(rest.split("\n")[:-1])

    def test_a_killed_session_loses_nothing_that_was_stored(self):
        print(f"seed {SEED}", flush=True)
        moments = random.Random(SEED)
        # A long answer makes the file take long to write, so that kills fall within.
        subprocess.run([SESSION, self.file, "say", "long", "x" * 100_000, "right"], check=True)
        begin = time.monotonic()
        start(self.file, "unharmed", 20).communicate()
        an_update = (time.monotonic() - begin) / 20
        stored = self.ids()
        for kill in range(KILLS):
            session = start(self.file, f"kill{kill}", 1_000_000)
            printed = self.killed(session, moments.randrange(4), moments.uniform(0, 2 * an_update))
            held = self.ids()
            self.assertLessEqual(stored | printed, held, f"kill {kill}")
            more = held - stored - printed  # written, and killed before it was printed
            self.assertLessEqual(more, {f"kill{kill}/{len(printed) + 1}"})
            self.assertLessEqual({path.name for path in self.file.parent.iterdir()},
                                 {self.file.name + end for end in ("", ".lock", ".new")})
            stored = held

    def test_the_first_update_of_all_may_be_killed(self):
        moments = random.Random(SEED)
        for kill in range(KILLS // 4):
            self.file = self.file.parent / str(kill) / "state" / "progress.json"
            session = start(self.file, "first", 1_000_000)
            printed = self.killed(session, 0, moments.uniform(0, 0.003))
            self.assertLessEqual(printed, self.ids())

    def test_sessions_at_once_lose_nothing(self):
        for count in (2, 4):
            with self.subTest(sessions=count):
                self.file = self.file.parent / f"{count}.json"
                sessions = [start(self.file, f"session{k}", UPDATES) for k in range(count)]
                for session in sessions:
                    session.communicate()
                    self.assertEqual(session.returncode, 0)
                self.assertEqual(self.ids(), {f"session{k}/{i + 1}" for k in range(count)
                                              for i in range(UPDATES)})
                shared = json.loads(self.file.read_bytes())["answers"]["shared"]
                self.assertEqual(shared["tries"], count * UPDATES)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
