#!/usr/bin/env python3
"""Breaks the engine on purpose, one line at a time, and sees the tests of the lesson, those of the
certified numbers against two witnesses, and those of decoding, attention and blocks turn red.

mutations.toml lists the lines: what is written there instead, and the test cases that must fail
then. Only copies of the sources are changed. Sweeps are left out.

    run.py --check           the list alone: each old text is found once, each test case is listed
    run.py [--compiler CXX]  the ten that are marked; about three minutes on two cores
    run.py --all             every mutation; half an hour
    run.py --red TEST        those that a test must see whose name so begins: engine_certified

Exit code 0: every listed test case passed before and failed after its mutation. 1: one did not, or
the list is wrong. 3: the unchanged sources do not build.
"""
import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEN = 10
TESTED = [*sorted(ROOT.glob("tests/engine/lesson_*_test.cpp")), ROOT / "tests/app/gpt2_test.cpp",
          ROOT / "tests/engine/certified_witness_test.cpp",
          ROOT / "tests/engine/certified_special_test.cpp",
          *(source for name in ("decode", "attention", "blocks", "passes")
            for source in sorted(ROOT.glob(f"tests/engine/{name}*_test.cpp")))]
COPIED = ["CMakeLists.txt", "CMakePresets.json", "app", "bench", "cmake", "engine", "exercises",
          "grader", "lessons", "solutions",
          "tests"]


def target_of(source):
    """tests/engine/lesson_masks_test.cpp is built and run as engine_lesson_masks_test."""
    return f"{source.parent.name}_{source.stem}"


def test_cases(source):
    """The names of a source's test cases but sweeps; a long one is written in pieces."""
    cases = r'TEST_CASE\(\s*("(?:[^"\\]|\\.|"\s+")*")(,\s*"\[sweep\]")?'
    for names, sweep in re.findall(cases, source.read_text()):
        if not sweep:
            yield "".join(re.findall(r'"([^"]*)"', names))


def faults_of(mutations):
    """What is wrong with the list, a line each."""
    for mutation in mutations:
        found = (ROOT / mutation["file"]).read_text().count(mutation["old"])
        if found != 1 or mutation["old"] == mutation["new"]:
            yield f'{mutation["name"]}: old text found {found} times in {mutation["file"]}'
    listed = {(target, case) for m in mutations for target, cases in m["red"].items()
              for case in cases}
    written = {(target_of(source), case) for source in TESTED for case in test_cases(source)}
    yield from (f"no mutation turns this red: {target}: {case}" for target, case in written - listed)
    yield from (f"there is no such test case: {target}: {case}" for target, case in listed - written)
    marked = sum(mutation.get("ten", False) for mutation in mutations)
    if marked != TEN:
        yield f"{marked} mutations are marked as of the ten"


class Copy:
    """The sources in a folder of their own, and their build, which is kept up to date."""

    def __init__(self, folder, compiler):
        self.sources, self.build = folder / "sources", folder / "build"
        for name in COPIED:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
            if (ROOT / name).exists():
                self.sources.mkdir(exist_ok=True)
                copy(ROOT / name, self.sources / name)
        self.command(["cmake", "-S", self.sources, "-B", self.build, "-G", "Ninja",
                      "-DCMAKE_BUILD_TYPE=Dev", "-DWORKBOOK_TESTS=ON",
                      *([f"-DCMAKE_CXX_COMPILER={compiler}"] if compiler else [])])

    @staticmethod
    def command(words):
        done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                              check=False)
        if done.returncode != 0:
            raise RuntimeError(done.stdout[-4000:])

    def make(self, targets):
        self.command(["cmake", "--build", self.build, "--target", *targets])

    def results(self, target):
        """What became of each test case: its name to "passed", "failed" or "skipped"."""
        program = self.build / "tests" / target
        done = subprocess.run([program, "~[sweep]", "--reporter", "xml"], cwd=ROOT,
                              capture_output=True, text=True, timeout=300, check=False)
        results = {}
        for case in ElementTree.fromstring(done.stdout).iter("TestCase"):
            overall = case.find("OverallResult")
            passed = "passed" if overall.get("skips", "0") == "0" else "skipped"
            results[case.get("name")] = passed if overall.get("success") == "true" else "failed"
        return results


def not_as_wanted(copy, mutation, wanted):
    """The listed test cases that neither are as wanted nor were skipped."""
    copy.make(mutation["red"])
    for target, cases in mutation["red"].items():
        results = copy.results(target)
        for case in cases:
            if results.get(case) not in (wanted, "skipped"):
                yield f"{target}: {case}: {results.get(case)}"


def is_seen(copy, mutation):
    """Applies one mutation, and says whether every listed test case failed."""
    path = copy.sources / mutation["file"]
    text = path.read_text()
    path.write_text(text.replace(mutation["old"], mutation["new"]))
    wrong = list(not_as_wanted(copy, mutation, "failed"))
    path.write_text(text)
    print(f'{"NOT RED" if wrong else "red"}: {mutation["name"]} ({mutation["file"]})', *wrong,
          sep="\n    ", flush=True)
    return not wrong


def run(mutations, compiler):
    with tempfile.TemporaryDirectory(prefix="softmax-mutations-") as folder:
        try:
            copy = Copy(Path(folder), compiler)
            copy.make(sorted({target for mutation in mutations for target in mutation["red"]}))
        except RuntimeError as error:
            print(error)
            return 3
        wrong = [line for mutation in mutations for line in not_as_wanted(copy, mutation, "passed")]
        print("unchanged:", "green" if not wrong else "NOT GREEN", *wrong, sep="\n    ", flush=True)
        # Those of one file follow one another, so that it is not built once more between them.
        seen = [is_seen(copy, mutation) for mutation in sorted(mutations, key=lambda m: m["file"])]
        print(f"{sum(seen)} of {len(seen)} mutations turned their tests red")
        return 0 if all(seen) and not wrong else 1


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--check", action="store_true", help="look at the list alone")
    parser.add_argument("--all", action="store_true", help="every mutation, not the ten")
    parser.add_argument("--red", metavar="TEST", help="every mutation that such a test must see")
    parser.add_argument("--compiler", help="the C++ compiler")
    options = parser.parse_args()
    with open(Path(__file__).with_name("mutations.toml"), "rb") as file:
        mutations = tomllib.load(file)["mutation"]
    faults = sorted(faults_of(mutations))
    print(*faults, sep="\n", end="\n" if faults else "")
    if faults or options.check:
        return 1 if faults else 0
    if options.red:
        chosen = [m for m in mutations if any(test.startswith(options.red) for test in m["red"])]
    else:
        chosen = [m for m in mutations if options.all or m.get("ten")]
    return run(chosen, options.compiler)


if __name__ == "__main__":
    sys.exit(main())
