#!/usr/bin/env python3
"""watch, on a terminal: every way in which an editor saves is seen at once, and Ctrl-C ends it.

    exercise_watch_terminal_test.py PROGRAM
"""
import os
import pathlib
import signal
import time
import unittest

import command
from exercising import MEAN, SKELETON, SOLUTION, SYNTAX, Workbook

WAITING, CHECKING, CLEAR = "Ctrl-C ends this.\n", "checking ...\n", "\x1b[H\x1b[2J"
PASSED, WRONG, NOT_COMPILED = "Passed: 10", "Not right yet: 5 of", "It does not compile"


class Watch(unittest.TestCase):
    def setUp(self):
        self.book = Workbook(self)
        self.book.write(SOLUTION)

    def watch(self):
        self.terminal = self.book.terminal("watch", "3", columns=200)
        self.assertIn(PASSED, self.terminal.read(until=WAITING))

    def saved(self, verdict):
        """What follows a save: that it is being checked, at once, and the verdict."""
        begin = time.monotonic()
        text = self.terminal.read(until=(CHECKING, CHECKING + CLEAR, WAITING))
        print(f"seen after {1000 * (time.monotonic() - begin):.0f} ms", flush=True)
        self.assertTrue(text.startswith(CHECKING), text)
        if not text.endswith(WAITING):
            text += self.terminal.read(until=WAITING)
        self.assertTrue(text.startswith(CHECKING + CLEAR), text)
        self.assertIn(verdict, text)
        return text

    def assert_nothing_more(self):
        """Nothing is checked again: what comes next is the answer to the next save."""
        time.sleep(0.2)
        self.book.write(SYNTAX)
        self.saved(NOT_COMPILED)

    def end(self):
        os.killpg(self.terminal.process.pid, signal.SIGINT)
        self.terminal.read()
        self.assertEqual(self.terminal.process.wait(10), -signal.SIGINT)

    def test_a_save_by_writing_into_the_file(self):
        self.watch()
        for text, verdict in ((MEAN, WRONG), (SYNTAX, NOT_COMPILED), (SOLUTION, PASSED)):
            self.book.write(text)
            self.saved(verdict)
        self.end()
        self.assertEqual(self.book.progress()[self.book.id]["checks"], 4)

    def test_a_save_by_renaming_another_file(self):
        self.watch()
        # As vim does: the old file is moved away, and a new one comes in its place.
        self.book.answer.rename(self.book.answer.with_suffix(".cpp~"))
        self.book.write(MEAN)
        self.saved(WRONG)
        # As most editors do: another file is written and takes the name.
        other = self.book.answer.with_suffix(".tmp")
        other.write_text(SOLUTION, encoding="utf-8")
        other.replace(self.book.answer)
        self.saved(PASSED)
        self.assert_nothing_more()
        self.end()

    def test_a_save_in_pieces_is_looked_at_when_it_is_whole(self):
        self.watch()
        with self.book.answer.open("w", encoding="utf-8") as file:
            for start in range(0, len(MEAN), 200):
                file.write(MEAN[start:start + 200])
                file.flush()
                time.sleep(0.03)
        self.saved(WRONG)
        # Two writers at once, as an editor and its formatter: one check, of what is there then.
        self.book.answer.write_text(MEAN, encoding="utf-8")
        self.book.answer.write_text(SOLUTION, encoding="utf-8")
        self.saved(PASSED)
        self.assert_nothing_more()
        self.end()

    def test_other_files_of_the_folder_are_passed_over(self):
        self.watch()
        for name in (".answer.cpp.swp", "answer.cpp~", "answer.cp", "4913", "answer.cpp.backup"):
            (self.book.answer.parent / name).write_text("x", encoding="utf-8")
        self.assert_nothing_more()
        self.end()

    def test_a_save_while_it_is_checking_is_not_lost(self):
        self.watch()
        self.book.write(SYNTAX)
        time.sleep(0.06)
        self.book.write(MEAN)
        text = ""
        while WRONG not in text:
            text += self.terminal.read(until=WAITING)
        self.assertEqual(self.terminal.process.poll(), None)
        self.end()

    def test_a_reset_beside_it_is_a_save(self):
        self.watch()
        self.assertEqual(self.book.run("reset", "3").returncode, 0)
        self.saved("Not right yet: 0 of")
        self.assertEqual(self.book.answer.read_text(encoding="utf-8"), SKELETON)
        self.end()

    def test_ctrl_c_on_the_terminal_ends_it_and_leaves_nothing_behind(self):
        # The terminal must be its own for a key to be a signal.
        terminal = self.book.terminal("watch", "3", program=("setsid", "-c", "-w", command.PROGRAM))
        self.assertIn("Passed", terminal.read(until=WAITING))
        terminal.type("\x03")
        terminal.finish()
        self.assertEqual(self.book.left_behind(), [])

    def test_an_answer_that_is_not_there_is_begun(self):
        self.book.answer.unlink()
        terminal = self.terminal = self.book.terminal("watch", "3", columns=200)
        self.assertIn("Not right yet: 0 of", terminal.read(until=WAITING))
        self.assertEqual(pathlib.Path(self.book.answer).read_text(encoding="utf-8"), SKELETON)
        self.end()


if __name__ == "__main__":
    command.main()
