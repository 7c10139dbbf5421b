#!/usr/bin/env python3
"""Lessons where something is amiss: the name, the width, the pipe, the terminal, the locale.

    bad_terminal_test.py PROGRAM
"""
import os
import signal
import subprocess
import unittest

from reading import CLEAR, COLOUR, Reading, lessons, output, temporary_state

import command
from command import PLAIN, PROGRAM, Terminal, run

LESSONS = lessons()
FIRST = LESSONS[0]


class Refused(unittest.TestCase):
    def setUp(self):
        self.state = temporary_state(self)

    def on_terminal(self, *words, columns=80, **env):
        terminal = Terminal(*words, columns=columns,
                            env={"XDG_STATE_HOME": str(self.state), **env})
        terminal.type("q\n")  # or what does not refuse would wait
        return terminal.finish()

    def test_an_unknown_lesson_is_told_in_a_line(self):
        for name in ("x", "0", "99", "-3", "3x", "normalise", "\x1b[2J", "\u00e4" * 2000):
            for words in (["lesson", name], ["quiz", name], ["lesson", name, "--present"]):
                with self.subTest(words=[word[:20] for word in words]):
                    done = run(*words)
                    self.assertEqual((done.returncode, done.stdout), (2, ""))
                    self.assertRegex(done.stderr, r"\Aworkbook: [^\n\x1b]+\n\Z")
                    self.assertEqual(self.on_terminal(*words), (done.stderr, 2))
        self.assertIn("did you mean 'normalize'?", run("lesson", "normalise").stderr)
        self.assertEqual(list(self.state.iterdir()), [])

    def test_a_narrow_terminal_is_told_in_a_line(self):
        for words in ([], ["lesson", FIRST.number], ["lesson", FIRST.number, "--present"],
                      ["quiz"], ["quiz", FIRST.number]):
            for columns, env in ((20, {}), (29, {}), (1, {}), (80, {"COLUMNS": "20"})):
                with self.subTest(words=words, columns=columns):
                    text, code = self.on_terminal(*words, columns=columns, **env)
                    self.assertEqual(code, 2)
                    self.assertRegex(text, r"\Aworkbook: a terminal of \d+ columns is too narrow "
                                           r"for a lesson: make it 30 or wider\n\Z")
            reading = Reading(*words, state=self.state, columns=30, rows=50)
            self.assertEqual(reading.quit(), ("\n", 0))

    def test_columns_and_lines_of_nonsense_are_as_if_unset(self):
        usual = Reading("lesson", FIRST.number, state=self.state).screen
        for nonsense in ("0", "", "-5", "wide", "99999999999999999999"):
            env = {"COLUMNS": nonsense, "LINES": nonsense}
            with self.subTest(nonsense=nonsense):
                self.assertEqual(Reading("lesson", FIRST.number, state=self.state, env=env).screen,
                                 usual)
                self.assertEqual(output("lesson", FIRST.number, env=env),
                                 output("lesson", FIRST.number))


class Streams(unittest.TestCase):
    COMMANDS = [[], ["lesson"], ["quiz"], ["quiz", "--json"], ["lesson", FIRST.number],
                ["lesson", FIRST.number, "--json"], ["lesson", FIRST.number, "--markdown"]]

    def setUp(self):
        self.state = temporary_state(self)
        self.env = {**PLAIN, "XDG_STATE_HOME": str(self.state)}

    def shell(self, script, *words):
        return subprocess.run(["bash", "-c", script, "bash", PROGRAM, *words], env=self.env,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)

    def test_a_pipe_that_is_closed_early(self):
        reading = Reading("lesson", FIRST.number, state=self.state)
        reading.answer(FIRST.guesses[:1], right=True)
        reading.quit()
        held = reading.progress()
        for ignored in ("", "trap '' PIPE; "):  # a program that started this may ignore the signal
            for words in self.COMMANDS:
                with self.subTest(words=words, ignored=ignored):
                    piped = '"$@" | head -c 10; exit "${PIPESTATUS[0]}"'
                    done = self.shell(ignored + piped, *words)
                    self.assertEqual(len(done.stdout), 10)
                    self.assertRegex(done.stderr, r"\A(workbook: [^\n]+\n)?\Z")
                    self.assertIn(done.returncode, (0, 3, 128 + signal.SIGPIPE))
        self.assertEqual(reading.progress(), held)

    def test_a_pipe_that_nobody_reads(self):
        reader, writer = os.pipe()
        self.addCleanup(os.close, writer)
        os.close(reader)
        for ignored, code, lines in ((False, -signal.SIGPIPE, 0), (True, 3, 1)):
            for words in self.COMMANDS:
                with self.subTest(words=words, ignored=ignored):
                    done = subprocess.run([PROGRAM, *words], env=self.env, stdout=writer,
                                          stdin=subprocess.DEVNULL, stderr=subprocess.PIPE,
                                          restore_signals=not ignored, check=False)
                    self.assertEqual((done.returncode, done.stderr.count(b"\n")), (code, lines))

    def test_standard_input_that_is_closed(self):
        for words in self.COMMANDS:
            with self.subTest(words=words):
                done = self.shell('exec "$@" <&-', *words)
                self.assertEqual((done.returncode, done.stderr), (0, ""))
                self.assertEqual(done.stdout, self.shell('exec "$@"', *words).stdout)
                closed = ("bash", "-c", 'exec "$@" <&-', "bash", PROGRAM)
                text, code = Terminal(*words, program=closed, env=self.env).finish()
                self.assertEqual((code, "[Enter]" in text), (0, False))

    def test_standard_output_that_is_closed(self):
        for words in self.COMMANDS:
            done = self.shell('exec "$@" >&-', *words)
            self.assertEqual((done.returncode, done.stderr.count("\n")), (3, 1))

    def test_a_terminal_on_one_side_alone_is_none(self):
        for on in (["stdin"], ["stdout"]):
            terminal = Terminal("lesson", FIRST.number, on=on)
            terminal.type("q\n")
            text, code = terminal.finish()
            self.assertEqual(code, 0)
            self.assertNotIn("[Enter]", text)
            self.assertNotIn(CLEAR, text)


class Looks(unittest.TestCase):
    def walk(self, lesson, **env):
        """Every character of a whole reading."""
        reading = Reading("lesson", lesson.number, state=temporary_state(self), env=env)
        reading.walk(lesson.questions, right=False)
        return reading.terminal.bytes.decode()

    def test_a_dumb_terminal_gets_no_escape_sequence(self):
        for lesson in LESSONS:
            self.assertNotIn("\x1b", self.walk(lesson, TERM="dumb"))
        for words in ([], ["quiz"]):
            reading = Reading(*words, state=temporary_state(self), env={"TERM": "dumb"})
            self.assertNotIn("\x1b", reading.terminal.text)

    def test_no_color_leaves_no_colour(self):
        self.assertRegex(self.walk(FIRST), COLOUR)
        for lesson in LESSONS:
            text = self.walk(lesson, NO_COLOR="1")
            self.assertNotRegex(text, COLOUR)
            self.assertNotIn("\x1b", text.replace(CLEAR, ""))

    def test_the_plain_locale_gets_plain_characters(self):
        bars = 0
        for lesson in LESSONS:
            with self.subTest(lesson=lesson.number):
                texts = [self.walk(lesson, LC_ALL="C"),
                         output("lesson", lesson.number, env={"LC_ALL": "C"}),
                         output("quiz", lesson.number, env={"LC_ALL": "C"})]
                for text in texts:
                    self.assertEqual([line for line in text.split("\n") if not line.isascii()], [])
                bars += texts[1].count("###")
        self.assertGreater(bars, 0)
        self.assertIn("\u2588", output("lesson", FIRST.number))


if __name__ == "__main__":
    command.main()
