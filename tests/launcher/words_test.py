"""The words after `./workbook test`: ours, and after -- those of ctest, which would pass over a word
that it does not know and run every test."""

import unittest

from sandbox import RESULTS, Sandbox


class Words(Sandbox):
    def setUp(self):
        super().setUp()
        (self.state / "results.xml").write_text(RESULTS)

    def refusal(self, *words):
        """What is said of the words: one line, before anything is built or run."""
        it = self.run_it("test", *words)
        self.assertEqual((it.returncode, it.stdout), (2, ""), words)
        self.assertEqual([call for call in self.calls() if call.startswith(("cmake", "ctest"))], [])
        self.assertEqual(it.stderr.count("\n"), 1)
        return it.stderr.strip()

    def passed_on(self, *words):
        """What ctest is called with after what the launcher itself says."""
        it = self.run_it("test", *words)
        self.assertEqual(it.returncode, 0, it.stderr)
        [call] = self.called("ctest --test-dir")
        return call.split("results.xml ")[1]

    def test_what_is_no_option_is_refused(self):
        for word in ("--sweeps", "--bogus", "-Z", "-Rengine", "-", "engine", "", "a b", "$(touch x)"):
            self.assertIn(f"test: '{word}' is no option", self.refusal(word))
        self.assertIn(r"$'a\nb' is no option", self.refusal("a\nb"))

    def test_a_word_after_an_option_without_value_is_refused(self):
        for words in (["-V", "engine"], ["-R", "a", "b"]):
            self.assertIn("is no option", self.refusal(*words))

    def test_a_name_that_is_missing_is_asked_for(self):
        self.assertIn("-R wants a name", self.refusal("-V", "-R"))

    def test_names_and_what_follows_two_dashes_go_to_ctest(self):
        for words in (["-R", "x", "-V"], ["-R", "-x"], ["-N"]):
            self.assertEqual(self.passed_on(*words), "-LE ^sweep$ " + " ".join(words))
        self.assertEqual(self.passed_on("-V", "--", "--timeout", "5", "-R", "x"),
                         "-LE ^sweep$ -V --timeout 5 -R x")

    def test_ours_may_stand_among_them(self):
        self.assertEqual(self.passed_on("-R", "x", "--sweep", "-V"), "-LE ^rare$ -R x -V")
        self.assertEqual(self.passed_on("-R", "x", "--all", "-V"), "-R x -V")
        self.run_it("test", "-V", "--preset", "clang")
        self.assertIn("cmake --preset clang", self.calls())


if __name__ == "__main__":
    unittest.main()
