"""The corpus: 300 softmaxes as the words of `workbook trace`, and what they print.

    # a comment
    2.0 1.0 0.1 -f e4m3fn --json

settings.txt holds a line for each. They touch every option but those of input and screen (--file,
--row, --step), every format, algorithm, order and outcome. --exp libm is asked for only where the
answer is e^0 = 1 on every machine.

The hash of a line is the SHA-256 of its words, a newline, and its standard output (in UTF-8, 100
columns wide where it is text). The hash of the corpus is that of the 300 hashes, each as 64
hexadecimal digits and a newline. corpus.sha256 holds it, then the first 16 digits of each line's.
"""
import hashlib
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
COMMITTED = HERE / "corpus.sha256"
SIZE = 300
SHOWN = 16
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "COLUMNS": "100"}


def settings():
    lines = (HERE / "settings.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def outputs(program):
    """What the program prints for each line."""

    def output(line):
        done = subprocess.run([program, "trace", *line.split(" ")], env=ENVIRONMENT, check=False,
                              capture_output=True, timeout=120)
        if done.returncode != 0 or done.stderr:
            raise RuntimeError(f"trace {line}: exit code {done.returncode}\n{done.stderr.decode()}")
        return done.stdout

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(output, settings()))


def hashes(texts):
    """The corpus's own hash, and that of each line."""
    each = [hashlib.sha256(f"{line}\n".encode() + text).hexdigest()
            for line, text in zip(settings(), texts, strict=True)]
    return hashlib.sha256("".join(f"{one}\n" for one in each).encode()).hexdigest(), each


def committed():
    """The same two, as they were committed; the lines' are short."""
    whole, *each = COMMITTED.read_text(encoding="utf-8").split()
    return whole, each


def changed(each):
    """The lines whose hash is another than was committed."""
    return [line for line, new, old in zip(settings(), each, committed()[1], strict=True)
            if not new.startswith(old)]


def commit(whole, each):
    text = "\n".join([whole, *(one[:SHOWN] for one in each)]) + "\n"
    COMMITTED.write_text(text, encoding="utf-8")
