"""The words after `./workbook test`: ours, those of ctest as its own help lists them, and no others
(ctest passes over what it does not know, and runs every test)."""

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
        self.assertEqual([call for call in self.calls() if call.startswith(("cmake", "ctest --t"))], [])
        self.assertEqual(it.stderr.count("\n"), 1)
        return it.stderr.strip()

    def passed_on(self, *words):
        """What ctest is called with after what the launcher itself says."""
        it = self.run_it("test", *words)
        self.assertEqual(it.returncode, 0, it.stderr)
        [call] = self.called("ctest --test-dir")
        return call.split("results.xml ")[1]

    def test_a_near_miss_names_the_nearest(self):
        for word, meant in (("--sweeps", "--sweep"), ("--swep", "--sweep"), ("sweep", "--sweep"),
                            ("-sweep", "--sweep"), ("--al", "--all"), ("--presett", "--preset"),
                            ("--prest=clang", "--preset"), ("--yess", "--yes"),
                            ("--verbos", "--verbose"), ("--rerun-failled", "--rerun-failed")):
            self.assertEqual(self.refusal(word),
                             f"workbook: test: unknown option '{word}'; did you mean {meant}?")

    def test_what_is_like_nothing_is_refused_too(self):
        for word in ("--bogus", "-Z", "-Rengine", "--timeout=5", "-j8x", "-", "--"):
            self.assertIn(f"unknown option '{word}'", self.refusal(word))
        for word in ("engine_format_test", "", "a b", "$(touch x)", "x[0]"):
            self.assertIn(f"'{word}' is no option; tests are chosen by name with -R",
                          self.refusal(word))
        self.assertIn(r"$'a\nb' is no option", self.refusal("a\nb"))

    def test_a_word_after_an_option_without_value_is_refused(self):
        for words in (["-V", "engine"], ["-R", "a", "b"], ["--no-tests=ignore", "b"]):
            self.assertIn("is no option", self.refusal(*words))

    def test_an_option_without_its_value_is_refused(self):
        for option in ("-R", "--timeout", "--label-regex"):
            self.assertIn(f"{option} wants a value", self.refusal("-V", option))

    def test_the_options_of_ctest_go_to_it(self):
        for words in (["-R", "x", "-V"], ["-R", "-x"], ["-j", "2"], ["-j2"], ["-VV", "-Q"],
                      ["--repeat", "until-fail:2"], ["--timeout", "5"], ["--show-only=json-v1"],
                      ["--show-only"], ["--no-tests=ignore"], ["-I", "1,2", "--stop-on-failure"],
                      ["--test-load", "3"], ["--tests-regex", "a b"], ["--rerun-failed"]):
            self.assertEqual(self.passed_on(*words), "-LE ^sweep$ " + " ".join(words))

    def test_ours_may_stand_among_them(self):
        self.assertEqual(self.passed_on("-R", "x", "--sweep", "-V"), "-R x -V")
        self.run_it("test", "-V", "--preset", "clang")
        self.assertIn("cmake --preset clang", self.calls())


if __name__ == "__main__":
    unittest.main()
