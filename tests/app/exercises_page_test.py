#!/usr/bin/env python3
"""exercises/README.md is what `workbook exercises --markdown` prints, and each lesson names its own."""
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def printed(*words):
    return subprocess.run([sys.argv[1], *words], capture_output=True, text=True, check=True).stdout


def unnamed():
    """The exercises that their lesson does not name."""
    for file in sorted(ROOT.glob("exercises/*/exercise.toml")):
        exercise = tomllib.loads(file.read_text(encoding="utf-8"))
        folder = file.parent.name
        link = f"[Exercise {folder[:2]}](../../exercises/{folder}/README.md): {exercise['title']}"
        if link not in " ".join(printed("lesson", exercise["lesson"], "--markdown").split()):
            yield f"lessons/catalogue.cpp: lesson {exercise['lesson']} does not name {link}"


def main():
    if missing := list(unnamed()):
        print("\n".join(missing))
        return 1
    if printed("exercises", "--markdown") == (ROOT / "exercises" / "README.md").read_text(encoding="utf-8"):
        return 0
    print("exercises/README.md is stale: ./workbook exercises --markdown > exercises/README.md")
    return 1


if __name__ == "__main__":
    sys.exit(main())
