"""A page without a browser: Node, which loads engine.ts as a page does (page.mjs)."""
import base64
import json
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "build" / "web"
SCRIPTS = BUILT / "scripts"
WASM = BUILT / "web" / "engine" / "engine.wasm"
NEEDED = {"em++": "emscripten", "node": "nodejs", "npm": "npm"}
MOST_SECONDS = 100


def obstacle():
    """Why no page can be tried here; "" if one can."""
    missing = [package for program, package in NEEDED.items() if shutil.which(program) is None]
    return f"{', '.join(missing)} is not installed" if missing else ""


def answers(calls):
    """What one page answers, call after call: [method of Engine, argument...], bytes among them.
    Each is {"text": ...}, {"error": ..., "code": ...}, and has the milliseconds that it took."""
    plain = [[base64.b64encode(one).decode() if isinstance(one, bytes) else one for one in call]
             for call in calls]
    done = subprocess.run(["node", ROOT / "tests" / "web" / "page.mjs", SCRIPTS / "engine.js", WASM],
                          input=json.dumps(plain), capture_output=True, text=True, encoding="utf-8",
                          check=False, timeout=MOST_SECONDS)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return json.loads(done.stdout)


def traced(words):
    """The calls that come to what `workbook trace` prints."""
    compares = any(word.split("=")[0] == "--compare" for word in words)
    return [["compare", words]] if compares else [["trace", words], ["report", words]]


def printed(lists):
    """What a page says to each list of words, as (text, error): one of them is empty."""
    every = [traced(words) for words in lists]
    given = iter(answers([call for calls in every for call in calls]))
    told = []
    for calls in every:
        mine = [next(given) for _ in calls]
        error = next((one["error"] for one in mine if "error" in one), "")
        told.append(("" if error else mine[-1]["text"], error))
    return told


def main():
    if why := obstacle():
        print(f"skipped: {why}")
        sys.exit(4)
    unittest.main(argv=sys.argv[:1])
