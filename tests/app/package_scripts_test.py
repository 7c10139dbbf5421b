#!/usr/bin/env python3
"""`package`: what the scripts of a bundle do where another system would start them.

    package_scripts_test.py PROGRAM SCHEMAS

They grade by the program under test, so that nothing is built here; tests/autograders.sh builds a
bundle on a bare system, and grades by that.
"""
import json
import os
import pathlib
import shutil
import stat
import subprocess
import unittest

import command
from bundles import Bundles, unpacked
from command import PLAIN, PROGRAM
from grading import CLOSED, NO_CODE, ROOT, SOLUTION, TOPIC, hand_in, misconception
from systems import GRADESCOPE, PRAIRIELEARN

HALF = misconception("first_left_out")


def others_may_enter(path):
    return all(parent.stat().st_mode & stat.S_IXOTH for parent in path.resolve().parents)


class Scripts(Bundles):
    """The folders of each system are in a temporary one; only what the test reads is there of the
    workbook's sources."""

    def scripts(self, system):
        folder = unpacked(self.bundle(system, "--exercises", "03"), self.folder / "source",
                          but=r"softmax_workbook/(?!grader/package/|solutions/03)")
        self.env = {**PLAIN, **CLOSED, "AUTOGRADER": str(self.folder), "GRADE": str(self.folder),
                    "WORKBOOK_PROGRAM": PROGRAM}
        self.results = self.folder / "results" / "results.json"
        return folder

    def start(self, *words, code=0, **more):
        done = subprocess.run(list(map(str, words)), env={**self.env, **more}, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, code, done.stderr)
        return done


class Gradescope(Scripts):
    def setUp(self):
        super().setUp()
        self.source = self.scripts("gradescope")
        self.submission = self.folder / "submission"

    def own_root(self):
        """A workbook that nobody else may enter."""
        root = self.folder / "own"
        (root / "grader").mkdir(parents=True)
        root.chmod(0o700)
        for name in ("exercises", "solutions"):
            shutil.copytree(ROOT / name, root / name)
        (root / "engine").symlink_to(ROOT / "engine")
        for source in (ROOT / "grader").iterdir():
            (root / "grader" / source.name).symlink_to(source)
        return root

    def without_namespaces(self):
        """An environment in which there is all but bubblewrap."""
        programs = self.folder / "bin"
        programs.mkdir()
        for folder in PLAIN["PATH"].split(":"):
            for program in pathlib.Path(folder).iterdir():
                if program.name != "bwrap" and not (programs / program.name).is_symlink():
                    (programs / program.name).symlink_to(program)
        temporary = self.folder / "tmp"  # which the other user must be able to pass through
        temporary.mkdir()
        self.folder.chmod(0o711)
        return {"PATH": str(programs), "TMPDIR": str(temporary),
                "WORKBOOK_ROOT": str(self.own_root())}

    def graded(self, fill, tier="", **more):
        """The report on what was handed in."""
        self.submission.mkdir()
        fill(self.submission)
        self.start(self.source / "run_autograder", **more)
        report = json.loads(self.results.read_text())
        GRADESCOPE.validate(report)
        self.assertIn(f"tier {tier}", report["output"])
        self.assertEqual(sum(test["max_score"] for test in report["tests"]), 10)
        shutil.rmtree(self.submission)
        return report["score"], report["tests"][0]["extra_data"]["verdict"]

    def test_an_answer_is_found_however_it_is_handed_in(self):
        right = SOLUTION.encode()
        for fill in (lambda to: hand_in(to, SOLUTION),
                     lambda to: (to / "answer.cpp").write_bytes(right),
                     lambda to: hand_in(to / "my work" / "answers", SOLUTION),
                     lambda to: shutil.make_archive(str(to / "a"), "zip",
                                                    hand_in(self.folder / "ada", SOLUTION))):
            self.assertEqual(self.graded(fill), (10, "pass"))

    def test_what_is_not_right_has_its_own_score(self):
        self.assertEqual(self.graded(lambda to: hand_in(to, HALF)), (5, "wrong"))
        self.assertEqual(self.graded(lambda to: hand_in(to, NO_CODE)), (0, "compile error"))
        self.assertEqual(self.graded(lambda to: None), (0, "missing"))

    def test_a_link_to_a_solution_is_refused(self):
        solution = ROOT / "solutions" / TOPIC / "answer.cpp"
        self.assertEqual(self.graded(lambda to: (to / "answer.cpp").symlink_to(solution)),
                         (0, "refused"))
        self.assertEqual(self.graded(lambda to: (to / TOPIC).symlink_to(solution.parent)),
                         (0, "refused"))

    @unittest.skipIf(os.geteuid() != 0, "only root can run another's code without namespaces")
    def test_without_namespaces_an_answer_runs_as_another_user(self):
        env = self.without_namespaces()
        steals = f'#include "{env["WORKBOOK_ROOT"]}/solutions/{TOPIC}/answer.cpp"\n'
        for text, score in ((SOLUTION, (10, "pass")), (steals, (0, "compile error"))):
            self.assertEqual(self.graded(lambda to, text=text: hand_in(to, text), "container",
                                         **env), score)

    def test_what_fails_beneath_is_no_score(self):
        hand_in(self.submission, SOLUTION)
        self.results.parent.mkdir()
        self.results.write_text('{"score": 0}')
        self.start(self.source / "run_autograder", WORKBOOK_PROGRAM="/bin/false", code=1)
        self.assertFalse(self.results.exists())

    def test_setup_closes_the_folder_and_tries_the_solutions(self):
        os.chmod(self.folder, 0o755)
        solution = self.source / "softmax_workbook/solutions" / TOPIC / "answer.cpp"
        self.source.chmod(0o755)
        self.assertTrue(others_may_enter(solution))
        done = self.start(self.source / "setup.sh")
        self.assertRegex(done.stdout, r"\Aready: softmax workbook .*, tier (namespaces|container),")
        self.assertFalse(others_may_enter(solution))
        self.source.chmod(0o755)
        self.assertFalse(others_may_enter(solution))
        solution.write_text(HALF)
        self.assertIn("solutions do not pass", self.start(self.source / "setup.sh", code=3).stderr)


class PrairieLearn(Scripts):
    def setUp(self):
        super().setUp()
        self.image = self.scripts("prairielearn") / "image"
        (self.folder / "student").mkdir()

    def graded(self, text, **more):
        (self.folder / "student/answer.cpp").write_text(text)
        self.start(self.image / "run", TOPIC, **more)
        report = json.loads(self.results.read_text())
        PRAIRIELEARN.validate(report)
        return report

    def test_every_kind_of_answer(self):
        for text, score in ((SOLUTION, 1), (HALF, 0.5), (NO_CODE, 0)):
            self.assertEqual(self.graded(text)["score"], score)

    def test_what_fails_beneath_costs_no_attempt(self):
        self.assertEqual(self.graded(NO_CODE)["score"], 0)  # of an answer before
        report = self.graded(SOLUTION, WORKBOOK_PROGRAM="/bin/false")
        self.assertIs(report["gradable"], False)
        (self.folder / "student/answer.cpp").unlink()
        self.start(self.image / "run", TOPIC)
        self.assertIs(json.loads(self.results.read_text())["gradable"], False)


if __name__ == "__main__":
    command.main()
