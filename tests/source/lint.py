#!/usr/bin/env python3
"""clang-tidy finds nothing in engine/, grader/ (but the data of its checks), lessons/ and app/.

    lint.py [--paths] BUILD [FLOOR ...]     (BUILD: a folder of builds; its own is made beside it)

--paths runs the checks that follow every path through a function, and without it all others.

Most of what clang-tidy costs is the headers, so it reads the sources sixteen at a time, as the
build joins them. Exit code: 0 nothing was found, 1 something was, 4 clang-tidy-19 is not installed.
"""
import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ("engine", "grader", "lessons", "app")
# The compile commands are those of g++, some of whose warnings clang does not know; and where g++
# takes double{x} for what it says, clang warns of it all the same.
EXTRA = ["--extra-arg=-Wno-unknown-warning-option", "--extra-arg=-Wno-double-promotion"]
# A joined source includes sources.
JOINED = "-bugprone-suspicious-include"
ALL_BUT_PATHS = "-clang-analyzer-*"
# The one that is off is off in .clang-tidy too, which says why.
PATHS = "-*,clang-analyzer-*,-clang-analyzer-core.StackAddressEscape"


def configured(folder):
    """The compile commands of the dev build, without its precompiled headers, which are g++'s."""
    words = ["cmake", "--preset", "dev", "-B", folder, "-DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(done.stdout + done.stderr)
    return json.loads((folder / "compile_commands.json").read_text(encoding="utf-8"))


def of_the_floors(command, folder, floors):
    """Whether a source belongs to what is linted; tests and what CMake writes do not."""
    source = Path(command["file"])
    if source.name == "checks.cpp":
        return False
    if source.is_relative_to(folder):
        return source.relative_to(folder).parts[0] in floors and "Unity" in source.parts
    return source.is_relative_to(ROOT) and source.relative_to(ROOT).parts[0] in floors


def lint(folder, source, checks):
    """What clang-tidy says of a source; nothing where it finds nothing."""
    joint = f",{JOINED}" if source.is_relative_to(folder) else ""
    words = ["clang-tidy-19", "--quiet", "-p", folder, *EXTRA, f"--checks={checks}{joint}", source]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def main():
    if shutil.which("clang-tidy-19") is None:
        print("skipped: clang-tidy-19 is not installed")
        return 4
    words = [word for word in sys.argv[1:] if word != "--paths"]
    checks = PATHS if "--paths" in sys.argv else ALL_BUT_PATHS
    folder = Path(words[0]).resolve().parent / "lint"
    floors = tuple(words[1:]) or FLOORS
    sources = [Path(one["file"]) for one in configured(folder)
               if of_the_floors(one, folder, floors)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = [text for text in pool.map(lambda one: lint(folder, one, checks), sources) if text]
    print("".join(found) or f"nothing in {len(sources)} sources, most of them joined")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
