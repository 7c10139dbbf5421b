"""A workbook of one's own for a test: the exercise 3 of this one with its checks and solution, and
one more that comes after it; the answers, what the grader makes, the progress and the system's
temporary files each in a folder that is gone with the test."""
import atexit
import json
import os
import pathlib
import re
import shutil
import tempfile

import command

SOURCE = pathlib.Path(__file__).resolve().parents[2]
THIRD, LATER = "03_normalize", "04_later"
SKELETON = (SOURCE / "exercises" / THIRD / "answer.cpp").read_text(encoding="utf-8")
SOLUTION = (SOURCE / "solutions" / THIRD / "answer.cpp").read_text(encoding="utf-8")
PARTS = tempfile.mkdtemp(prefix="parts-")  # what is made once, for all tests of a script
atexit.register(shutil.rmtree, PARTS, ignore_errors=True)
os.chmod(PARTS, 0o755)


def solution_with(what, by):
    """The right answer with one thing replaced."""
    assert what in SOLUTION, what
    return SOLUTION.replace(what, by, 1)


MEAN = solution_with("return sum;", "return sum / static_cast<float>(exponentials.size());")
SYNTAX = solution_with("return sum;", "return sum")


class Workbook:
    def __init__(self, test):
        folder = tempfile.TemporaryDirectory(prefix="workbook-")
        test.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name).resolve() / "book"
        self.state, self.temporary, self.home = (
            self.root.parent / name for name in ("state", "tmp", "home"))
        for made in (self.root, self.state, self.temporary, self.home, self.root / "exercises",
                     self.root / "build"):
            made.mkdir()
        for name in ("grader", "solutions", f"exercises/{THIRD}"):
            (self.root / name).symlink_to(SOURCE / name)
        (self.root / "build/grader").symlink_to(PARTS)
        later = self.root / "exercises" / LATER
        shutil.copytree(SOURCE / "exercises" / THIRD, later)
        text = (later / "exercise.toml").read_text(encoding="utf-8")
        self.id = re.search(r'^id = "(.*)"', text, re.MULTILINE)[1]
        (later / "exercise.toml").write_text(
            text.replace(self.id, "later").replace("Sum and divide", "Something later"),
            encoding="utf-8")
        self.env = {"WORKBOOK_ROOT": str(self.root), "XDG_STATE_HOME": str(self.state),
                    "HOME": str(self.home), "TMPDIR": str(self.temporary)}
        self.answer = self.root / "answers" / THIRD / "answer.cpp"
        self.file = self.state / "softmax-workbook/progress.json"

    def write(self, text):
        self.answer.parent.mkdir(parents=True, exist_ok=True)
        self.answer.write_text(text, encoding="utf-8")

    def run(self, *words, env=None):
        return command.run(*words, env={**self.env, **(env or {})})

    def terminal(self, *words, **options):
        return command.Terminal(*words, env=self.env, **options)

    def check(self, text):
        """The exit code and what is printed of this answer to exercise 3."""
        self.write(text)
        done = self.run("check", "3")
        assert done.stderr == "", done.stderr
        return done.returncode, done.stdout

    def progress(self):
        """What is kept of the exercises, by their ids."""
        return json.loads(self.file.read_text(encoding="utf-8"))["exercises"]

    def hold(self, progress):
        self.file.parent.mkdir(exist_ok=True)
        self.file.write_text(json.dumps(progress), encoding="utf-8")

    def left_behind(self):
        """What lies where nothing should: the home, and the system's temporary folder."""
        return [path.name for folder in (self.home, self.temporary) for path in folder.iterdir()
                if not path.name.startswith("softmax-workbook-")]  # parts: for another user
