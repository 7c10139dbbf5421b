#!/usr/bin/env python3
"""Lessons on a projector: answers and speaker notes on a key, and nothing is remembered.

    present_terminal_test.py PROGRAM
"""
import unittest

from reading import FIRST_A_GUESS, MOST_SCREENS, Reading, lessons, output, temporary_state

import command
from command import run

ANSWER = (" right: ", "The answer is ")
NOTE = "speaker: "


def notes_of(idea):
    return [block for block in idea["blocks"] if block["kind"] == "speaker_note"]


class Present(unittest.TestCase):
    def present(self, lesson, state, **options):
        return Reading("lesson", lesson.number, "--present", state=state, **options)

    def toggle(self, reading, key, shown):
        """The key shows it, and hides it again."""
        def is_shown():
            return any(text in reading.text for text in shown)
        self.assertFalse(is_shown(), reading.screen)
        reading.type(key)
        self.assertTrue(is_shown(), reading.screen)
        reading.type(key)
        self.assertFalse(is_shown(), reading.screen)

    def walk(self, reading):
        """To the end by Enter. How many questions and steps with notes there were."""
        questions, noted, before = 0, 0, 0
        for _ in range(MOST_SCREENS):
            if reading.at_end:
                return questions, noted
            if reading.step != before:
                before = reading.step
                if "[a]nswer" in reading.prompt:
                    questions += 1
                    self.assertIn("'1' is no key here", reading.type("1").text)
                    self.toggle(reading, "a", ANSWER)
                if "[n]otes" in reading.prompt:
                    noted += 1
                    self.toggle(reading, "n", [NOTE])
            reading.type("")
            self.assertNotIn(FIRST_A_GUESS, reading.text)
            self.assertNotIn("Right.", reading.text)
        raise AssertionError("no end")

    def test_answers_and_notes_are_on_a_key(self):
        for lesson in lessons():
            for columns, rows in ((40, 24), (80, 24), (200, 50)):
                with self.subTest(lesson=lesson.number, columns=columns):
                    reading = self.present(lesson, temporary_state(self), columns=columns,
                                           rows=rows)
                    questions, noted = self.walk(reading)
                    self.assertEqual(questions, len(lesson.questions))
                    self.assertGreaterEqual(noted, sum(map(bool, map(notes_of, lesson.ideas))))
                    self.assertIn("The end.", reading.text)
                    self.assertNotIn("questions right", reading.text)
                    self.assertEqual(reading.quit(), ("\n", 0))

    def test_a_reader_without_a_projector_sees_no_notes(self):
        for lesson in lessons():
            self.assertNotIn(NOTE, output("lesson", lesson.number))
            reading = Reading("lesson", lesson.number, state=temporary_state(self))
            self.assertIn("'n' is no key here", reading.type("n").text)
            reading.walk(lesson.questions, right=True)
            self.assertNotIn(NOTE, reading.terminal.text)

    def test_nothing_is_remembered(self):
        lesson = lessons()[0]
        state = temporary_state(self)
        self.walk(self.present(lesson, state))
        self.assertEqual(list(state.iterdir()), [])
        Reading("lesson", lesson.number, state=state).answer(lesson.guesses[:1], right=False)
        file = state / "softmax-workbook/progress.json"
        held, when = file.read_bytes(), file.stat().st_mtime_ns
        reading = self.present(lesson, state)
        self.assertEqual(reading.step, 1)  # nor is anything recalled
        self.walk(reading)
        self.assertEqual((file.read_bytes(), file.stat().st_mtime_ns), (held, when))

    def test_it_wants_a_terminal(self):
        done = run("lesson", lessons()[0].number, "--present")
        self.assertEqual((done.returncode, done.stdout, done.stderr.count("\n")), (2, "", 1))


if __name__ == "__main__":
    command.main()
