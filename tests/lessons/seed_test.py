#!/usr/bin/env python3
"""Every sentence of the page that the workbook grew from is shown by a lesson and proved by a test.

The table in lessons/README.md has a row a sentence: the sentence, the lesson, the test (program and
test case), and where floating point makes it only nearly true. Here: each lesson exists; each test
case exists, and a one-line mutation of the engine is listed that turns it red (tests/mutations
applies them); and, where the page is at hand, its sentences are those of the table.

    seed_test.py PROGRAM ROOT
"""
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROW = re.compile(r"^\| (.+?) \| \[(\d+)\]\(([^)]+)\) \| `(\w+)`: (.+?) \| (.*?) ?\|$", re.MULTILINE)


def words(text):
    """Letters and digits alone: what a line break or a dash cannot change."""
    return re.sub(r"[^a-z0-9]+", " ", text.lower()).split()


def table(root):
    text = (root / "lessons/README.md").read_text(encoding="utf-8")
    return [[field.replace("\\|", "|") for field in row] for row in ROW.findall(text)]


def faults_of_tests(root, rows):
    """Tests that are not there, or that no mutation turns red."""
    mutations = tomllib.loads((root / "tests/mutations/mutations.toml").read_text())["mutation"]
    red = {(program, case) for m in mutations for program, cases in m["red"].items()
           for case in cases}
    for sentence, _, _, program, case, _ in rows:
        if (program, case) not in red:
            yield f"no mutation turns this red: {program}: {case} (of: {sentence[:50]})"


def faults_of_lessons(program, root, rows):
    listed = subprocess.run([program, "lesson"], capture_output=True, text=True, check=True).stdout
    numbers = set(re.findall(r"^ +(\d+)  ", listed, re.MULTILINE))
    for sentence, number, path, *_ in rows:
        if number not in numbers:
            yield f"there is no lesson {number} (of: {sentence[:50]})"
        if not (root / "lessons" / path).is_file():
            yield f"there is no page {path} (of: {sentence[:50]})"
    shown = {number for _, number, *_ in rows}
    unused = numbers - shown - {"8", "13"}  # what the page leaves out: rounding, and the bugs
    if unused:
        yield f"lessons that show no sentence: {sorted(unused)}"


def faults_of_sentences(page, rows):
    """The table's sentences one after another are the whole page."""
    wanted = words(page.read_text(encoding="utf-8"))
    found = words(" ".join(row[0] for row in rows))
    for at, (a, b) in enumerate(zip(wanted, found)):
        if a != b:
            yield f"the page goes on '{' '.join(wanted[at:at + 8])}', the table '{' '.join(found[at:at + 8])}'"
            return
    if len(wanted) != len(found):
        yield f"the page has {len(wanted)} words, the table {len(found)}"


def main():
    program, root = sys.argv[1], Path(sys.argv[2])
    rows = table(root)
    faults = [*faults_of_tests(root, rows), *faults_of_lessons(program, root, rows)]
    page = root.parent / "shared/seed/softmax_lesson.txt"
    if page.is_file():
        faults += faults_of_sentences(page, rows)
    else:
        print("the page itself is not here: its sentences were not compared")
    nearly = sum("nearly true" in row[-1] for row in rows)
    print(f"{len(rows)} sentences, {nearly} of them only nearly true; {len(faults)} faults")
    print("\n".join(faults))
    return 1 if faults or not rows else 0


if __name__ == "__main__":
    sys.exit(main())
