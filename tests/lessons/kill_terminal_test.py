#!/usr/bin/env python3
"""The program is killed at any moment: what was answered stays, and so does the terminal.

    kill_terminal_test.py PROGRAM [SEED]
"""
import json
import random
import re
import sys
import termios
import threading
import time
import unittest

from reading import CLEAR, COLOUR, PLACE, lessons, squeezed, temporary_state

import command
from command import Terminal, output

SEED = int(sys.argv[2]) if len(sys.argv) > 2 else 1
KILLS = 100
LESSONS = lessons()
WAITS = re.compile(r"\[(1 to \d|a (whole )?number).*?\] \[b\]ack")
KEYS = "\n1\n" * 200  # 1 is an answer to every question, and no key elsewhere


def answers_seen(text):
    """How many answers were taken, by the screens: a step waits for one, and then does not."""
    count, waiting = 0, None
    for screen in COLOUR.sub("", text).split(CLEAR):
        place = PLACE.search(screen)
        if not place or "[q]uit" not in screen:
            continue  # the program was killed while it was drawn
        waits = WAITS.search(squeezed(screen)) is not None
        count += waiting == place[2] and not waits
        waiting = place[2] if waits else None
    return count


class Killed(unittest.TestCase):
    def setUp(self):
        self.state = temporary_state(self)
        self.folder = self.state / "softmax-workbook"
        self.file = self.folder / "progress.json"
        # A long answer, of a question that nobody asks, makes each update take long.
        self.folder.mkdir()
        self.file.write_text(json.dumps({
            "schema": "softmax-workbook/progress/1", "latest": "", "lessons": {},
            "answers": {"nobody/asks": {"given": "x" * 100_000, "right": False, "tries": 1,
                                        "ever_right": False}}}))

    def tries(self):
        """How often each question was answered, by the file, which must be whole."""
        self.assertNotIn("damaged", output("progress", env={"XDG_STATE_HOME": str(self.state)}))
        held = json.loads(self.file.read_bytes())["answers"]
        self.assertEqual(len(held["nobody/asks"]["given"]), 100_000)
        self.assertLessEqual({answer["given"] for answer in held.values()},
                             {"1", held["nobody/asks"]["given"]})
        return {question: answer["tries"] for question, answer in held.items()}

    def killed_after(self, seconds, words):
        """All that the program printed until it was killed."""
        terminal = Terminal(*words, env={"XDG_STATE_HOME": str(self.state)})
        before = termios.tcgetattr(terminal.master)
        terminal.type(KEYS)
        killer = threading.Timer(seconds, terminal.process.kill)
        killer.start()
        terminal.read()
        killer.join()
        self.assertEqual(terminal.process.wait(), -9, "it ended before it was killed")
        self.assertEqual(termios.tcgetattr(terminal.master), before)
        return terminal.text

    def seconds_of_a_quiz(self):
        """How long the whole quiz takes that nobody kills."""
        terminal = Terminal("quiz", env={"XDG_STATE_HOME": str(self.state)})
        begin = time.monotonic()
        terminal.type(KEYS)
        while "You have " not in terminal.text:
            terminal.read(until="[q]uit > \x1b[0m")
        return time.monotonic() - begin

    def test_at_most_the_last_answer_is_lost(self):
        print(f"seed {SEED}", flush=True)
        choices = random.Random(SEED)
        whole = self.seconds_of_a_quiz()
        held, seen, unseen = self.tries(), 0, 0
        for kill in range(KILLS):
            words = [choices.choice(["quiz", "lesson"]), choices.choice(LESSONS).number]
            with self.subTest(kill=kill, words=words):
                count = answers_seen(self.killed_after(choices.uniform(0, whole), words))
                before, held = held, self.tries()
                gained = [held[question] - before.get(question, 0) for question in held]
                self.assertLessEqual(set(gained), {0, 1})
                self.assertLessEqual(set(before), set(held))
                # It is written before it is shown, so the file may be one ahead.
                self.assertIn(sum(gained) - count, (0, 1))
                seen, unseen = seen + count, unseen + sum(gained) - count
                self.assertLessEqual({path.name for path in self.folder.iterdir()},
                                     {self.file.name + end for end in ("", ".lock", ".new")})
        print(f"{KILLS} kills, {seen} answers, {unseen} written and not shown", flush=True)
        self.assertGreater(seen, KILLS / 2)  # or there was nothing to lose


if __name__ == "__main__":
    command.main()
