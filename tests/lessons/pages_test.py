#!/usr/bin/env python3
"""Every lesson: its JSON is valid, its traces and commands are those of the command line, and the
committed pages (each lesson's README.md, the glossary, the instructor's guide) are what is printed.

    pages_test.py PROGRAM             the tests
    pages_test.py PROGRAM --update    writes the committed pages anew
"""
import re
import sys
import unittest

import jsonschema

import pages
from pages import NUMBERS, PAGES, TEXTS, output, readme, run_on_terminal, words

UPDATE = f"python3 tests/lessons/pages_test.py {sys.argv[1]} --update"


def committed():
    """The path of each committed page, and the words that print it."""
    pairs = [(readme(page), ["lesson", page["id"], "--markdown"]) for page in PAGES]
    return [*pairs, (pages.ROOT / "lessons/GLOSSARY.md", ["glossary"]),
            (pages.ROOT / "lessons/INSTRUCTOR.md", ["instructor"])]


class Pages(unittest.TestCase):
    def test_there_are_lessons(self):
        self.assertTrue(PAGES)
        self.assertEqual([page["number"] for page in PAGES], [int(number) for number in NUMBERS])

    def test_the_json_is_valid(self):
        validator = pages.page_validator()
        validator.check_schema(validator.schema)
        for page in PAGES:
            with self.subTest(lesson=page["id"]):
                error = jsonschema.exceptions.best_match(validator.iter_errors(page))
                self.assertIsNone(error, error and f"{list(error.absolute_path)}: {error.message}")

    def test_a_trace_is_the_one_that_its_command_prints(self):
        for number, text in TEXTS.items():
            for idea in dict(pages.ordered(text))["ideas"]:
                for block in map(dict, dict(idea)["blocks"]):
                    if block["kind"] == "trace":
                        with self.subTest(lesson=number, command=block["command"]):
                            printed = output("trace", *words(block["command"]), "--json")
                            self.assertTrue(block["trace"] == pages.ordered(printed))

    def test_what_is_to_be_tried_can_be(self):
        for lesson, one in pages.by_page(lambda page: page["tries"]):
            with self.subTest(lesson=lesson, command=one["command"]):
                code, printed = run_on_terminal(*words(one["command"]), typed="q\n")
                self.assertEqual(code, 0, printed)
                self.assertGreater(len(printed.split()), 1)  # the q may be echoed

    def test_a_committed_page_is_what_is_printed(self):
        for path, command in committed():
            with self.subTest(path.relative_to(pages.ROOT)):
                text = path.read_text(encoding="utf-8") if path.exists() else ""
                self.assertTrue(text == output(*command), f"it is stale: run {UPDATE}")

    def test_a_class_has_the_time_that_its_schedule_takes(self):
        guide = output("instructor")
        minutes = {page["number"]: page["minutes"] for page in PAGES}
        for title, table in re.findall(r"### (\d+) minutes\n(.*?left for questions)", guide, re.DOTALL):
            listed = [int(number) for number in re.findall(r"^\| (\d+) \| \[", table, re.MULTILINE)]
            together = int(re.search(r"together \| (\d+)", table)[1])
            self.assertEqual(together, sum(minutes[number] for number in listed))
            self.assertLessEqual(together, int(title))
            self.assertGreater(together, 0.8 * int(title))
        self.assertEqual(re.findall(r"### (\d+) minutes", guide), ["45", "90", "180"])

    def test_no_readme_is_of_no_lesson(self):
        written = {path.parent.name for path in (pages.ROOT / "lessons").glob("[0-9]*/README.md")}
        self.assertEqual(written - {readme(page).parent.name for page in PAGES}, set())

    def test_the_text_holds_every_title_and_question(self):
        for page in PAGES:
            text = output("lesson", page["id"])
            for idea in page["ideas"]:
                self.assertIn(f"\n{idea['title']}\n---", text)
            for number in range(1, len(pages.questions(page)) + 1):
                self.assertEqual(text.count(f"\nQuestion {number}."), 2)  # asked, and answered
            for note in pages.blocks(page, "speaker_note"):
                self.assertNotIn(note["markdown"][:30], text)

    def test_the_json_is_the_same_by_number_and_by_name(self):
        for page in PAGES:
            self.assertEqual(output("lesson", page["id"], "--json"), TEXTS[str(page["number"])])


def update():
    for path, command in committed():
        text = output(*command)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(path.relative_to(pages.ROOT))


if __name__ == "__main__":
    if sys.argv[2:] == ["--update"]:
        update()
    else:
        unittest.main(argv=sys.argv[:1])
