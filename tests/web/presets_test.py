#!/usr/bin/env python3
"""The presets of the inspector: what they say is what the engine says (presets_test.mjs).

Exit code 4, skipped: what builds the page is not installed.
"""
import subprocess
import sys

import page

VITE = page.ROOT / "web" / "node_modules" / "vite"


def main():
    if why := page.obstacle() or ("" if VITE.exists() else f"{VITE} is not installed: npm ci"):
        print(f"skipped: {why}")
        return 4
    script = page.ROOT / "tests" / "web" / "presets_test.mjs"
    return subprocess.run(["node", script, page.SCRIPTS / "engine.js", page.WASM], check=False,
                          timeout=page.MOST_SECONDS).returncode


if __name__ == "__main__":
    sys.exit(main())
