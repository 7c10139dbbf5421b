"""What the tests of `grade` share: a class to grade, and how to grade it."""
import atexit
import io
import json
import pathlib
import shutil
import subprocess
import tarfile
import tempfile
import unittest
import zipfile

from command import PLAIN, PROGRAM, run

ROOT = pathlib.Path(__file__).parents[2]
TOPIC = "03_normalize"
SOLUTION = (ROOT / "solutions" / TOPIC / "answer.cpp").read_text(encoding="utf-8")
SKELETON = (ROOT / "exercises" / TOPIC / "answer.cpp").read_text(encoding="utf-8")
ENTRY = f"{TOPIC}/answer.cpp"
NO_CODE = "this is no C++\n"


def misconception(name):
    return (ROOT / "grader/misconceptions" / TOPIC / (name + ".cpp")).read_text(encoding="utf-8")


def hand_in(folder, text, topic=TOPIC):
    """A submission with one answer."""
    (folder / topic).mkdir(parents=True)
    (folder / topic / "answer.cpp").write_text(text, encoding="utf-8")
    return folder


def closed_workbook():
    """Where no namespaces are to be had answers run as another user, and nothing is graded in a
    workbook that this user could read: there a copy of it is used, which is closed. Returns: what
    of the environment says so."""
    with tempfile.TemporaryDirectory() as nothing:
        if "could read the solutions" not in run("grade", "--exercise", "03", nothing).stderr:
            return {}
    folder = pathlib.Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder)
    folder.chmod(0o711)  # the other user must be able to pass through to what is built
    (folder / "tmp").mkdir()
    root = folder / "workbook"
    root.mkdir(mode=0o700)
    for name in ("engine", "exercises", "grader", "solutions"):
        shutil.copytree(ROOT / name, root / name)
    return {"WORKBOOK_ROOT": str(root), "TMPDIR": str(folder / "tmp")}


CLOSED = closed_workbook()


class Grading(unittest.TestCase):
    """Each test has a folder of its own, and in it a class to fill."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.school = self.folder / "class"
        self.school.mkdir()

    def mixed_class(self, copies=1):
        """Right, wrong, not compiling, missing: of each so many, no two of the same text."""
        for k in range(copies):
            for name, text in (("right", SOLUTION), ("first", misconception("first_left_out")),
                               ("begun", SKELETON), ("broken", NO_CODE)):
                hand_in(self.school / f"{name}{k}", f"// {k}\n{text}")
        (self.school / "nothing").mkdir()

    def grade(self, *words, code=0, env=None, **options):
        """What a run prints; of a run that ends with that code."""
        done = run("grade", "--exercise", "03", *map(str, words), env={**CLOSED, **(env or {})},
                   **options)
        self.assertEqual(done.returncode, code, (words, done.stderr))
        return done

    def report(self, *words, **options):
        """The JSON report as it is written."""
        return self.grade(*words, "--report", "json=-", **options).stdout

    def records(self, *words, **options):
        """The records, by the names of the submissions."""
        records = json.loads(self.report(*words, **options))["records"]
        return {record["submission"]: record for record in records}

    def start(self, *words):
        """A run that is still going, in a group of processes of its own."""
        return subprocess.Popen([PROGRAM, "grade", "--exercise", "03", *map(str, words)],
                                env={**PLAIN, **CLOSED}, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, start_new_session=True, text=True)


def add(tar, name, data=b"", kind=tarfile.REGTYPE, link=""):
    info = tarfile.TarInfo(name)
    info.type, info.size, info.linkname = kind, len(data), link
    tar.addfile(info, io.BytesIO(data))


class Archives(Grading):
    """What was taken shows in the compiler's words: an answer is a line that is no C++."""

    def tar(self, name, *entries, mode="w"):
        with tarfile.open(self.folder / name, mode) as tar:
            for entry in entries:
                add(tar, *entry)
        return self.folder / name

    def zip(self, name, *entries, how=zipfile.ZIP_DEFLATED):
        with zipfile.ZipFile(self.folder / name, "w", how) as archive:
            for entry, data in entries:
                archive.writestr(entry, data)
        return self.folder / name

    def one(self, path):
        """The record of one submission."""
        (record,) = self.records(path).values()
        return record

    def taken(self, path):
        """Whether the answer is the line that is no C++."""
        record = self.one(path)
        self.assertIsNone(record["refused"])
        return NO_CODE.strip() in (record["exercises"][0]["diagnostics"] or "")

    def refusal(self, path):
        record = self.one(path)
        self.assertEqual((record["verdict"], record["points"]), ("refused", 0))
        return record["refused"]
