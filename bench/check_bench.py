#!/usr/bin/env python3
"""How long a learner waits from saving an answer to its verdict.

    check_bench.py PROGRAM [RUNS]      PROGRAM: build/release/app/workbook

Each line is the median of RUNS (20) whole processes in one run, warm, taken in turn with g++ that
compiles the same file alone (-O1 -c, its headers read anew): in milliseconds, and as a ratio to
that.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ANSWER = ROOT / "solutions" / "03_normalize" / "answer.cpp"
CONTRACT = ROOT / "exercises" / "03_normalize"


def milliseconds(words, expected):
    """One whole process, from its start to its end."""
    begin = time.perf_counter()
    done = subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    if done.returncode != expected:
        sys.exit(f"{words} ended with {done.returncode}, not {expected}")
    return 1000 * (time.perf_counter() - begin)


def broken(folder):
    """The same answer with one semicolon less."""
    file = Path(folder) / "broken.cpp"
    file.write_text(ANSWER.read_text(encoding="utf-8").replace(";\n}", "\n}", 1), encoding="utf-8")
    return file


def main():
    program = str(Path(sys.argv[1]).resolve())
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = folder
        check = [program, "check", "03", "--file"]
        compile_alone = ["g++", "-std=c++20", "-O1", f"-I{CONTRACT}", "-c", str(ANSWER), "-o",
                         f"{folder}/alone.o"]
        kinds = {"right": ([*check, str(ANSWER)], 0),
                 "right, sanitizers": ([*check, str(ANSWER), "--sanitize"], 0),
                 "syntax error": ([*check, str(broken(folder))], 1)}
        for words, expected in kinds.values():
            milliseconds(words, expected)  # what is made once is made now
        times = {kind: [] for kind in ["g++ alone", *kinds]}
        for _ in range(runs):
            times["g++ alone"].append(milliseconds(compile_alone, 0))
            for kind, (words, expected) in kinds.items():
                times[kind].append(milliseconds(words, expected))
    alone = statistics.median(times["g++ alone"])
    print(f"median of {runs}; worst; ratio to g++ alone")
    for kind, each in times.items():
        median = statistics.median(each)
        print(f"  {kind:18} {median:6.0f} ms  {max(each):6.0f} ms  {median / alone:5.2f}")


if __name__ == "__main__":
    main()
