#!/usr/bin/env python3
"""The corpus of 300 traces in a page: the bytes whose SHA-256 is committed, as of the program.

    corpus_test.py PROGRAM SCHEMAS
"""
import re
import sys
import unittest
from pathlib import Path

import page

sys.path.append(str(Path(__file__).resolve().parents[1] / "corpus"))
import corpus  # noqa: E402  pylint: disable=wrong-import-position


class Corpus(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        told = page.printed([line.split(" ") for line in corpus.settings()])
        cls.errors = [error for _, error in told if error]
        cls.texts = [text.encode() for text, _ in told]

    def test_the_bytes_are_those_of_the_program(self):
        self.assertEqual(self.errors, [])
        whole, each = corpus.hashes(self.texts)
        print("corpus", whole)
        self.assertEqual(corpus.changed(each), [])
        self.assertEqual(whole, corpus.committed()[0])

    def test_another_digit_would_be_seen(self):
        for at, text in enumerate(self.texts):
            last = [digit.start() for digit in re.finditer(rb"[0-9]", text)][-1]
            other = b"%d" % ((text[last] - ord("0") + 1) % 10)
            changed = [*self.texts[:at], text[:last] + other + text[last + 1:], *self.texts[at + 1:]]
            if at % 60 == 0:  # of the whole, some: each is 300 hashes
                whole, each = corpus.hashes(changed)
                self.assertEqual(corpus.changed(each), [corpus.settings()[at]])
                self.assertNotEqual(whole, corpus.committed()[0])


if __name__ == "__main__":
    page.main()
