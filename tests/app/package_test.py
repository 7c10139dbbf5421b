#!/usr/bin/env python3
"""`package`: what is in a bundle, and how its words are refused.

    package_test.py PROGRAM SCHEMAS
"""
import hashlib
import json
import re
import shutil
import subprocess
import zipfile

import command
from bundles import Bundles, unpacked
from command import output, run
from grading import ROOT, TOPIC

SOURCES = ("CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md", "app", "cmake", "engine",
           "exercises", "grader", "lessons", "solutions", "workbook")


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


if __name__ == "__main__":
    command.main()
