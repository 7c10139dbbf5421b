#!/usr/bin/env python3
"""The reports of `grade`: valid by their schemas and rules, whatever a name or a message holds.

    grade_reports_test.py PROGRAM SCHEMAS
"""
import csv
import html.parser
import io
import json
import re
import xml.etree.ElementTree

import command
from grading import NO_CODE, ROOT, SOLUTION, Grading, hand_in, misconception
from systems import GRADESCOPE, MARK, PRAIRIELEARN

HOSTILE = ["<script>alert(1)</script>", "=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)",
           'a "quoted", name', "two\nlines\r\x1b[31m\x07", "&amp;&lt;]]>", "'single'", "\ttab",
           "turned\u202ename", "\ufffe\uffff"]
THROWS = """#include "answer.hpp"
#include <stdexcept>
namespace answer {
float normalizer(std::span<const float>) {
  throw std::runtime_error("</pre></failure><script>alert(1)</script>]]>\\x1b[31m\\xff\\n\\"=1,2");
}
void normalize(std::span<const float>, float, std::span<float>) {}
}
"""


class Page(html.parser.HTMLParser):
    """The elements of a page, and its text."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.attributes, self.text = set(), set(), ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.add(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_data(self, data):
        self.text += data


class Reports(Grading):
    def hostile_class(self):
        for name in HOSTILE:
            (self.school / name.replace("/", "\u2215")).mkdir()
        hand_in(self.school / "throws", THROWS)
        hand_in(self.school / "right", SOLUTION)
        hand_in(self.school / "broken", '#error "<script>alert(2)</script>"\n')
        (self.school / "nothing").mkdir()
        (self.school / "link").symlink_to("right")

    def one(self, text, form):
        """That report of a submission with that answer."""
        folder = hand_in(self.folder / f"one{len(list(self.folder.iterdir()))}", text)
        return self.grade(folder, "--report", f"{form}=-").stdout

    def test_every_record_is_valid_whatever_a_name_or_a_message_holds(self):
        self.hostile_class()
        records = self.records(self.school)
        self.assertEqual(len(records), len(HOSTILE) + 5)
        for record in records.values():
            MARK.validate(record)
        self.assertEqual({record["verdict"] for record in records.values()},
                         {"wrong", "pass", "compile error", "missing", "refused"})
        self.assertNotIn(str(ROOT), json.dumps(records))

    def test_every_record_says_how_it_was_held(self):
        hand_in(self.school / "right", SOLUTION)
        setting = self.records(self.school)["right"]["setting"]
        self.assertIn(setting["tier"], ("namespaces", "container"))
        self.assertIn("system call filter", setting["layers"])
        self.assertRegex(setting["grader"], r"\A\d+\.\d+\.\d+\+[0-9a-f]{16}\Z")

    def test_csv_keeps_every_name_and_starts_no_formula(self):
        self.hostile_class()
        text = self.grade(self.school, "--report", "csv=-").stdout
        rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
        self.assertEqual(len(rows), len(HOSTILE) + 5)
        for row in rows:
            for field in row.values():
                self.assertNotRegex(field, r"\A[=+\-@\t\r]")
        self.assertIn("'=1+1", [row["submission"] for row in rows])
        self.assertIn('a "quoted", name', [row["submission"] for row in rows])
        by_name = {row["submission"]: row for row in rows}
        self.assertEqual(by_name["right"]["03_normalize points"], "10")
        self.assertEqual(by_name["link"]["refused"], "it is a link")

    def test_junit_counts_what_it_lists(self):
        self.hostile_class()
        text = self.grade(self.school, "--report", "junit=-").stdout
        top = xml.etree.ElementTree.fromstring(text.encode())
        self.assertEqual(top.tag, "testsuites")
        self.assertEqual(len(top), len(HOSTILE) + 5)
        for suites in (top, *top):
            cases = list(suites.iter("testcase"))
            self.assertEqual(int(suites.get("tests")), len(cases))
            for plural, tag in (("failures", "failure"), ("errors", "error"),
                                ("skipped", "skipped")):
                self.assertEqual(int(suites.get(plural)), len(list(suites.iter(tag))), plural)
            for case in cases:
                self.assertTrue(case.get("name") and case.get("classname"))
                self.assertLessEqual(len(case), 1)
        broken = top.find("testsuite[@name='broken']")
        self.assertEqual([child.tag for case in broken.iter("testcase") for child in case],
                         ["error"])
        self.assertEqual(len(broken.findall("testcase")), 1)

    def test_html_is_one_page_without_a_script(self):
        self.hostile_class()
        hand_in(self.school / "wrong", misconception("first_left_out"))
        text = self.grade(self.school, "--report", "html=-").stdout
        page = Page(text)
        self.assertLessEqual(page.elements, {
            "html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "table", "tr", "th",
            "td", "pre", "span", "details", "summary"})
        self.assertLessEqual(page.attributes, {"lang", "charset", "http-equiv", "content", "name",
                                               "class"})
        self.assertNotRegex(text, r"https?://|url\(|@import|\x1b")
        self.assertIn("<script>alert(2)</script>", page.text)
        sentence = re.search(r"first_left_out.*?\"sentence\":\"(.*?)\"",
                             self.report(self.school)).group(1)
        self.assertIn(sentence, page.text)

    def test_gradescope_takes_every_kind_of_answer(self):
        for text, score in ((SOLUTION, 10), (THROWS, 0), (NO_CODE, 0),
                            (misconception("first_left_out"), 5)):
            report = json.loads(self.one(text, "gradescope"))
            GRADESCOPE.validate(report)
            self.assertEqual(report["score"], score)
            self.assertEqual(sum(test["score"] for test in report["tests"]), score)
            self.assertEqual(sum(test["max_score"] for test in report["tests"]), 10)
            for test in report["tests"]:
                self.assertEqual(test["status"] == "passed", test["score"] == test["max_score"])

    def test_prairielearn_takes_every_kind_of_answer(self):
        for text, score in ((SOLUTION, 1), (THROWS, 0), (NO_CODE, 0),
                            (misconception("first_left_out"), 0.5)):
            written = self.one(text, "prairielearn")
            self.assertLess(len(written.encode()), 1_000_000)
            report = json.loads(written)
            PRAIRIELEARN.validate(report)
            self.assertEqual(report["score"], score)

    def test_prairielearn_takes_no_attempt_for_what_is_refused(self):
        (self.folder / "bad.zip").write_text("no archive")
        report = json.loads(self.grade(self.folder / "bad.zip",
                                       "--report", "prairielearn=-").stdout)
        PRAIRIELEARN.validate(report)
        self.assertIs(report["gradable"], False)

    def test_a_report_replaces_a_file_and_leaves_nothing_else(self):
        hand_in(self.school / "right", SOLUTION)
        target = self.folder / "reports"
        target.mkdir()
        (target / "a.html").write_text("old")
        words = [word for form in ("html", "csv", "junit", "json")
                 for word in ("--report", f"{form}={target}/a.{form}")]
        self.assertEqual(self.grade(self.school, *words).stdout, "")
        self.assertEqual({path.name for path in target.iterdir()},
                         {"a.html", "a.csv", "a.junit", "a.json"})
        self.assertIn("</html>", (target / "a.html").read_text())

    def test_without_a_report_a_summary_is_printed(self):
        self.mixed_class(2)
        text = self.grade(self.school).stdout
        self.assertIn("9 submissions, of which 2 passed whole\n", text)
        self.assertRegex(text, r"03_normalize +2/8 +3\.8 of 10 +first_left_out \(2\)\n")


if __name__ == "__main__":
    command.main()
