"""Runs a test of the page's sources in Node, with the built engine (page.py).

Exit code 4, skipped: what builds the page is not installed.
"""
import subprocess

import page

VITE = page.ROOT / "web" / "node_modules" / "vite"


def main(name, *words):
    if why := page.obstacle() or ("" if VITE.exists() else f"{VITE} is not installed: npm ci"):
        print(f"skipped: {why}")
        return 4
    script = page.ROOT / "tests" / "web" / f"{name}.mjs"
    return subprocess.run(["node", script, *words], check=False, timeout=page.MOST_SECONDS).returncode
