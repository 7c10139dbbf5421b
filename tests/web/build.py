#!/usr/bin/env python3
"""Builds the page, as `./workbook web` does.

    build.py PROGRAM

Exit code 4, skipped: what cmake/packages/web.txt lists is not installed.
"""
import fcntl
import subprocess
import sys

import page


def main():
    if why := page.obstacle():
        print(f"skipped: {why}")
        return 4
    lock = page.ROOT / "build" / ".web.lock"  # the launcher's: one at a time builds it
    with lock.open("w", encoding="utf-8") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        done = subprocess.run(["node", page.ROOT / "web" / "build.mjs", sys.argv[1]],
                              capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print(done.stdout[-4000:] + done.stderr[-4000:])
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
