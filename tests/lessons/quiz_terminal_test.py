#!/usr/bin/env python3
"""The quiz: on a terminal, and as a sheet that is filled in and graded.

    quiz_terminal_test.py PROGRAM
"""
import json
import subprocess
import unittest

from reading import (Reading, lessons, output, right_answer, squeezed, temporary_state,
                     wrong_answer)

import command
from command import PLAIN, PROGRAM, run

LESSONS = lessons()
FIRST, SECOND = LESSONS[:2]
ALL = [question for lesson in LESSONS for question in lesson.quiz]


class OnATerminal(unittest.TestCase):
    def test_the_score_and_the_missed_again(self):
        for lesson in LESSONS:
            for columns, rows in ((40, 24), (80, 24)):
                with self.subTest(lesson=lesson.number, columns=columns):
                    count = len(lesson.quiz)
                    reading = Reading("quiz", lesson.number, state=temporary_state(self),
                                      columns=columns, rows=rows)
                    self.assertEqual(reading.title, f"Check yourself, 1 of {count}")
                    reading.answer(lesson.quiz[:2], right=False)
                    reading.walk(lesson.quiz[2:], right=True)
                    self.assertIn(f"You have {count - 2} of {count} questions right. r asks",
                                  reading.text)
                    reading.type("r").walk(lesson.quiz[:2], right=True)
                    self.assertIn(f"You have {count} of {count} questions right.", reading.text)
                    self.assertNotIn("r asks", reading.text)
                    self.assertIn("Nothing was missed.", reading.type("r").text)
                    self.assertEqual(reading.quit(), ("\n", 0))

    def test_answers_are_remembered(self):
        reading = Reading("quiz", FIRST.number, state=temporary_state(self))
        reading.answer(FIRST.quiz[:1], right=True)
        reading.answer(FIRST.quiz[1:2], right=False)
        self.assertTrue(reading.on())
        reading.type("a")
        typed = [right_answer(FIRST.quiz[0]), wrong_answer(FIRST.quiz[1]), ""]
        held = reading.progress()
        for question, given, right in zip(FIRST.quiz, typed, (True, False, False)):
            self.assertEqual(held["answers"][question["id"]],
                             {"given": given, "right": right, "tries": 1, "ever_right": right})
        self.assertEqual((len(held["answers"]), held["lessons"]), (3, {}))

    def test_of_all_lessons_only_what_was_not_right_is_asked(self):
        state = temporary_state(self)
        Reading("quiz", FIRST.number, state=state).walk(FIRST.quiz, right=True)
        Reading("quiz", SECOND.number, state=state).walk(SECOND.quiz, right=False)
        left = ALL[len(FIRST.quiz):]
        reading = Reading("quiz", state=state)
        self.assertEqual(reading.title, f"Check yourself, 1 of {len(left)}")
        reading.walk(left, right=True)
        self.assertIn(f"You have {len(left)} of {len(left)} questions right.", reading.text)
        again = Reading("quiz", state=state)  # all were right: all are asked
        self.assertEqual(again.title, f"Check yourself, 1 of {len(ALL)}")
        again.walk(ALL, right=False)
        once_right = Reading("quiz", state=state)
        self.assertEqual(once_right.title, f"Check yourself, 1 of {len(ALL)}")

    def test_g_is_no_key_of_a_quiz_and_back_goes_back(self):
        reading = Reading("quiz", FIRST.number, state=temporary_state(self))
        self.assertNotIn("go to", reading.prompt)
        self.assertIn("This is the beginning.", reading.type("b").text)
        reading.answer(FIRST.quiz[:1], right=True)
        self.assertTrue(reading.on())
        self.assertEqual(reading.step, 2)
        while reading.step == 2:
            reading.type("b")
        self.assertFalse(reading.waits)  # it stays answered


class Sheets(unittest.TestCase):
    def setUp(self):
        self.folder = temporary_state(self)
        self.sheet = json.loads(output("quiz", FIRST.number, "--json"))

    def fill(self, answers):
        for question, answer in zip(self.sheet["questions"], answers):
            question["answer"] = answer
        return json.dumps(self.sheet)

    def grade(self, text, *words, lesson=FIRST.number):
        """By a file and by standard input, which must be one."""
        file = self.folder / "sheet.json"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        done = run("quiz", lesson, "--answers", str(file), *words)
        with open(file, "rb") as stdin:
            piped = subprocess.run([PROGRAM, "quiz", lesson, "--answers", "-", *words], env=PLAIN,
                                   stdin=stdin, capture_output=True, check=False)
        self.assertEqual((piped.returncode, piped.stdout.decode(), piped.stderr.decode()),
                         (done.returncode, done.stdout, done.stderr))
        return done

    def test_a_sheet_asks_what_the_quiz_asks(self):
        self.assertEqual(self.sheet["schema"], "softmax-workbook/quiz/1")
        self.assertEqual([q["id"] for q in self.sheet["questions"]], [q["id"] for q in FIRST.quiz])
        self.assertEqual({q["answer"] for q in self.sheet["questions"]}, {None})
        self.assertEqual([q["id"] for q in json.loads(output("quiz", "--json"))["questions"]],
                         [q["id"] for q in ALL])

    def test_all_right_is_exit_code_0(self):
        done = self.grade(self.fill(map(right_answer, FIRST.quiz)))
        count = len(FIRST.quiz)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(done.stdout.splitlines(),
                         [f"right  {q['id']}" for q in FIRST.quiz] + [f"{count} of {count} right"])

    def test_a_wrong_or_a_missing_answer_is_exit_code_1(self):
        answers = list(map(right_answer, FIRST.quiz))
        for instead, why in ((wrong_answer(FIRST.quiz[0]), ""), (None, "not answered")):
            done = self.grade(self.fill([instead, *answers[1:]]))
            self.assertEqual((done.returncode, done.stderr), (1, ""))
            self.assertTrue(done.stdout.startswith(f"wrong  {FIRST.quiz[0]['id']}\n"))
            self.assertIn(why, done.stdout)
            self.assertTrue(done.stdout.endswith(f"{len(answers) - 1} of {len(answers)} right\n"))
        self.assertEqual(self.grade(self.fill([])).returncode, 1)

    def test_grades_as_json(self):
        answers = list(map(right_answer, FIRST.quiz))
        answers[1] = wrong_answer(FIRST.quiz[1])
        done = self.grade(self.fill([*answers[:-1], None]), "--json")
        grades = json.loads(done.stdout)
        self.assertEqual((done.returncode, done.stderr), (1, ""))
        self.assertEqual((grades["asked"], grades["right"]), (len(answers), len(answers) - 2))
        self.assertEqual([(g["id"], g["answer"]) for g in grades["grades"]],
                         list(zip([q["id"] for q in FIRST.quiz], [*answers[:-1], None])))

    def test_all_lessons_at_once(self):
        self.sheet = json.loads(output("quiz", "--json"))
        file = self.folder / "all.json"
        file.write_text(self.fill(map(right_answer, ALL)))
        done = run("quiz", "--answers", str(file))
        self.assertEqual((done.returncode, done.stdout.splitlines()[-1]),
                         (0, f"{len(ALL)} of {len(ALL)} right"))

    def assert_refused(self, done, *said):
        self.assertEqual((done.returncode, done.stdout, done.stderr.count("\n")), (2, "", 1))
        for words in ("workbook: ", *said):
            self.assertIn(words, done.stderr)
        self.assertNotRegex(done.stderr[:-1], r"[\x00-\x1f\x7f]")

    def test_a_broken_sheet_is_told_in_a_line(self):
        asked = self.sheet["questions"]
        first = asked[0]["id"]

        def sheet(*questions):
            return json.dumps({**self.sheet, "questions": list(questions)})

        def answered(answer):
            return sheet({"id": first, "answer": answer})

        for text, said in (
                ("", "is no JSON"), ("{", "is no JSON"), (b"\xff\xfe{}", "is no JSON"),
                ("[" * 100_000, "is no JSON"), ("[" * 50_000 + "]" * 50_000, "has no \"schema\""),
                ("null", "has no \"schema\""), ("[]", "has no \"schema\""),
                (json.dumps({**self.sheet, "schema": "softmax-workbook/quiz/2"}), "quiz/1"),
                (json.dumps({**self.sheet, "schema": 1}), "quiz/1"),
                (json.dumps({"schema": self.sheet["schema"]}), "\"questions\""),
                (json.dumps({**self.sheet, "questions": {}}), "\"questions\""),
                (sheet(7), "without an \"id\""), (sheet({"answer": 1}), "without an \"id\""),
                (sheet({"id": 1}), "without an \"id\""), (sheet(asked[0], asked[0]), "twice"),
                (sheet({"id": "no/such"}), "'no/such', which is not asked here"),
                (sheet({"id": "\n\x1b[2J\x7f"}), "which is not asked here"),
                (answered([]), "neither a number nor a text"), (answered(True), "neither"),
                (answered({}), "neither"), (answered("x"), first), (answered(99), first),
                (answered("\x07\n"), first)):
            with self.subTest(text=text[:80]):
                self.assert_refused(self.grade(text), "the sheet of answers", said)

    def test_a_file_that_is_none_is_told_in_a_line(self):
        for path in (self.folder, self.folder / "none.json"):
            self.assert_refused(run("quiz", FIRST.number, "--answers", str(path)), str(path))
        self.assert_refused(run("quiz", "no_such", "--answers", "-"), "no lesson 'no_such'")
        self.assert_refused(run("quiz", FIRST.number, "--answers"), "--answers needs a value")

    def test_a_sheet_leaves_the_progress_alone(self):
        done = run("quiz", FIRST.number, "--answers", "-", stdin=self.fill([]),
                   env={"XDG_STATE_HOME": str(self.folder / "state")})
        self.assertEqual((done.returncode, (self.folder / "state").exists()), (1, False))

    def test_without_a_terminal_the_questions_are_printed(self):
        text = squeezed(output("quiz", FIRST.number))
        self.assertIn(squeezed(FIRST.quiz[-1]["text"]).split("*")[0], text)
        self.assertNotIn("[Enter]", text)


if __name__ == "__main__":
    command.main()
