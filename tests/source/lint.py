#!/usr/bin/env python3
"""clang-tidy finds nothing in engine/, grader/ (but the data of its checks), lessons/ and app/.

    lint.py BUILD [FLOOR ...]     (BUILD: a folder of builds; its own is made beside it)

Most of what clang-tidy costs is the headers, so it reads the sources of a target eight at a time, as
CMake's unity builds join them: a tenth of the time. Where private names of two sources collide
so, fewer are joined. Exit code: 0 nothing was found, 1 something was, 4 clang-tidy-19 is not installed.
"""
import json
import os
import re
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
# A joined source includes sources, and the private names of one may shadow those of another.
JOINED = ["--checks=-bugprone-suspicious-include", "--extra-arg=-Wno-shadow"]


def configured(folder):
    """The compile commands of the dev build with its sources joined."""
    words = ["cmake", "--preset", "dev", "-B", folder, "-DCMAKE_UNITY_BUILD=ON",
             "-DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON", "-DCMAKE_UNITY_BUILD_BATCH_SIZE=8"]
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


def members(source):
    """What a joined source includes."""
    return re.findall(r'#include "([^"]*\.cpp)"', source.read_text(encoding="utf-8"))


def compiles(command, source):
    """Whether clang takes a joined source: private names of two members may collide."""
    words = [word for word in command["command"].split() if word not in ("ccache", "-Werror")]
    at = words.index("-o")
    words = ["clang++-19", "-fsyntax-only", "-w", *words[1:at], *words[at + 2:-1], source]
    done = subprocess.run(words, cwd=command["directory"], capture_output=True, check=False)
    return done.returncode == 0


def joined(command, source, sources):
    """Sources that hold these members, as few as compile."""
    if len(sources) == 1:
        return [Path(sources[0])]
    if compiles(command, source):
        return [source]
    half = len(sources) // 2
    found = []
    for number, part in enumerate((sources[:half], sources[half:])):
        name = source.with_name(f"{source.stem}_{number}.cxx")
        name.write_text("".join(f'#include "{one}"\n' for one in part), encoding="utf-8")
        found += joined(command, name, part)
    return found


def lint(folder, source):
    """What clang-tidy says of a source; nothing where it finds nothing."""
    joint = JOINED if source.is_relative_to(folder) else []
    words = ["clang-tidy-19", "--quiet", "-p", folder, *EXTRA, *joint, source]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def parts(command, folder):
    """What is linted in the place of a source of the build."""
    source = Path(command["file"])
    if not source.is_relative_to(folder):
        return [source]
    return joined(command, source, members(source))


def main():
    if shutil.which("clang-tidy-19") is None:
        print("skipped: clang-tidy-19 is not installed")
        return 4
    folder = Path(sys.argv[1]).resolve().parent / "lint"
    floors = tuple(sys.argv[2:]) or FLOORS
    commands = [one for one in configured(folder) if of_the_floors(one, folder, floors)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        sources = [one for some in pool.map(lambda one: parts(one, folder), commands)
                   for one in some]
        found = [text for text in pool.map(lambda one: lint(folder, one), sources) if text]
    print("".join(found) or f"nothing in {len(sources)} sources, most of them joined")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
