#!/usr/bin/env python3
"""The home screen: the lessons, where the learner is in them, and what a line opens.

    home_terminal_test.py PROGRAM
"""
import json
import time
import unittest

from reading import Reading, lessons, squeezed, temporary_state

import command

LESSONS = lessons()
FIRST = LESSONS[0]


def all_read():
    """Progress with every lesson read and every question answered right."""
    right = {"given": "1", "right": True, "tries": 1, "ever_right": True}
    return {"schema": "softmax-workbook/progress/1", "latest": LESSONS[-1].id,
            "lessons": {lesson.id: {"idea": "end", "finished": True} for lesson in LESSONS},
            "answers": {question["id"]: right for lesson in LESSONS for question in lesson.quiz}}


class OnTheHomeScreen(unittest.TestCase):
    def setUp(self):
        self.state = temporary_state(self)
        self.file = self.state / "softmax-workbook/progress.json"

    def home(self, **options):
        return Reading(state=options.pop("state", self.state), **options)

    def hold(self, text):
        self.file.parent.mkdir()
        self.file.write_text(text, encoding="utf-8")

    def assert_home(self, reading):
        self.assertTrue(reading.text.startswith("The Softmax Workbook "), reading.screen)

    def assert_lesson(self, reading, lesson):
        self.assertEqual(reading.title, f"Lesson {lesson.number}: {lesson.page['title']}")

    def line_of(self, reading, lesson):
        return next(line for line in reading.screen.splitlines() if lesson.page["title"] in line)


class Home(OnTheHomeScreen):
    def test_the_first_screen_lists_the_lessons(self):
        begin = time.monotonic()
        reading = self.home()
        print(f"the first screen took {1000 * (time.monotonic() - begin):.0f} ms", flush=True)
        for lesson in LESSONS:
            self.assertRegex(self.line_of(reading, lesson), rf"^ +{lesson.number}  .* min$")
        self.assertIn(f"[Enter] lesson {FIRST.number}: {FIRST.page['title']}", reading.text)
        self.assertFalse(self.file.exists())

    def test_every_size_has_room(self):
        self.hold(json.dumps(all_read()))
        for columns, rows in ((30, 50), (40, 24), (60, 24), (80, 24), (200, 50)):
            with self.subTest(columns=columns):
                reading = self.home(columns=columns, rows=rows)
                for lesson in LESSONS:
                    self.assertIn(squeezed(f"{lesson.number} {lesson.page['title']} "),
                                  reading.text)
                self.assertIn(f"read {len(FIRST.quiz)}/{len(FIRST.quiz)}", reading.text)
                self.assertIn("[e] exercise [z] quiz [t] a first trace [q]uit >", reading.prompt)
                self.assertRegex(reading.text, r"Exercises: 0 of \d+ passed; next is \d\d: \S")

    def test_enter_opens_the_lesson_that_is_next(self):
        reading = self.home()
        self.assert_lesson(reading.type(""), FIRST)
        self.assert_home(reading.type("q"))
        self.assertTrue(self.line_of(reading, FIRST).endswith("min"))  # it was but looked at
        reading.type("").answer(FIRST.questions[:1], right=True)
        left = reading.title
        self.assert_home(reading.type("q"))
        self.assertTrue(self.line_of(reading, FIRST).endswith("begun"))
        self.assertEqual(reading.type("").title, left)
        reading.walk(FIRST.questions[1:], right=True)
        count = len(FIRST.quiz)
        self.assertRegex(self.line_of(reading.type("q"), FIRST), rf" read +{count}/{count}$")
        self.assertIn(f"[Enter] lesson {LESSONS[1].number}: {LESSONS[1].page['title']}",
                      reading.text)
        self.assert_lesson(reading.type(""), LESSONS[1])

    def test_a_number_or_a_name_opens_a_lesson(self):
        reading = self.home()
        for lesson in LESSONS:
            number = int(lesson.number)
            for name in (str(number), f"{number:02}", lesson.id, f"{number:02}_{lesson.id}"):
                self.assert_lesson(reading.type(name), lesson)
                self.assert_home(reading.type("q"))

    def test_z_asks_the_quiz_and_t_shows_a_trace(self):
        reading = self.home()
        self.assertIn("Check yourself, 1 of ", reading.type("z").title)
        self.assert_home(reading.type("q"))
        Reading.check_size, check_size = (lambda self: None), Reading.check_size
        self.addCleanup(setattr, Reading, "check_size", check_size)  # a trace may be longer
        self.assertIn("./workbook trace", reading.type("t").text)
        self.assert_home(reading.type(""))

    def test_rubbish_is_told_in_a_line_and_opens_nothing(self):
        reading = self.home(columns=200)
        for rubbish in ("x", "0", "99", "-1", "3 4", "normalise", "--json", "\u00e4", "\x1b[A",
                        "x" * 3000):
            with self.subTest(rubbish=rubbish):
                self.assert_home(reading.type(rubbish))
                note = reading.screen.split("\n\n")[-2]
                self.assertRegex(note, r"\Ano lesson .+\Z")
        reading.type("1")
        self.assertNotIn("no lesson", reading.type("q").text)

    def test_q_ends_it(self):
        for keys in ("q\n", "quit\n", "\x04"):
            self.assertEqual(self.home().quit(keys), ("\n", 0))

    def test_when_all_is_read_enter_says_so(self):
        self.hold(json.dumps(all_read()))
        reading = self.home()
        self.assertNotIn("[Enter]", reading.prompt)
        self.assertIn("All lessons are read. A number opens one again.", reading.type("").text)
        self.assert_lesson(reading.type(FIRST.number), FIRST)


class Trouble(OnTheHomeScreen):
    def test_a_damaged_file_is_told_once_and_set_aside(self):
        self.hold('{"schema": ')
        reading = self.home()
        self.assertIn("was damaged", reading.text)
        self.assertEqual((self.file.parent / "progress.json.damaged").read_text(), '{"schema": ')
        self.assertNotIn("was damaged", reading.type("x").text)
        reading.type("").answer(FIRST.questions[:1], right=True)
        self.assertEqual(list(reading.progress()["answers"]), [FIRST.questions[0]["id"]])

    def test_a_lesson_tells_of_a_damaged_file_too(self):
        self.hold("[]")
        reading = Reading("lesson", FIRST.number, state=self.state)
        self.assertIn("was damaged", reading.text)
        self.assertEqual((self.file.parent / "progress.json.damaged").read_text(), "[]")
        reading.walk(FIRST.questions, right=True)
        self.assertEqual(squeezed(reading.terminal.text).count("was damaged"), 1)

    def test_where_nothing_can_be_kept_reading_says_so_once(self):
        state = self.state / "file" / "below"
        state.parent.write_text("")
        for words in (["lesson", FIRST.number], ["quiz", FIRST.number]):
            reading = Reading(*words, state=state)
            reading.walk(FIRST.questions if words[0] == "lesson" else FIRST.quiz, right=True)
            said = squeezed(reading.terminal.text)
            self.assertEqual(said.count("not kept: cannot "), 1)
            self.assertIn("move away what lies in its place", said)
            self.assertEqual(reading.quit(), ("\n", 0))
        reading = self.home(state=state)
        self.assertIn("move away what lies in its place", reading.text)
        self.assert_lesson(reading.type(FIRST.number), FIRST)


if __name__ == "__main__":
    command.main()
