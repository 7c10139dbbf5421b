#!/usr/bin/env python3
"""Every lesson, read on a terminal to its end. The size of each screen is checked as it is read.

    lesson_terminal_test.py PROGRAM
"""
import re
import unittest

from reading import Reading, lessons, output, squeezed, temporary_state

import command

LESSONS = lessons()
SMALL, USUAL, LARGE = (40, 24), (80, 24), (200, 50)
UNDERLINED = re.compile(r"^-+$", re.MULTILINE)
NUMBERED = re.compile(r"\AQuestion \d+\. ")


def each_lesson(*sizes):
    """A test of every lesson on terminals of these sizes."""
    def decorate(check):
        def test(self):
            for lesson in LESSONS:
                for size in sizes:
                    with self.subTest(lesson=lesson.number, columns=size[0]):
                        check(self, lesson, size)
        return test
    return decorate


class Lessons(unittest.TestCase):
    def open(self, lesson, size, state=None, env=None):
        return Reading("lesson", lesson.number, state=state or temporary_state(self),
                       columns=size[0], rows=size[1], env=env)

    def assert_score(self, reading, right, lesson):
        self.assertIn(f"You have {right} of {len(lesson.quiz)} questions right.", reading.text)

    def assert_opening(self, reading, lesson):
        self.assertEqual((reading.title, reading.step),
                         (f"Lesson {lesson.number}: {lesson.page['title']}", 1))


class Walks(Lessons):
    @each_lesson(SMALL, USUAL, LARGE)
    def test_all_right(self, lesson, size):
        reading = self.open(lesson, size)
        self.assert_opening(reading, lesson)
        reading.walk(lesson.questions, right=True)
        self.assert_score(reading, len(lesson.quiz), lesson)
        self.assertIn("Nothing was missed.", reading.type("r").text)
        self.assertIn("This is the end.", reading.type("").text)
        self.assertEqual(reading.quit()[1], 0)

    @each_lesson(SMALL, USUAL, LARGE)
    def test_all_wrong_then_the_missed_again(self, lesson, size):
        reading = self.open(lesson, size)
        reading.walk(lesson.questions, right=False)
        self.assert_score(reading, 0, lesson)
        reading.type("r").answer(lesson.quiz[:-1], right=True)
        reading.walk(lesson.quiz[-1:], right=False)
        self.assert_score(reading, len(lesson.quiz) - 1, lesson)
        reading.type("r").walk(lesson.quiz[-1:], right=True)
        self.assert_score(reading, len(lesson.quiz), lesson)
        self.assertEqual(reading.quit()[1], 0)

    @each_lesson(USUAL)
    def test_all_that_the_lesson_says_is_seen_on_the_way(self, lesson, size):
        """What it says is what it prints on a pipe, up to the answers, which stand at its end."""
        text = output("lesson", lesson.number, env={"COLUMNS": str(size[0])})
        reading = self.open(lesson, size, env={"NO_COLOR": "1"})
        reading.walk(lesson.questions, right=True)
        lines, words = reading.terminal.text.split("\n"), squeezed(reading.terminal.text)
        paragraphs = text.partition("\nAnswers\n")[0].split("\n\n")
        for paragraph in paragraphs[2:]:  # the title and the question stand otherwise
            if UNDERLINED.search(paragraph):
                continue
            paragraph = NUMBERED.sub("", paragraph)
            cut = all(line in lines for line in paragraph.split("\n"))  # into two screens
            self.assertTrue(cut or squeezed(paragraph) in words, paragraph)

    @each_lesson(USUAL)
    def test_a_question_takes_no_rubbish_and_shows_its_answer_to_a(self, lesson, size):
        reading = self.open(lesson, size)
        self.assertTrue(reading.on())
        self.assertIn("Please type ", reading.type("rubbish").text)
        self.assertIn("The answer is ", reading.type("a").text)
        self.assertFalse(reading.waits)
        self.assertIn("It is answered.", reading.type("1").text)


class Places(Lessons):
    def half_read(self, lesson, size, state=None):
        """Up to the last idea that asks something, all that came before answered."""
        reading = self.open(lesson, size, state=state)
        reading.answer(lesson.guesses, right=True)
        return reading

    @each_lesson(SMALL, USUAL)
    def test_back_to_the_beginning_and_on_again(self, lesson, size):
        reading = self.half_read(lesson, size)
        steps = [reading.step]
        while "This is the beginning." not in reading.type("b").text:
            steps.append(reading.step)
        self.assert_opening(reading, lesson)
        self.assertEqual(steps, sorted(steps, reverse=True))
        self.assertEqual(set(steps), set(range(1, steps[0] + 1)))
        reading.walk(lesson.quiz, right=True)  # what was answered is not asked again
        self.assert_score(reading, len(lesson.quiz), lesson)

    @each_lesson(USUAL)
    def test_g_goes_to_an_idea(self, lesson, size):
        reading = self.open(lesson, size)
        for number, idea in enumerate(lesson.ideas, start=1):
            self.assertEqual(reading.type(f"g {number}").title, idea["title"])
        self.assertEqual(reading.type("g 2").title, lesson.ideas[1]["title"])
        for refused in ("g", "g x", f"g {len(lesson.ideas) + 3}", "g -1"):
            self.assertIn(f"from 0 (the beginning) to {len(lesson.ideas) + 2} (the questions)",
                          reading.type(refused).text)
            self.assertEqual(reading.title, lesson.ideas[1]["title"])
        self.assert_opening(reading.type("g 0"), lesson)

    @each_lesson(USUAL)
    def test_it_opens_where_it_was_left_with_the_answers_kept(self, lesson, size):
        state = temporary_state(self)
        left = self.half_read(lesson, size, state)
        title = left.title
        self.assertEqual(left.quit()[1], 0)
        reading = self.open(lesson, size, state=state)
        self.assertEqual(reading.title, title)
        self.assertIn("You left here.", reading.text)
        reading.type("g 0").walk(lesson.quiz, right=True)
        self.assert_score(reading, len(lesson.quiz), lesson)
        reading.quit()
        anew = self.open(lesson, size, state=state)  # for it was finished
        self.assert_opening(anew, lesson)
        self.assertNotIn("You left here.", anew.text)
        self.assertTrue(anew.on())

    @each_lesson(LARGE)
    def test_the_quiz_may_be_left_too(self, lesson, size):
        state = temporary_state(self)
        left = self.half_read(lesson, size, state)
        left.answer(lesson.quiz[:1], right=False)
        left.quit("\x04")
        reading = self.open(lesson, size, state=state)
        self.assertEqual(reading.title, f"Check yourself, 1 of {len(lesson.quiz)}")
        self.assertFalse(reading.waits)
        reading.walk(lesson.quiz[1:], right=True)
        self.assert_score(reading, len(lesson.quiz) - 1, lesson)


if __name__ == "__main__":
    command.main()
