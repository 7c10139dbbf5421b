#!/usr/bin/env python3
"""hint, solution and reset: what is shown, when, and that no edit of the learner is ever lost.

    exercise_help_terminal_test.py PROGRAM
"""
import tomllib
import unittest

import command
from exercising import SKELETON, SOLUTION, SOURCE, THIRD, Workbook

TASKS = tomllib.loads(
    (SOURCE / "exercises" / THIRD / "exercise.toml").read_text(encoding="utf-8"))["task"]
NEW = {"schema": "softmax-workbook/progress/1", "latest": "", "lessons": {}, "answers": {}}


def squeezed(text):
    return " ".join(text.split())


class Exercising(unittest.TestCase):
    def setUp(self):
        self.book = Workbook(self)

    def hold(self, **more):
        attempts = {"checks": 1, "points": 0, "ever_passed": False, "solution_shown": False,
                    "hints": {}, **more}
        self.book.hold({**NEW, "exercises": {self.book.id: attempts}})

    def done(self, *words):
        done = self.book.run(*words)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout


class Hint(Exercising):
    def shown(self, text, task):
        """How many hints of the task the text shows; they are its first."""
        shown = [hint for hint in task["hints"] if squeezed(hint) in squeezed(text)]
        self.assertEqual(shown, task["hints"][:len(shown)])
        return len(shown)

    def test_each_time_one_more_and_never_beyond_the_last(self):
        most = len(TASKS[0]["hints"])
        for level in [*range(1, most + 1), most, most]:
            text = self.done("hint", "3")
            self.assertEqual(self.shown(text, TASKS[0]), level)
            self.assertEqual(self.shown(text, TASKS[1]), 0)
            self.assertIn("these are all" if level == most else f"{level} of {most};", text)
            self.assertEqual(self.book.progress()[self.book.id]["hints"],
                             {TASKS[0]["id"]: level})

    def test_each_task_has_its_own_level(self):
        self.done("hint", "3")
        self.assertIn(f"./workbook hint 03 {TASKS[1]['id']}", self.done("hint", "3"))
        self.assertEqual(self.shown(self.done("hint", "3", TASKS[1]["id"]), TASKS[1]), 1)
        self.assertEqual(self.book.progress()[self.book.id]["hints"],
                         {TASKS[0]["id"]: 2, TASKS[1]["id"]: 1})

    def test_without_an_exercise_it_is_of_the_first_that_has_not_passed(self):
        self.assertIn("Exercise 03, ", self.done("hint"))
        self.hold(ever_passed=True)
        self.assertIn("Exercise 04, ", self.done("hint"))

    def test_an_unknown_task_is_told_with_those_that_there_are(self):
        done = self.book.run("hint", "3", "normaliser")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertEqual(done.stderr, "workbook: exercise 03 has no task 'normaliser'; did you "
                                      "mean 'normalizer'?; it has normalizer, normalize\n")
        self.assertFalse(self.book.file.exists())

    def test_a_level_beyond_the_last_is_the_last(self):
        for level in (len(TASKS[0]["hints"]), 1000, 2 ** 31 - 1):
            self.hold(hints={TASKS[0]["id"]: level})
            text = self.done("hint", "3")
            self.assertEqual(self.shown(text, TASKS[0]), len(TASKS[0]["hints"]))
            self.assertEqual(self.book.progress()[self.book.id]["hints"],
                             {TASKS[0]["id"]: len(TASKS[0]["hints"])})


class Solution(Exercising):
    def asked(self, keys):
        terminal = self.book.terminal("solution", "3")
        question = terminal.read(until="[y/N] ")
        self.assertIn("It has not passed yet.", question)
        self.assertNotIn("#include", question)
        terminal.type(keys)
        return terminal.finish()

    def test_before_a_pass_it_is_refused_and_with_yes_shown_and_noted(self):
        done = self.book.run("solution", "3")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertRegex(done.stderr, r"\Aworkbook: exercise 03 has not passed yet: .*--yes.*\n\Z")
        self.assertFalse(self.book.file.exists())
        self.assertEqual(self.done("solution", "3", "--yes"), SOLUTION)
        self.assertTrue(self.book.progress()[self.book.id]["solution_shown"])
        # To have seen it is no pass.
        self.assertEqual(self.book.run("solution", "3").returncode, 2)

    def test_after_a_pass_it_is_shown(self):
        self.hold(ever_passed=True)
        self.assertEqual(self.done("solution", "3"), SOLUTION)

    def test_on_a_terminal_it_asks_and_only_yes_is_yes(self):
        for keys in ("n\n", "\n", "no\n", "yesterday\n", "\x04"):
            with self.subTest(keys=keys):
                text, code = self.asked(keys)
                self.assertEqual(code, 2)
                self.assertNotIn("#include", text)
        self.assertFalse(self.book.file.exists())
        for keys in ("y\n", " yes \n"):
            text, code = self.asked(keys)
            self.assertEqual((text, code), (SOLUTION, 0))
        self.assertTrue(self.book.progress()[self.book.id]["solution_shown"])


class Reset(Exercising):
    def names(self):
        return {path.name: path.read_text(encoding="utf-8")
                for path in self.book.answer.parent.iterdir()}

    def test_every_answer_that_was_is_kept_beside_the_skeleton(self):
        answers = ["first", "second", "third"]
        for text in answers:
            self.book.write(text)
            said = self.done("reset", "3")
            self.assertIn("begins anew; what it was is now", said)
        self.assertEqual(self.names(), {
            "answer.cpp": SKELETON, "answer.cpp.backup": "first", "answer.cpp.backup-2": "second",
            "answer.cpp.backup-3": "third"})

    def test_where_there_is_none_it_is_begun(self):
        self.assertNotIn("what it was", self.done("reset", "3"))
        self.assertEqual(self.names(), {"answer.cpp": SKELETON})

    def test_an_answer_that_is_a_link_leaves_what_it_leads_to(self):
        kept = self.book.root / "elsewhere.cpp"
        kept.write_text("mine", encoding="utf-8")
        self.book.answer.parent.mkdir(parents=True)
        self.book.answer.symlink_to(kept)
        self.done("reset", "3")
        self.assertEqual(kept.read_text(encoding="utf-8"), "mine")
        self.assertEqual(self.names(), {"answer.cpp": SKELETON, "answer.cpp.backup": "mine"})

    def test_progress_stays_unless_it_is_what_is_reset(self):
        self.hold(ever_passed=True)
        before = self.book.progress()
        self.book.write("mine")
        self.done("reset", "3")
        self.assertEqual(self.book.progress(), before)
        self.assertIn("progress begins anew", self.done("reset"))
        self.assertEqual(self.names()["answer.cpp.backup"], "mine")


class Progress(Exercising):
    def test_the_exercises_are_told_by_their_names(self):
        self.hold(checks=3, points=7, hints={"normalizer": 2, "normalize": 1})
        self.assertTrue(self.done("progress").endswith(
            "\n0 exercises passed of 1 begun\n\n  03_normalize  7 of 10 points, 3 hints\n"))
        self.hold(ever_passed=True, points=10, solution_shown=True)
        self.assertTrue(self.done("progress").endswith(
            "\n1 exercise passed of 1 begun\n\n"
            "  03_normalize  passed, 10 of 10 points, solution shown\n"))

    def test_an_exercise_that_is_gone_is_told_by_its_id(self):
        attempts = {"checks": 1, "points": 7, "ever_passed": True, "solution_shown": False,
                    "hints": {}}
        self.book.hold({**NEW, "exercises": {"a\u001b[2J": attempts}})
        self.assertIn("  a\\x1b[2J  passed, 7 points\n", self.done("progress"))
        broken = self.book.root / "exercises/04_later/exercise.toml"
        broken.write_text("rubbish", encoding="utf-8")
        self.assertIn("passed, 7 points\n", self.done("progress"))


if __name__ == "__main__":
    command.main()
