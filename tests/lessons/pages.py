"""The lessons, as the program prints them. Its path is the first argument of what imports this."""
import json
import os
import pathlib
import pty
import re
import select
import shlex
import subprocess
import sys
import tempfile
import time

import jsonschema

PROGRAM = sys.argv[1]
ROOT = pathlib.Path(__file__).resolve().parents[2]
STATE = tempfile.TemporaryDirectory()  # no learner's progress is touched
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "XDG_STATE_HOME": STATE.name}
MOST_SECONDS = 60


def run(*arguments, stdin=""):
    """The finished program; its output in text."""
    return subprocess.run([PROGRAM, *arguments], input=stdin, capture_output=True, text=True,
                          encoding="utf-8", env=ENVIRONMENT, check=False, timeout=MOST_SECONDS)


def output(*arguments, **options):
    """What it prints, of a run that has nothing to complain of."""
    done = run(*arguments, **options)
    assert (done.returncode, done.stderr) == (0, ""), (arguments, done.returncode, done.stderr)
    return done.stdout


def run_on_terminal(*arguments, typed):
    """The exit code, and what it prints on a terminal where that is typed."""
    master, slave = pty.openpty()
    process = subprocess.Popen([PROGRAM, *arguments], stdin=slave, stdout=slave, stderr=slave,
                               env=ENVIRONMENT, start_new_session=True)
    os.close(slave)
    os.write(master, typed.encode())
    printed, deadline = b"", time.monotonic() + MOST_SECONDS
    while select.select([master], [], [], max(0, deadline - time.monotonic()))[0]:
        try:
            printed += os.read(master, 65536)
        except OSError:  # how a terminal says that nobody writes to it any more
            break
    os.close(master)  # which ends a program that still reads
    return process.wait(MOST_SECONDS), printed.decode("utf-8", "replace")


def ordered(text):
    """JSON in which the order of keys is a part of it."""
    return json.loads(text, object_pairs_hook=tuple)


def blocks(page, kind):
    """All blocks of that kind in the ideas of a page."""
    return [block for idea in page["ideas"] for block in idea["blocks"] if block["kind"] == kind]


def by_page(find=lambda page: [page]):
    """(the id of a page, what `find` finds in it), one thing after another."""
    return [(page["id"], item) for page in PAGES for item in find(page)]


def questions(page):
    return blocks(page, "question") + page["quiz"]


def readme(page):
    """Where the page is committed."""
    return ROOT / "lessons" / f"{page['number']:02}_{page['id']}" / "README.md"


def words(command):
    """A command line as the words of a shell."""
    return shlex.split(command)


def schema(path):
    return json.loads((ROOT / path).read_text(encoding="utf-8"))


def page_validator():
    """Of the schema of a page with that of a trace inside it: one document, in which no reference
    leads out."""
    trace = json.dumps(schema("engine/schema/trace.schema.json"))
    page = json.dumps(schema("lessons/page/schema/page.schema.json"))
    inner = json.loads(trace.replace("#/$defs/", "#/$defs/whole_trace/$defs/"))
    del inner["$id"]
    whole = json.loads(page.replace("urn:softmax-workbook:trace:1", "#/$defs/whole_trace"))
    whole["$defs"]["whole_trace"] = inner
    return jsonschema.Draft202012Validator(whole)


NUMBERS = re.findall(r"^ +(\d+)  ", output("lesson"), re.MULTILINE)
TEXTS = {number: output("lesson", number, "--json") for number in NUMBERS}
PAGES = [json.loads(text) for text in TEXTS.values()]
