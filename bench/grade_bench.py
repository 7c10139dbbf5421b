#!/usr/bin/env python3
"""How many submissions a minute are graded on one core.

    grade_bench.py PROGRAM [COUNT]      PROGRAM: build/release/app/workbook

COUNT (200) submissions of one exercise each, spread over all exercises, no two of them the same
when comments and names are taken out: solutions and unusual right answers, wrong answers, answers
that do not compile and that never end, in the mix that is printed. They are graded twice: first
in a workbook in which nothing has been made yet, neither the harness nor the behaviours of the known
mistakes; then once more, every answer compiled and run anew (no verdict is ever kept). The process
and all it starts are held on one processor; CPU seconds are those of all of them.
"""
import csv
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SEED = 5
# Of a hundred: what a class hands in.
MIX = {"right": 30, "wrong": 61, "does not compile": 8, "never ends": 1}
WORD = re.compile(r"[A-Za-z_]\w*|\d[\w.']*|\S")


def normalized(text):
    """The text without its comments and with every name replaced by its number."""
    text = re.sub(r"//[^\n]*|/\*.*?\*/", "", text, flags=re.DOTALL)
    names = {}
    return " ".join(f"n{names.setdefault(word, len(names))}" if word[0].isalpha() else word
                    for word in WORD.findall(text))


def broken(text):
    """The text with one semicolon less, at a place that the text itself tells."""
    ends = [match.start() for match in re.finditer(r";\n", text)]
    at = ends[len(text) % len(ends)]
    return text[:at] + text[at + 1:]


def endless(text):
    """The text with a loop that never ends in its first function."""
    brace = text.index("{", text.index(") {"))
    return text[:brace + 1] + "\n  for (volatile bool on = true; on;) {}\n" + text[brace + 1:]


def answers(kind):
    """(exercise, text) of all that there are of a kind, in an order by chance."""
    right = [*ROOT.glob("solutions/*/answer.cpp"), *ROOT.glob("grader/variants/*/*.cpp")]
    wrong = [*ROOT.glob("grader/misconceptions/*/*.cpp")]
    make = {"right": lambda text: text, "wrong": lambda text: text, "does not compile": broken,
            "never ends": endless}[kind]
    files = sorted(right if kind in ("right", "never ends") else wrong)
    random.Random(f"{SEED} {kind}").shuffle(files)
    return [(file.parent.name, make(file.read_text(encoding="utf-8"))) for file in files]


def spread(found, count):
    """`count` of them, one of each exercise in turn."""
    by_exercise = {}
    for exercise, text in found:
        by_exercise.setdefault(exercise, []).append((exercise, text))
    turns = max(len(some) for some in by_exercise.values())
    ordered = [some[turn] for turn in range(turns) for some in by_exercise.values()
               if turn < len(some)]
    return ordered[:count]


def hand_in(school, count):
    """Writes the submissions; returns how many there are of each kind."""
    seen, made = set(), {}
    for kind, share in MIX.items():
        for exercise, text in spread(answers(kind), round(count * share / 100)):
            if normalized(text) in seen:
                continue
            seen.add(normalized(text))
            made[kind] = made.get(kind, 0) + 1
            folder = school / f"{len(seen):03}" / exercise
            folder.mkdir(parents=True)
            (folder / "answer.cpp").write_text(text, encoding="utf-8")
    return made


def cold_root(folder):
    """A workbook in which nothing has been made yet."""
    root = folder / "workbook"
    root.mkdir(mode=0o700)
    for part in ("engine", "exercises", "grader", "solutions"):
        shutil.copytree(ROOT / part, root / part)
    return root


def timed(words):
    """Seconds on the clock and of CPU, of a process and all that it started."""
    begin, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    seconds, after = time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        sys.exit(done.stdout + done.stderr)
    return seconds, (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def main():
    program = Path(sys.argv[1]).resolve()
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    with tempfile.TemporaryDirectory(prefix="softmax-bench-") as name:
        folder = Path(name)
        school = folder / "class"
        made = hand_in(school, count)
        os.environ["WORKBOOK_ROOT"] = str(cold_root(folder))
        os.sched_setaffinity(0, {0})
        words = [program, "grade", school, "-j", "2", "--report", f"csv={folder / 'class.csv'}"]
        runs = {"nothing made before": timed(words), "the parts made": timed(words)}
        with (folder / "class.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
    total = sum(made.values())
    print(f"seed {SEED}; {total} submissions, all distinct:",
          ", ".join(f"{number} {kind}" for kind, number in made.items()))
    verdicts = {}
    for row in rows:
        verdict = next(row[column] for column in row
                       if column.endswith(" verdict") and row[column] != "missing")
        verdicts[verdict] = verdicts.get(verdict, 0) + 1
    print("verdicts:", ", ".join(f"{number} {one}" for one, number in sorted(verdicts.items())))
    for state, (seconds, cpu) in runs.items():
        print(f"{state:20} {seconds:6.1f} s on one core, {60 * total / seconds:4.0f} a minute; "
              f"{cpu:6.1f} s of CPU, {60 * total / cpu:4.0f} a minute")


if __name__ == "__main__":
    main()
