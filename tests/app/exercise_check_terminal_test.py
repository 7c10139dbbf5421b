#!/usr/bin/env python3
"""next and check: what is told of an answer, what is kept, and what is left alone.

    exercise_check_terminal_test.py PROGRAM
"""
import os
import pathlib
import unittest

import command
from exercising import MEAN, SKELETON, SOLUTION, SYNTAX, THIRD, Workbook, solution_with


class Exercising(unittest.TestCase):
    def setUp(self):
        self.book = Workbook(self)

    def tearDown(self):
        self.assertEqual(self.book.left_behind(), [])

    def assert_refused(self, done, code, words):
        self.assertEqual((done.returncode, done.stdout), (code, ""))
        self.assertRegex(done.stderr, r"\Aworkbook: [^\n\x1b]+\n\Z")
        self.assertIn(words, done.stderr)


class Next(Exercising):
    def test_it_begins_the_first_exercise_that_has_not_passed(self):
        done = self.book.run("next")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("Exercise 03: Sum and divide (about 12 minutes)", done.stdout)
        self.assertIn("Add the exponentials (5 points)", done.stdout)
        self.assertIn(f"book/answers/{THIRD}/answer.cpp\n", done.stdout)
        self.assertEqual(self.book.answer.read_text(encoding="utf-8"), SKELETON)
        self.book.write("mine")
        self.assertEqual(self.book.run("next").returncode, 0)
        self.assertEqual(self.book.answer.read_text(encoding="utf-8"), "mine")
        self.assertFalse(self.book.file.exists())

    def test_after_a_pass_the_next_one_is_next(self):
        self.assertEqual(self.book.check(SOLUTION)[0], 0)
        self.assertIn("Exercise 04: Something later", self.book.run("next").stdout)


class Check(Exercising):
    def test_the_skeleton_is_begun_and_is_not_right_yet(self):
        done = self.book.run("check", "3")
        self.assertEqual((done.returncode, done.stderr), (1, ""))
        self.assertRegex(done.stdout, rf"A new answer to write: .*book/answers/{THIRD}/answer.cpp\n")
        self.assertEqual(self.book.answer.read_text(encoding="utf-8"), SKELETON)
        self.assertIn("wrong  Add the exponentials: 0 of 5 points", done.stdout)
        self.assertIn("not so: The normalizer is the sum of the exponentials", done.stdout)
        self.assertIn("the result: got 0, where a positive number is wanted", done.stdout)
        self.assertIn("Not right yet: 0 of 10 points.\nA hint: ./workbook hint 03\n", done.stdout)
        self.assertEqual(self.book.progress(), {self.book.id: {
            "checks": 1, "points": 0, "ever_passed": False, "solution_shown": False, "hints": {}}})

    def test_the_solution_passes_and_a_pass_stays(self):
        code, text = self.book.check(SOLUTION)
        self.assertEqual(code, 0)
        self.assertIn("Passed: 10 of 10 points.", text)
        self.assertNotIn("hint", text)
        code, text = self.book.check(MEAN)
        self.assertEqual(code, 1)
        self.assertIn("just like this mistake: What comes out is the mean", " ".join(text.split()))
        self.assertIn("right  Divide each by the normalizer: 5 of 5 points", text)
        kept = self.book.progress()[self.book.id]
        self.assertEqual((kept["checks"], kept["points"], kept["ever_passed"]), (2, 5, True))

    def test_a_syntax_error_has_its_line_and_a_plain_note(self):
        code, text = self.book.check(SYNTAX)
        line = SYNTAX.splitlines().index("  return sum") + 1
        self.assertEqual(code, 1)
        self.assertIn(f"It does not compile: answer.cpp, line {line}, column ", text)
        self.assertIn(f"{line} |   return sum\n", text)
        self.assertIn("A statement ends with a semicolon", text)
        self.assertIn("Not right yet: 0 of 10 points.", text)

    def test_a_crash_and_an_endless_loop_cost_their_own_task_alone(self):
        for body, words in (("*static_cast<volatile int*>(nullptr) = 1;", "signal 11"),
                            ("__builtin_trap();", "signal 4"),
                            ("for (volatile bool on = true; on;) {}\n  return sum;", "may compute for")):
            with self.subTest(body=body):
                code, text = self.book.check(solution_with("return sum;", body))
                self.assertEqual(code, 1)
                self.assertRegex(text, rf"the program .*{words}")
                self.assertIn("wrong  Add the exponentials: 0 of 5 points", text)
                self.assertIn("right  Divide each by the normalizer: 5 of 5 points", text)

    def test_what_the_source_holds_no_terminal_obeys(self):
        code, text = self.book.check(solution_with("return sum;", "return \x1b[2J\a sum"))
        self.assertEqual(code, 1)
        self.assertNotRegex(text, r"[\x00-\x09\x0b-\x1f\x7f]")

    def test_another_file_is_looked_at_and_nothing_is_kept(self):
        other = self.book.root / "other.cpp"
        other.write_text(SOLUTION, encoding="utf-8")
        done = self.book.run("check", "3", "--file", str(other))
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertFalse(self.book.file.exists())
        self.assertFalse(self.book.answer.exists())

    def test_the_exercise_goes_by_its_number_or_name(self):
        self.book.write(SOLUTION)
        for name in ("03", "normalize", THIRD, None):
            with self.subTest(name=name):
                done = self.book.run("check", *([name] if name else []))
                self.assertEqual((done.returncode, done.stderr), (0, ""))
                self.book.file.unlink()


class Refused(Exercising):
    def test_an_unknown_exercise_or_file_is_told_in_a_line(self):
        for command_name in ("check", "watch", "hint", "solution", "reset"):
            done = self.book.run(command_name, "normalise")
            self.assert_refused(done, 2, "there is no exercise 'normalise'; did you mean "
                                         "'normalize'?")
        for words in (["check"], ["watch"]):
            for missing in ("/nowhere/answer.cpp", str(self.book.root), "a\x1b[2Jb"):
                done = self.book.run(*words, "3", "--file", missing)
                self.assert_refused(done, 2, "is no file that can be read")
        self.assert_refused(self.book.run("check", "3", "4"), 2, "one word too many")
        self.assertFalse((self.book.root / "answers").exists())
        self.assertFalse(self.book.file.exists())

    def test_where_no_answer_can_be_begun_it_is_told_in_a_line(self):
        # Nobody makes a folder there, not even root.
        (self.book.root / "answers").symlink_to("/proc/self/fdinfo")
        for words in (["next"], ["check", "3"], ["watch", "3"], ["reset", "3"]):
            done = self.book.run(*words)
            self.assert_refused(done, 3, "cannot")

    @unittest.skipIf(os.geteuid() == 0, "root may write anywhere")
    def test_an_answer_in_a_folder_that_is_read_only_is_checked_and_stays(self):
        self.book.write(SOLUTION)
        self.book.answer.parent.chmod(0o555)
        self.addCleanup(self.book.answer.parent.chmod, 0o755)
        self.assertEqual(self.book.run("check", "3").returncode, 0)
        self.assert_refused(self.book.run("reset", "3"), 3, "cannot")
        self.assertEqual(self.book.answer.read_text(encoding="utf-8"), SOLUTION)

    def test_without_a_skeleton_nothing_is_begun_and_nothing_moved(self):
        third = self.book.root / "exercises" / THIRD
        files = {path.name: path.read_bytes() for path in third.iterdir()}
        third.unlink()
        third.mkdir()
        for name in ("exercise.toml", "answer.hpp"):
            (third / name).write_bytes(files[name])
        for words in (["next"], ["reset", "3"]):
            self.assert_refused(self.book.run(*words), 3, "answer.cpp is missing: copy it back")
        self.book.write("mine")
        self.assert_refused(self.book.run("reset", "3"), 3, "answer.cpp is missing: copy it back")
        self.assertEqual([path.name for path in self.book.answer.parent.iterdir()], ["answer.cpp"])
        self.assertEqual(self.book.answer.read_text(encoding="utf-8"), "mine")


class Kept(Exercising):
    def test_a_file_from_before_there_were_exercises_is_read_and_keeps_what_it_holds(self):
        old = {"schema": "softmax-workbook/progress/1", "latest": "normalize",
               "lessons": {"normalize": {"idea": "x", "finished": True}}, "answers": {}}
        self.book.hold(old)
        self.assertEqual(self.book.check(SOLUTION)[0], 0)
        self.assertTrue(self.book.progress()[self.book.id]["ever_passed"])
        self.assertIn("1 lesson finished", self.book.run("progress").stdout)

    def test_that_progress_was_damaged_is_told_and_the_verdict_stands(self):
        self.book.file.parent.mkdir()
        self.book.file.write_text("{", encoding="utf-8")
        self.book.write(SOLUTION)
        done = self.book.run("check", "3")
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stderr, r"\Aworkbook: .* was damaged .*\n\Z")
        self.assertTrue(self.book.progress()[self.book.id]["ever_passed"])

    def test_where_nothing_can_be_kept_the_verdict_stands(self):
        state = self.book.state / "file"
        state.write_text("")
        self.book.write(SOLUTION)
        done = self.book.run("check", "3", env={"XDG_STATE_HOME": str(state)})
        self.assertEqual(done.returncode, 0)
        self.assertIn("Passed: 10 of 10 points.", done.stdout)
        self.assertRegex(done.stderr, r"\Aworkbook: not kept: [^\n]+\n\Z")

    def test_nothing_is_written_beside_the_answer(self):
        self.book.check(SOLUTION)
        self.book.check(SYNTAX)
        written = {str(path.relative_to(self.book.root)) for path in
                   pathlib.Path(self.book.root / "answers").rglob("*")}
        self.assertEqual(written, {f"answers/{THIRD}", f"answers/{THIRD}/answer.cpp"})


if __name__ == "__main__":
    command.main()
