#!/usr/bin/env python3
"""Builds what a page loads, by the preset web: engine.wasm, and engine.js out of engine.ts.

The first time Emscripten makes its own libraries as well, in ~/.cache/softmax-workbook: three
minutes.
Exit code 4, skipped: what cmake/packages/web.txt lists is not installed.
"""
import subprocess
import sys

import page


def main():
    if why := page.obstacle():
        print(f"skipped: {why}")
        return 4
    for words in (["cmake", "--preset", "web"], ["cmake", "--build", "--preset", "web"],
                  ["tsc", "-p", page.ROOT / "web" / "engine", "--outDir", page.SCRIPTS]):
        done = subprocess.run(words, cwd=page.ROOT, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            print(done.stdout[-4000:] + done.stderr[-4000:])
            return 1
    (page.SCRIPTS / "package.json").write_text('{"type": "module"}\n', encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
