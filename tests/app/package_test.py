#!/usr/bin/env python3
"""`package`: what is in a bundle, and what its scripts do where another system would start them.

    package_test.py PROGRAM SCHEMAS

The scripts grade by the program under test, so that nothing is built here; tests/autograders.sh
builds a bundle on a bare system, and grades by that.
"""
import hashlib
import json
import os
import pathlib
import re
import shutil
import stat
import subprocess
import unittest
import zipfile

import command
from command import PLAIN, PROGRAM, output, run
from grading import CLOSED, NO_CODE, ROOT, SOLUTION, TOPIC, Grading, hand_in, misconception
from systems import GRADESCOPE, PRAIRIELEARN

SOURCES = ("CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md", "app", "cmake", "engine",
           "exercises", "grader", "lessons", "solutions", "workbook")
HALF = misconception("first_left_out")


def unpacked(archive, folder, but=None):
    """As an unpacker that keeps modes does; what is of a path like that is left out."""
    with zipfile.ZipFile(archive) as files:
        for info in files.infolist():
            if but and re.search(but, info.filename):
                continue
            path = pathlib.Path(files.extract(info, folder))
            path.chmod(info.external_attr >> 16)
    return folder


def others_may_enter(path):
    return all(parent.stat().st_mode & stat.S_IXOTH for parent in path.resolve().parents)


class Bundles(Grading):
    def bundle(self, system, *words):
        path = self.folder / f"{system}.zip"
        output("package", system, str(path), *words)
        return path

    def refused(self, *words):
        done = run("package", *map(str, words))
        self.assertEqual((done.returncode, done.stdout), (2, ""), words)
        self.assertRegex(done.stderr, r"\Aworkbook: [^\n]+\n\Z")
        return done.stderr


class Contents(Bundles):
    def infos(self, system, *words):
        with zipfile.ZipFile(self.bundle(system, *words)) as files:
            self.assertIsNone(files.testzip())
            return {info.filename: info for info in files.infolist()}

    def sources(self):
        """What git knows, or would, of the folders that are packed."""
        words = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--"]
        if shutil.which("git") is None:
            self.skipTest("git is not installed, which knows what is a source")
        done = subprocess.run([*words, *SOURCES], cwd=ROOT, stdout=subprocess.PIPE, check=False)
        if done.returncode != 0:
            self.skipTest("this is no clone")
        return {f"softmax_workbook/{name}" for name in done.stdout.decode().split("\0")
                if name and (ROOT / name).is_file()}

    def test_gradescope_holds_the_sources_the_scripts_and_the_list(self):
        self.assertEqual(set(self.infos("gradescope")), self.sources() | {
            "setup.sh", "run_autograder", "README.md", "exercises.txt"})

    def test_prairielearn_holds_a_question_each_and_the_image(self):
        names = set(self.infos("prairielearn", "--exercises", "03", "softmax"))
        self.assertEqual(names, {"image/" + name for name in self.sources()} | {
            "README.md", "image/Dockerfile", "image/run", "image/exercises.txt"} | {
            f"questions/softmax_{topic}/{name}" for topic in (TOPIC, "04_softmax")
            for name in ("info.json", "question.html", "answer.hpp", "answer.cpp")})

    def own_workbook(self):
        """One with hardly a source, and what lies about where people work."""
        root = self.folder / "own"
        for name in SOURCES:
            (root / name).mkdir(parents=True)
        for name in ("CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md", "workbook"):
            (root / name).rmdir()
            shutil.copy(ROOT / name, root / name)
        for name in ("exercises", "grader/package"):
            shutil.copytree(ROOT / name, root / name, dirs_exist_ok=True)
        for name in ("answers/a.cpp", "build/a.cpp", ".git/a.cpp", "engine/.cache/a.cpp",
                     "engine/__pycache__/a.cpp", "engine/a.cpp~", "engine/a.swp",
                     "engine/compile_commands.json", "engine/deep/real.cpp", "notes.txt"):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text("a")
        return root

    def test_no_answers_no_builds_nothing_that_is_hidden_or_ignored(self):
        root = self.own_workbook()
        path = self.folder / "own.zip"
        env = {"WORKBOOK_ROOT": str(root)}
        self.assertEqual(run("package", "gradescope", str(path), env=env).returncode, 0)
        with zipfile.ZipFile(path) as files:
            names = [name for name in files.namelist()
                     if not re.match("softmax_workbook/(exercises|grader)/", name)]
        self.assertEqual(names, [
            "README.md", "exercises.txt", "run_autograder", "setup.sh",
            *(f"softmax_workbook/{name}" for name in (
                "CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md",
                "engine/deep/real.cpp", "workbook"))])
        (root / "engine/link.cpp").symlink_to("/etc/passwd")
        done = run("package", "gradescope", str(path), env=env)
        self.assertEqual(done.returncode, 3)
        self.assertRegex(done.stderr, r"\Aworkbook: .*link\.cpp is no file that can be packed\n\Z")

    def test_scripts_are_executable_and_nothing_is_a_link(self):
        infos = self.infos("gradescope") | self.infos("prairielearn")
        scripts = {name for name, info in infos.items() if info.external_attr >> 16 == 0o100755}
        workbook = {"workbook", "grader/package/prepare.sh", "grader/package/gradescope/setup.sh",
                    "grader/package/gradescope/run_autograder",
                    "grader/package/prairielearn/image/run"}
        self.assertEqual(scripts, {"setup.sh", "run_autograder", "image/run"} | {
            f"{top}softmax_workbook/{name}" for top in ("", "image/") for name in workbook})
        for name, info in infos.items():
            self.assertIn(info.external_attr >> 16, (0o100755, 0o100644), name)

    def test_the_same_bytes_each_time_and_in_every_time_zone(self):
        for system in ("gradescope", "prairielearn"):
            hashes = {hashlib.sha256(self.bundle(system).read_bytes()).hexdigest()}
            for zone in ("Asia/Tokyo", "America/Los_Angeles"):
                done = run("package", system, str(self.folder / "again.zip"), env={"TZ": zone})
                self.assertEqual(done.returncode, 0)
                hashes.add(hashlib.sha256((self.folder / "again.zip").read_bytes()).hexdigest())
            self.assertEqual(len(hashes), 1, system)

    def test_a_question_is_as_prairielearn_asks_it_to_be(self):
        folder = unpacked(self.bundle("prairielearn", "--image", "school/grader:2"),
                          self.folder / "course", but="^image/")
        questions = sorted((folder / "questions").iterdir())
        self.assertEqual(len(questions), len(list(ROOT.glob("exercises/*/exercise.toml"))))
        for question in questions:
            topic = question.name.removeprefix("softmax_")
            info = json.loads((question / "info.json").read_text())
            toml = (ROOT / "exercises" / topic / "exercise.toml").read_text()
            self.assertEqual(info["uuid"], re.search(r'^id = "(.*)"', toml, re.M)[1])
            self.assertRegex(info["uuid"], r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")
            self.assertEqual((info["type"], info["gradingMethod"]), ("v3", "External"))
            grading = info["externalGradingOptions"]
            self.assertEqual((grading["image"], grading["enableNetworking"]),
                             ("school/grader:2", False))
            self.assertEqual(grading["entrypoint"], f"/opt/softmax/run {topic}")
            self.assertLessEqual(grading["timeout"], 600)
            page = (question / "question.html").read_text()
            self.assertIn("## What to write", page)
            self.assertNotRegex(page, r"\{\{|@[A-Z]+@|\./workbook check")
        self.assertIn("docker push school/grader:2\n", (folder / "README.md").read_text())

    def test_a_file_is_replaced_and_it_says_so(self):
        path = self.folder / "one.zip"
        self.assertIn("one.zip (new): 1 exercise,", output("package", "gradescope", str(path),
                                                           "--exercise", "3"))
        self.assertIn("one.zip (replaced): 17", output("package", "gradescope", str(path)))
        self.assertEqual([one.name for one in self.folder.glob("one*")], ["one.zip"])

    def test_what_is_wrong_with_the_words(self):
        self.assertIn("for which system?", self.refused())
        self.assertIn("did you mean 'gradescope'?", self.refused("gradscope"))
        self.assertIn("did you mean 'softmax'?",
                      self.refused("gradescope", "--exercises", "03", "sofmax"))
        self.assertIn("no folder", self.refused("gradescope", "/nowhere/x.zip"))
        self.assertIn("else than a file", self.refused("gradescope", self.folder))
        self.assertIn("one word too many", self.refused("gradescope", "a.zip", "b.zip"))
        self.assertIn("there is none in", self.refused("gradescope", "--image", "a"))
        for image in ("a b", 'a"', "-a", "a\n"):
            self.assertIn("docker pull", self.refused("prairielearn", f"--image={image}"))
        self.assertIn("unknown option", self.refused("prairielearn", "--imgae", "a"))


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
