#!/usr/bin/env python3
"""The words after `grade`: what is wrong with them is said before anything is graded.

    grade_words_test.py PROGRAM SCHEMAS
"""
import command
from command import output, run
from grading import CLOSED, NO_CODE, Grading, hand_in


class Words(Grading):
    def refused(self, *words):
        done = run("grade", *map(str, words), env=CLOSED)
        self.assertEqual((done.returncode, done.stdout), (2, ""), words)
        self.assertRegex(done.stderr, r"\Aworkbook: [^\n]+\n\Z")
        return done.stderr

    def test_what_is_missing_or_misspelt(self):
        hand_in(self.school / "ada", NO_CODE)
        self.assertIn("what was handed in?", self.refused())
        self.assertIn("is not there", self.refused(self.folder / "nowhere"))
        empty = self.folder / "empty"
        empty.mkdir()
        self.assertIn("nothing was handed in", self.refused(empty))
        self.assertIn("did you mean '--journal'?", self.refused(self.school, "--jurnal", "x"))
        self.assertIn("did you mean 'normalize'?",
                      self.refused(self.school, "--exercise", "normalise"))

    def test_numbers(self):
        for shard in ("0/2", "3/2", "1", "1/0", "a/b", "1/2/3", "-1/2"):
            self.assertIn("--shard", self.refused(self.school, "--shard", shard))
        for words in (("-j", "0"), ("--jobs", "two"), ("--seed", "-1")):
            self.assertIn("is not a whole number", self.refused(self.school, *words))

    def test_reports(self):
        hand_in(self.school / "ada", NO_CODE)
        hand_in(self.school / "bob", NO_CODE)
        self.assertIn("FORMAT=FILE", self.refused(self.school, "--report", "html"))
        self.assertIn("FORMAT=FILE", self.refused(self.school, "--report", "html="))
        self.assertIn("did you mean 'junit'?", self.refused(self.school, "--report", "junitt=x"))
        self.assertIn("no folder", self.refused(self.school, "--report", "csv=/nowhere/x"))
        self.assertIn("else than a file", self.refused(self.school, "--report", "csv=/dev/null"))
        for form in ("gradescope", "prairielearn"):
            self.assertIn("and here are 2", self.refused(self.school, "--report", f"{form}=-"))

    def test_its_help_names_every_option_and_format(self):
        page = output("grade", "--help")
        for word in ("--exercise NN", "--report FORMAT=FILE", "--journal FILE", "-j,--jobs N",
                     "--shard I/N", "--seed NUMBER", "json", "csv", "junit", "html", "gradescope",
                     "prairielearn"):
            self.assertIn(word, page)
        self.assertNotRegex(page, "TEXT|UINT")
        self.assertIn("./workbook grade PATH...", output("--help"))

    def test_only_the_exercises_that_were_named(self):
        hand_in(self.school / "ada", NO_CODE)
        records = self.records(self.school, "--exercise", "normalize")
        self.assertEqual([mark["folder"] for mark in records["ada"]["exercises"]],
                         ["03_normalize"])


if __name__ == "__main__":
    command.main()
