#!/usr/bin/env python3
"""Every console block of the README shows what the program prints, to the letter.

A block is a line "$ ./workbook ARGUMENTS" and the output below it; "..." alone on a line stands
for what the page leaves out. With --update the outputs are written anew instead.

    readme_test.py PROGRAM README.md [--update]
"""
import re
import shlex
import subprocess
import sys

BLOCK = re.compile(r"```console\n\$ \./workbook ?([^\n]*)\n(.*?)```", re.DOTALL)


def printed(program, arguments):
    """What the program prints, with a page's width and in colourless UTF-8."""
    environment = {"COLUMNS": "100", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}
    done = subprocess.run([program, *shlex.split(arguments)], env=environment, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return done.stdout


def matches(shown, output):
    """Whether the page shows the output, or parts of it around lines of "..."."""
    parts = [re.escape(part) for part in re.split(r"^\.\.\.\n", shown, flags=re.MULTILINE)]
    return re.fullmatch(r"(?:.*\n)*".join(parts), output) is not None


def main():
    program, path = sys.argv[1:3]
    with open(path, encoding="utf-8") as file:
        page = file.read()
    if "--update" in sys.argv:
        page = BLOCK.sub(lambda m: f"```console\n$ ./workbook {m[1]}\n{printed(program, m[1])}```", page)
        with open(path, "w", encoding="utf-8") as file:
            file.write(page)
        return 0
    blocks = BLOCK.findall(page)
    wrong = [a for a, shown in blocks if not matches(shown, printed(program, a))]
    for arguments in wrong:
        print(f"{path}: the output of ./workbook {arguments} has changed;"
              " run this test with --update")
    print(f"{len(blocks) - len(wrong)} of {len(blocks)} console blocks are what is printed")
    return 1 if wrong or not blocks else 0


if __name__ == "__main__":
    sys.exit(main())
