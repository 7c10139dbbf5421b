#!/usr/bin/env python3
"""What `grade` takes for a submission, and by which name.

    grade_submissions_test.py PROGRAM SCHEMAS
"""
import zipfile

import command
from grading import CLOSED, ENTRY, NO_CODE, ROOT, SKELETON, TOPIC, Archives, hand_in


class Submissions(Archives):
    def test_a_folder_like_answers_or_one_that_holds_it(self):
        self.assertTrue(self.taken(hand_in(self.folder / "ada", NO_CODE)))
        hand_in(self.folder / "bob" / "answers", NO_CODE)
        self.assertTrue(self.taken(self.folder / "bob"))

    def test_an_archive_in_any_usual_compression(self):
        data = NO_CODE.encode()
        for end, mode in ((".tar", "w"), (".tar.gz", "w:gz"), (".tgz", "w:gz"),
                          (".tar.bz2", "w:bz2"), (".tar.xz", "w:xz")):
            self.assertTrue(self.taken(self.tar("a" + end, (ENTRY, data), mode=mode)), end)
        for how in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
            self.assertTrue(self.taken(self.zip("a.zip", (ENTRY, data), how=how)), how)

    def test_the_answers_may_lie_deeper(self):
        for path in (f"./{ENTRY}", f"answers/{ENTRY}", f"ada's work/answers/{ENTRY}",
                     f"answers\\{TOPIC}\\answer.cpp"):
            self.assertTrue(self.taken(self.zip("a.zip", (path, NO_CODE))), path)

    def test_of_a_whole_workbook_only_answers_are_taken(self):
        path = self.zip("a.zip", (f"w/exercises/{ENTRY}", SKELETON),
                        (f"w/answers/{ENTRY}", NO_CODE), (f"w/solutions/{ENTRY}", SKELETON))
        self.assertTrue(self.taken(path))

    def test_one_file_with_the_exercise_named(self):
        (self.folder / "answer.cpp").write_text(NO_CODE)
        self.assertTrue(self.taken(self.folder / "answer.cpp"))
        if len(list((ROOT / "exercises").iterdir())) > 1:
            done = command.run("grade", self.folder / "answer.cpp", env=CLOSED)
            self.assertEqual(done.returncode, 2)
            self.assertIn("--exercise", done.stderr)

    def test_a_class_is_a_folder_of_them_each_by_its_name(self):
        hand_in(self.school / "ada", NO_CODE)
        (self.school / "bob").mkdir()
        self.zip("class/cleo.zip", (ENTRY, NO_CODE))
        (self.school / "roster.csv").write_text("who")
        (self.school / ".hidden").mkdir()
        done = self.grade(self.school, "--report", "csv=-")
        self.assertEqual([line.split(",")[:2] for line in done.stdout.splitlines()[1:]],
                         [['"ada"', "compile error"], ['"bob"', "missing"],
                          ['"cleo.zip"', "compile error"]])
        self.assertIn("roster.csv", done.stderr)

    def test_two_of_one_name_are_told_before_anything_is_graded(self):
        for school in ("one", "two"):
            hand_in(self.folder / school / "ada", NO_CODE)
        done = self.grade(self.folder / "one", self.folder / "two", code=2)
        self.assertIn("two submissions are called 'ada'", done.stderr)

    def test_the_same_entry_twice(self):
        with self.assertWarns(UserWarning):
            path = self.zip("a.zip", (ENTRY, NO_CODE), (ENTRY, SKELETON))
        self.assertIn("twice", self.refusal(path))
        path = self.tar("a.tar", (f"a/{ENTRY}", b"x"), (f"b/{ENTRY}", b"y"))
        self.assertIn("twice", self.refusal(path))


if __name__ == "__main__":
    command.main()
