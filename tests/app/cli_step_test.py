#!/usr/bin/env python3
"""--step: one value at a time, on a terminal.

    cli_step_test.py PROGRAM SCHEMAS
"""
import re
import unittest

import command
from command import COLOUR, Terminal, run

PROMPT = " > "
PLACE = re.compile(r"^(\w+): (\w+) \(stage (\d+) of (\d+)\)(?:, element (\d+) of 0 to (\d+))?$",
                   re.MULTILINE)


class Steps:
    """A session: each line typed gives the next screen."""

    def __init__(self, *words, **options):
        self.terminal = Terminal("trace", *words, "--step", **options)
        self.screen = self.read()

    def read(self):
        return COLOUR.sub("", self.terminal.read(until=PROMPT))

    def type(self, line):
        self.terminal.type(line + "\n")
        self.screen = self.read()
        return self

    def at(self):
        """(algorithm, stage, element), element 0 of a stage of one value."""
        place = PLACE.search(self.screen)
        return place[1], place[2], int(place[5] or 0)

    def quit(self, line="q\n"):
        self.terminal.type(line)
        return self.terminal.finish()


class Step(unittest.TestCase):
    def walk(self, steps, *expected):
        for line, place in expected:
            with self.subTest(line=line):
                self.assertEqual(steps.type(line).at(), place)

    def test_next_and_back_go_by_element_over_the_stages(self):
        steps = Steps("2", "1")
        self.assertEqual(steps.at(), ("unshifted", "read", 0))
        self.walk(steps, ("", ("unshifted", "read", 1)), ("n", ("unshifted", "exponentiate", 0)),
                  ("next", ("unshifted", "exponentiate", 1)), ("", ("unshifted", "sum", 0)),
                  ("b", ("unshifted", "exponentiate", 1)), ("back", ("unshifted", "exponentiate", 0)),
                  ("b", ("unshifted", "read", 1)))
        self.assertEqual(steps.quit()[1], 0)

    def test_s_goes_by_stage_and_a_by_algorithm(self):
        steps = Steps("2", "1")
        self.walk(steps, ("s", ("unshifted", "exponentiate", 0)), ("s", ("unshifted", "sum", 0)),
                  ("S", ("unshifted", "exponentiate", 0)), ("a", ("shifted", "read", 0)),
                  ("s", ("shifted", "max", 0)), ("a", ("unshifted", "read", 0)))
        self.assertEqual(steps.quit("quit\n")[1], 0)

    def test_a_stage_or_an_element_or_both_are_a_jump(self):
        steps = Steps("2", "1", "-a", "division_free")
        name = "division_free"
        self.walk(steps, ("log", (name, "log", 0)), ("exponentiate 1", (name, "exponentiate", 1)),
                  ("0", (name, "exponentiate", 0)), (" read  1 ", (name, "read", 1)))
        stages = [PLACE.search(steps.type("subtract").screen)[3] for _ in range(3)]
        self.assertEqual(stages, ["3", "7", "3"])  # each subtract in turn
        self.assertEqual(steps.quit()[1], 0)

    def test_what_cannot_be_done_is_said_and_moves_nothing(self):
        steps = Steps("2", "1", "-a", "shifted")
        for line, said in (("b", "this is the first value"), ("S", "this is the first stage"),
                           ("7", "the elements of read are 0 to 1"), ("a", "the only algorithm"),
                           ("99999999999999999999999", "no key, stage or element"),
                           ("x", "'x' is no key, stage or element"),
                           ("read x", "'read x' is no key, stage or element"),
                           ("devide", "'devide' is no key, stage or element; did you mean 'divide'?"),
                           ("\u00e4", "is no key, stage or element")):
            self.assertIn(said, steps.type(line).screen.replace("\n  ", " "))
            self.assertEqual(steps.at(), ("shifted", "read", 0))
        self.assertNotIn("no key", steps.type("").screen)

    def test_the_end_is_said_and_stays(self):
        steps = Steps("2", "1", "-a", "shifted").type("divide 1")
        self.assertIn("this is the last value of the algorithm", steps.type("").screen)
        self.assertIn("this is the last stage", steps.type("s").screen)
        self.assertEqual(steps.at(), ("shifted", "divide", 1))

    def test_the_end_of_the_input_ends_it(self):
        rest, code = Steps("2", "1").quit("\x04")
        self.assertEqual((rest, code), ("\n", 0))

    def test_a_screen_says_what_the_value_was_made_from(self):
        steps = Steps("1000", "999", columns=100)
        self.assertIn("1000, rounded to binary32 = 1000 [0x447a0000]", steps.screen)
        overflow = steps.type("s").screen
        self.assertIn("e^1000 = inf [0x7f800000]", overflow)
        self.assertIn("born here: overflow at exponentiate, element 0", overflow)
        self.assertIn("inf / inf = nan", steps.type("divide").screen)
        self.assertIn("after element 1 inf", steps.type("sum").screen)

    def test_a_birth_is_shown_where_it_is(self):
        steps = Steps("1000", "999", "2", columns=100)
        births = {}
        for _ in range(9):
            _, stage, element = steps.at()
            births[stage, element] = "born here" in steps.screen
            steps.type("")
        self.assertEqual([at for at, born in births.items() if born],
                         [("exponentiate", 0), ("divide", 0)])

    def test_a_birth_within_a_sum_is_shown_at_the_sum(self):
        for words, at in ((["11", "11", "-a", "unshifted", "-f", "binary16"], "sum"),
                          (["1"] * 5 + ["-a", "online", "-f", "5,-6,1"], "stream 1")):
            steps = Steps(*words, columns=100).type(at)
            self.assertRegex(steps.screen, "born here: overflow at [a-z]+, element [1-9]")
            self.assertNotIn("born here", steps.type("b").screen)

    def test_a_long_sum_shows_its_first_and_last_values(self):
        steps = Steps(*["1"] * 50, "-a", "unshifted").type("sum")
        self.assertEqual(re.findall(r"after element (\d+)", steps.screen),
                         ["0", "1", "2", "3", "46", "47", "48", "49"])
        self.assertIn("... 42 more", steps.screen)

    def test_every_screen_fits_its_terminal(self):
        for columns in (30, 40, 60, 80):
            steps = Steps("1000", "999.5", "-inf", "-a", "online,shifted", "-T", "0.7", "-f",
                          "binary64", columns=columns)
            for line in ["s"] * 4 + ["a"] + ["s"] * 6:
                longest = max(steps.screen.splitlines(), key=len)
                self.assertLessEqual(len(longest), columns, longest)
                steps.type(line)

    def test_without_a_terminal_it_refuses(self):
        refusal = "workbook: --step asks for keys: run it on a terminal\n"
        self.assertEqual(run("trace", "1", "--step").stderr, refusal)
        for on in (["stdin", "stderr"], ["stdout", "stderr"]):
            text, code = Terminal("trace", "1", "--step", on=on).finish()
            self.assertEqual((text, code), (refusal, 2))


if __name__ == "__main__":
    command.main()
