"""`./workbook test`: what it builds, runs and counts."""

import unittest

from sandbox import RESULTS, Sandbox

FAILED = '\t<testcase name="d" status="fail">\n\t<testcase name="e" status="notrun">\n'


class Testing(Sandbox):
    def last_line(self, it):
        return it.stdout.splitlines()[-1]

    def test_the_last_line_counts(self):
        (self.state / "results.xml").write_text(RESULTS)
        it = self.run_it("test")
        self.assertEqual(self.last_line(it), "2 passed, 0 failed, 1 skipped")
        self.assertEqual(it.returncode, 0)

    def test_what_could_not_run_has_failed(self):
        (self.state / "results.xml").write_text(RESULTS + FAILED)
        (self.state / "red").touch()
        it = self.run_it("test")
        self.assertEqual(self.last_line(it), "2 passed, 2 failed, 1 skipped")
        self.assertEqual(it.returncode, 1)

    def test_sweeps_are_left_out_unless_asked_for(self):
        (self.state / "results.xml").write_text(RESULTS)
        for arguments, left_out in (([], True), (["--sweep"], False), (["--all"], False)):
            self.run_it("test", *arguments, "-R", "a b")
            [call] = self.called("ctest --test-dir")
            self.assertEqual("-LE ^sweep$" in call, left_out)
            self.assertTrue(call.endswith("-R a b"))

    def test_another_preset(self):
        (self.state / "results.xml").write_text(RESULTS)
        self.run_it("test", "--preset", "sanitize")
        self.assertEqual(self.called("cmake --preset"), ["cmake --preset sanitize"])
        self.run_it("test", "--preset=clang")
        self.assertEqual(self.called("cmake --preset"), ["cmake --preset clang"])
        for wrong in (["--preset", "nonsense"], ["--preset"], ["--preset="]):
            it = self.run_it("test", *wrong)
            self.assertEqual(it.returncode, 2)
            self.assertIn("dev, clang, sanitize", it.stderr)
            self.assertEqual(self.calls(), [])

    def test_no_such_test_is_2_and_counts_nothing(self):
        (self.state / "red").touch()
        for results in (None, "<testsuite>\n</testsuite>\n"):  # ctest writes it all the same
            if results:
                (self.state / "results.xml").write_text(results)
            it = self.run_it("test", "-R", "no such")
            self.assertEqual((it.returncode, it.stdout), (2, ""))
            self.assertIn("workbook: no test fits '-R no such' (", it.stderr.splitlines()[-1])

    def test_a_list_of_tests_counts_nothing(self):
        (self.state / "results.xml").write_text("<testsuite>\n</testsuite>\n")
        it = self.run_it("test", "-N")
        self.assertEqual((it.returncode, it.stdout), (0, ""))

    def test_a_failing_build_is_3(self):
        (self.state / "broken").touch()
        self.assertEqual(self.run_it("test").returncode, 3)
        self.assertEqual(self.called("ctest --test-dir"), [])

    def test_help(self):
        it = self.run_it("test", "--help")
        self.assertEqual(it.returncode, 0)
        self.assertIn("--sweep", it.stdout)
        self.assertEqual(self.calls(), [])


if __name__ == "__main__":
    unittest.main()
