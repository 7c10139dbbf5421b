"""The built program, run as a person runs it: piped, or on a terminal. Its path is the first
argument of every test of the command line; of those that need the JSON schemas their folder is the
second."""
import fcntl
import json
import os
import pty
import re
import select
import struct
import subprocess
import sys
import tempfile
import termios
import time
import unittest

PROGRAM, SCHEMAS = (sys.argv[1:] + [None])[:2]
PLAIN = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "xterm"}
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
MOST_SECONDS = 60


def run(*arguments, stdin="", env=None, stdout=subprocess.PIPE):
    """The finished program; its output in text."""
    return subprocess.run([PROGRAM, *arguments], input=stdin, env={**PLAIN, **(env or {})},
                          stdout=stdout, stderr=subprocess.PIPE, text=True, encoding="utf-8",
                          check=False, timeout=MOST_SECONDS)


def output(*arguments, **options):
    """What it prints, of a run that has nothing to complain of."""
    done = run(*arguments, **options)
    assert (done.returncode, done.stderr) == (0, ""), (arguments, done.returncode, done.stderr)
    return done.stdout


def trace_json(*arguments, **options):
    return json.loads(output("trace", *arguments, "--json", **options))


class Terminal:
    """The program with a terminal for some of its three streams; nothing on the others."""

    def __init__(self, *arguments, columns=80, rows=24, env=None,
                 on=("stdin", "stdout", "stderr"), program=(PROGRAM,)):
        self.bytes, self.text, self.end = b"", "", False
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        modes = termios.tcgetattr(slave)
        modes[3] &= ~termios.ECHO
        termios.tcsetattr(slave, termios.TCSANOW, modes)
        streams = {name: slave if name in on else subprocess.DEVNULL
                   for name in ("stdin", "stdout", "stderr")}
        self.process = subprocess.Popen([*program, *arguments], env={**PLAIN, **(env or {})},
                                        start_new_session=True, **streams)
        os.close(slave)

    def read(self, until=None):
        """What comes until the text ends so, or the program does."""
        start, deadline = len(self.text), time.monotonic() + MOST_SECONDS
        while not self.end and not (until and self.text[start:].endswith(until)):
            if not select.select([self.master], [], [], deadline - time.monotonic())[0]:
                raise TimeoutError(self.text[start:])
            try:
                data = os.read(self.master, 65536)
            except OSError:  # how a terminal says that nobody writes to it any more
                data = b""
            self.end = not data
            self.bytes += data  # which may end within a character, or within a line's end
            self.text = self.bytes.decode("utf-8", "ignore").replace("\r\n", "\n")
        return self.text[start:]

    def __del__(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def type(self, keys):
        os.write(self.master, keys.encode())

    def finish(self):
        """What is left to read, and the exit code."""
        rest = self.read()
        os.close(self.master)
        return rest, self.process.wait(MOST_SECONDS)


def screen(*arguments, **options):
    """All that a run prints on a terminal."""
    text, code = Terminal(*arguments, **options).finish()
    assert code == 0, text
    return text


def main():
    unittest.main(argv=sys.argv[:1])
