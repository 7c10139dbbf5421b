#!/usr/bin/env python3
"""The line of progress: for long work, on a terminal.

    cli_progress_test.py PROGRAM SCHEMAS
"""
import array
import unittest

import command
from command import Terminal, run


class Progress(unittest.TestCase):
    COUNT = 3_000_000

    def long_trace(self, on):
        """A trace of three million logits, no two alike: seconds of exponentials."""
        terminal = Terminal("trace", "--file", self.path, "--top", "1", "--csv", on=on)
        text, code = terminal.finish()
        self.assertEqual(code, 0)
        return text

    def setUp(self):
        folder = command.tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = folder.name + "/logits.npy"
        logits = array.array("f", (-(k * 7919 % 3000017) / 30000 for k in range(self.COUNT)))
        shape = f"{{'descr': '<f4', 'fortran_order': False, 'shape': ({self.COUNT},), }}"
        head = shape.ljust(128 - 10 - 1) + "\n"  # an .npy's magic, version and length come first
        with open(self.path, "wb") as file:
            file.write(b"\x93NUMPY\x01\x00" + len(head).to_bytes(2, "little") + head.encode())
            logits.tofile(file)

    def test_progress_is_for_long_work_and_a_terminal(self):
        text = self.long_trace(on=["stderr"])
        self.assertRegex(text, r"\A(\rtracing\.\.\. \d+ %)+\r\x1b\[K\Z")
        self.assertEqual(Terminal("trace", "1", "2", on=["stderr"]).finish(), ("", 0))

    def test_elsewhere_there_is_none(self):
        done = run("trace", "--file", self.path, "--top", "1", "--csv")
        self.assertEqual((done.returncode, done.stderr), (0, ""))


if __name__ == "__main__":
    command.main()
