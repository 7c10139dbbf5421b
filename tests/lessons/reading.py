"""A lesson, a quiz or the home screen on a terminal: each line that is typed gives the next screen.

The driver waits for the prompt, never for a time."""
import json
import os
import pathlib
import re
import sys
import tempfile
import unicodedata

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "app"))

from command import COLOUR, Terminal, output  # noqa: E402

CLEAR = "\x1b[H\x1b[2J"
PROMPTS = tuple(f"{quit}{end}" for quit in ("[q]uit > ", "[q]uit\n  > ", "to the lessons > ")
                for end in ("", "\x1b[0m"))
FIRST_A_GUESS = "First a guess: type "
PLACE = re.compile(r"\A\n?(.+?)\s\((\d+)/(\d+)\)\n", re.DOTALL)
MOST_SCREENS = 500
MEMORY = "/dev/shm"


def columns_of(line):
    """How many columns of a terminal the characters take."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in line)
    return len(line) + wide - sum(unicodedata.combining(c) != 0 for c in line)


def squeezed(text):
    """The words alone: where a line breaks is no matter."""
    return " ".join(text.split())


class Reading:
    """The program on a terminal, its progress in the folder `state`."""

    def __init__(self, *words, state, columns=80, rows=24, env=None):
        self.columns, self.rows, self.state = columns, rows, pathlib.Path(state)
        self.terminal = Terminal(*words, columns=columns, rows=rows,
                                 env={"XDG_STATE_HOME": str(state), **(env or {})})
        self.read()

    def read(self):
        text = self.terminal.read(until=PROMPTS)
        if self.terminal.end:
            raise AssertionError(f"it ended: {text}")
        self.screen = COLOUR.sub("", text.rpartition(CLEAR)[2])
        self.text = squeezed(self.screen)
        self.check_size()

    def check_size(self):
        """A word that with its indentation is longer than a line may stand out, alone there."""
        lines = self.screen.split("\n")
        assert len(lines) <= self.rows, f"{len(lines)} lines of {self.rows}:\n{self.screen}"
        for line in lines:
            alone = " " not in line.strip()
            assert columns_of(line) <= self.columns or alone, \
                f"{columns_of(line)} columns of {self.columns}: {line}"

    def type(self, line):
        self.terminal.type(line + "\n")
        self.read()
        return self

    def quit(self, keys="q\n"):
        """What comes after the last screen, and the exit code."""
        self.terminal.type(keys)
        return self.terminal.finish()

    @property
    def title(self):
        return squeezed(PLACE.search(self.screen)[1])

    @property
    def step(self):
        return int(PLACE.search(self.screen)[2])

    @property
    def prompt(self):
        return squeezed(self.screen.rpartition("\n\n")[2])

    @property
    def waits(self):
        """Whether it asks for an answer."""
        return re.match(r"\[(1 to \d|a number to |a whole number)", self.prompt) is not None

    @property
    def at_end(self):
        place = PLACE.search(self.screen)
        return place[2] == place[3]

    def on(self):
        """Enter by Enter to the next question, or to the end. Whether there is a question."""
        for _ in range(MOST_SCREENS):
            if self.at_end:
                return False
            if FIRST_A_GUESS in self.type("").text:
                assert self.waits, self.screen
                return True
        raise AssertionError(f"no end after {MOST_SCREENS} screens:\n{self.screen}")

    def answer(self, questions, right):
        """Each as it is asked: Enter alone is refused there first."""
        for question in questions:
            assert self.on(), f"{question['id']} was not asked"
            typed = right_answer(question) if right else wrong_answer(question)
            said = "Right." if right else f"Not {typed}."
            assert said in self.type(typed).text, f"{said} is not said:\n{self.screen}"
            assert not self.waits, self.screen

    def walk(self, questions, right):
        """To the end, where all that is asked on the way are these."""
        self.answer(questions, right)
        assert not self.on(), f"one question more than {len(questions)}:\n{self.screen}"

    def progress(self):
        """What the progress file holds."""
        file = self.state / "softmax-workbook/progress.json"
        return json.loads(file.read_text(encoding="utf-8"))


def right_answer(question):
    if "number" in question:
        return question["number"]["value"]
    return str([option["right"] for option in question["options"]].index(True) + 1)


def wrong_answer(question):
    if "number" in question:
        return "nan" if question["number"]["value"] != "nan" else "1"
    return str([option["right"] for option in question["options"]].index(False) + 1)


class Lesson:
    def __init__(self, number):
        self.number = number
        self.page = json.loads(output("lesson", number, "--json"))
        self.id, self.ideas, self.quiz = (self.page[key] for key in ("id", "ideas", "quiz"))
        self.guesses = [block for idea in self.ideas for block in idea["blocks"]
                        if block["kind"] == "question"]
        self.questions = self.guesses + self.quiz


def lessons():
    """Those that the program lists."""
    numbers = re.findall(r"^ +(\d+)  ", output("lesson", env={"HOME": "/nowhere"}), re.MULTILINE)
    assert numbers, "no lesson is listed"
    return [Lesson(number) for number in numbers]


def temporary_state(test):
    """A folder for the progress of one test: in memory, for thousands of screens are remembered.
    That it comes to the disk is for the tests of the store."""
    folder = tempfile.TemporaryDirectory(dir=MEMORY if os.path.isdir(MEMORY) else None)
    test.addCleanup(folder.cleanup)
    return pathlib.Path(folder.name)
