#!/usr/bin/env python3
"""No number is typed into the prose of a lesson: in its sources a text that is a sentence may hold
digits only where EXCEPTIONS says why. All others come out of {}.

    prose_test.py [SOURCE...]     those, or every source in lessons/NN_topic/
"""
import pathlib
import re
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCES = [pathlib.Path(name) for name in sys.argv[1:]] or sorted(
    (ROOT / "lessons").glob("[0-9][0-9]_*/*.[ch]pp"))

# What may hold digits, and why. Each is taken out of a text before digits are looked for.
EXCEPTIONS = [
    (r"\b1 ?[-/] ?(\{[^{}]*\}|[A-Za-z]\b)", "a formula: 1 - p, 1/T"),
    (r"\b0/0\b", "what a NaN is born of"),
    (r"\{[^{}]*\}", "a computed number goes there"),
    (r"`[^`]*`", "code, which is typed as it stands"),
    (r"\]\([^)]*\)", "the address of a link"),
    (r"\b([Bb]inary(16|32|64|128)|bfloat16|e4m3fn|e5m2|fp8)\b", "names of formats"),
    (r"\b(GPT-2|Llama \d(\.\d)?|IEEE 754)\b", "names of a model and of a standard"),
    (r"\b[A-Za-z]\w*_\w*\d\w*|\b[A-Za-z]+\w*\d\w*_\w*", "an identifier: ggml_vec_soft_max_f32"),
    (r"\b[a-z]+\d[a-z]*(?=\()", "a function: log2(e)"),
    (r"\b[\w.-]+/[\w.-]+#\d+\b", "a thread: owner/project#1234"),
    (r"\b\d{4}-\d{2}(-\d{2})?\b", "a date"),
]
WHOLE = [
    (r"([-+]?(inf|nan|[\d.]+(e[-+]?\d+)?)\s*)+", "logits, as they are typed"),
    (r"(trace|lesson|quiz)( -{0,2}[\w.,=-]+)+", "a command to try"),
    (r"[a-z0-9_]+/[a-z0-9_]+", "the id of a question"),
]
NO_PROSE_IN = {"Formula"}  # its two texts are the same formula, in TeX and in plain characters

TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/|\#include[^\n]*)
      | R"(?P<mark>[^(\s]*)\((?P<raw>.*?)\)(?P=mark)"
      | "(?P<text>(\\.|[^"\\\n])*)"
      | (?P<number>[0-9](?:[\w.']|[eE][+-])*)
      | '(\\.|[^'\\])+'
      | (?P<word>[A-Za-z_]\w*)
      | (?P<open>[({\[]) | (?P<close>[)}\]])
      | (?P<other>\S)""", re.VERBOSE | re.DOTALL)


def texts(source):
    """(line, the name before the bracket that it stands in, text) of every string, those that stand
    side by side as one."""
    inside, before, text, line = [""], "", None, 0
    for token in TOKEN.finditer(source):
        kind = token.lastgroup
        if kind == "comment":
            continue
        string = token["raw"] if token["raw"] is not None else token["text"]
        if string is not None:
            if text is None:
                text, line = "", source.count("\n", 0, token.start()) + 1
            text += string
            continue
        if text is not None:
            yield line, inside[-1], text
            text = None
        if token["open"]:
            inside.append(before)
        elif token["close"] and len(inside) > 1:
            inside.pop()
        before = token["word"] or ""
    if text is not None:
        yield line, inside[-1], text


def typed_numbers(text):
    """The words of a text that hold digits and should not; none of what is no prose."""
    if any(re.fullmatch(pattern, text) for pattern, _ in WHOLE):
        return []
    for pattern, _ in EXCEPTIONS:
        text = re.sub(pattern, " ", text)
    prose = len(re.findall(r"(?<![\w\\])[A-Za-z]{2,}", text)) >= 2
    return re.findall(r"\S*\d\S*", text) if prose else []


class Prose(unittest.TestCase):
    def test_no_number_is_typed_into_a_sentence(self):
        self.assertTrue(SOURCES)
        for path in SOURCES:
            for line, inside, text in texts(path.read_text(encoding="utf-8")):
                found = [] if inside in NO_PROSE_IN else typed_numbers(text)
                with self.subTest(f"{path.parent.name}/{path.name}:{line}"):
                    self.assertEqual(found, [], text)

    def test_a_typed_number_is_found(self):
        for text in ["The share is 0.659 of it.", "It has 16 bits.", "That is 66 %, or so.",
                     "about e^1000 of them", "Divide by 2: half.", "1e30 is large.",
                     "the 3rd of all", "softmax([5, 5]) is what?", "{} of 128 values",
                     "see `a 1` and 2 more", "between -1 and {}"]:
            self.assertTrue(typed_numbers(text), text)

    def test_what_may_hold_digits_is_not_found(self):
        for text in ["{:.3} of {0} values", "in binary16 and e4m3fn alike", "2 1 0.1", "5/3 each",
                     "as `trace 2 1 0.1` shows it", "GPT-2 has a row, Llama 3 too", "lesson/one_1",
                     "as IEEE 754 has it", "ggml_vec_soft_max_f32 is its name",
                     "[the thread](https://a.example/issues/12) says so", "trace 2 1 0.1 -f e5m2",
                     "trace 2.0 1.0 0.1 --compare 0.659,0.242,0.099", "owner/project#12 and more",
                     "on 2021-03-04 it was mended", "e^z_i / Z", "#12", "-inf nan -200 1e30",
                     "the rest is 1 - p of it", "times 1/T and 1/{}", "0/0 is no number",
                     "as log2(e) and expm1(x) do"]:
            self.assertEqual(typed_numbers(text), [], text)

    def test_strings_are_found_where_they_are(self):
        source = r'''
            #include "lessons/01_logits/ideas.hpp"
            int n = 1'000'000;  // "a comment with 12 in it"
            Formula{R"(two \frac{1}{2} words)", "two words 1"},
            Prose{fmt::format("one \"1\" "   // between
                              "two 2", "\"'\"", '"', other("in it", x))}, "end", u8"end"'''
        self.assertEqual(list(texts(source)), [
            (4, "Formula", r"two \frac{1}{2} words"), (4, "Formula", "two words 1"),
            (5, "format", r"one \"1\" two 2"), (6, "format", r"\"'\""), (6, "other", "in it"),
            (6, "", "end"), (6, "", "end")])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
