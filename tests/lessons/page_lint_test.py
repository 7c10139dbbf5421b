#!/usr/bin/env python3
"""What every lesson owes its reader, beyond what the schema says.

    page_lint_test.py PROGRAM
"""
import collections
import re
import sys
import unittest

import pages
from pages import PAGES

NAME = re.compile(r"[a-z][a-z0-9_]*")
PARTS = {"remember", "quiz", "end"}  # a place in these is kept by these ids
LEAST_WHY = 20  # characters: "No." tells nobody why


def strings(value):
    """Every text in a page but those of its traces, which are data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key != "trace":
                yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


class Lint(unittest.TestCase):
    def assert_between(self, least, items, most):
        self.assertGreaterEqual(len(items), least)
        self.assertLessEqual(len(items), most)

    def test_a_lesson_has_its_size(self):
        for lesson, page in pages.by_page():
            with self.subTest(lesson=lesson):
                self.assertIn(page["minutes"], range(10, 16))
                self.assert_between(5, page["ideas"], 10)
                self.assert_between(2, pages.blocks(page, "question"), 99)
                self.assert_between(4, page["quiz"], 99)
                self.assert_between(3, page["tries"], 3)
                self.assert_between(3, page["remember"], 5)
                self.assert_between(2, pages.blocks(page, "speaker_note"), 99)

    def test_an_idea_has_an_id_of_its_own(self):
        for lesson, page in pages.by_page():
            with self.subTest(lesson=lesson):
                ids = [idea["id"] for idea in page["ideas"]]
                self.assertEqual(len(set(ids)), len(ids), ids)
                self.assertEqual(PARTS & set(ids), set())

    def test_a_question_is_called_by_its_lesson_and_its_own_name(self):
        for lesson, page in pages.by_page():
            with self.subTest(lesson=lesson):
                for question in pages.questions(page):
                    lesson, slash, name = question["id"].partition("/")
                    self.assertEqual((lesson, slash), (page["id"], "/"), question["id"])
                    self.assertTrue(NAME.fullmatch(name), question["id"])

    def test_no_two_lessons_or_questions_have_one_id(self):
        ids = [page["id"] for page in PAGES]
        ids += [question["id"] for page in PAGES for question in pages.questions(page)]
        self.assertEqual([id_ for id_, count in collections.Counter(ids).items() if count > 1], [])

    def test_one_option_is_right_and_at_least_two_are_wrong(self):
        for lesson, question in pages.by_page(pages.questions):
            with self.subTest(lesson=lesson, question=question["id"]):
                if "options" in question:
                    right = [option["right"] for option in question["options"]]
                    self.assertEqual(right.count(True), 1)
                    self.assertGreaterEqual(right.count(False), 2)
                    texts = {option["text"] for option in question["options"]}
                    self.assertEqual(len(texts), len(right))

    def test_every_option_and_every_slip_has_a_reason(self):
        for lesson, question in pages.by_page(pages.questions):
            with self.subTest(lesson=lesson, question=question["id"]):
                reasons = question.get("options") or question["number"]["slips"]
                for reason in reasons:
                    self.assertGreaterEqual(len(reason["why"]), LEAST_WHY, reason)

    def test_a_table_has_a_cell_for_each_heading(self):
        for lesson, table in pages.by_page(lambda page: pages.blocks(page, "table")):
            with self.subTest(lesson=lesson, table=table["caption"]):
                self.assertEqual({len(row) for row in table["rows"]}, {len(table["headings"])})

    def test_a_figure_has_a_caption(self):
        for kind in ("trace", "table", "bars", "number_line"):
            for lesson, figure in pages.by_page(lambda page: pages.blocks(page, kind)):
                with self.subTest(lesson=lesson, kind=kind):
                    self.assertTrue(figure["caption"].strip())

    def test_a_speaker_note_can_be_a_comment_of_a_page(self):
        for lesson, note in pages.by_page(lambda page: pages.blocks(page, "speaker_note")):
            with self.subTest(lesson=lesson):
                self.assertNotIn("-->", note["markdown"])

    def test_texts_are_ascii(self):
        for lesson, text in pages.by_page(strings):
            with self.subTest(lesson=lesson, text=text):
                self.assertTrue(text.isascii())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
