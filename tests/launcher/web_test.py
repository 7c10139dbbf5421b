"""`./workbook web`: what it builds, when, and what it starts."""

import time
import unittest

from sandbox import LISTED, Sandbox


class Web(Sandbox):
    def served(self, *more):
        site = self.root / "build/web/site"
        return "".join(f"<{word}>" for word in (self.root / "web/serve.mjs", site, *more))

    def built(self):
        """Whether the page was built since this was last asked."""
        return [call for call in self.calls() if "build.mjs" in call] != []

    def refusal(self, *words):
        it = self.run_it("web", *words)
        self.assertEqual((it.returncode, it.stdout, self.calls()), (2, "", []), words)
        self.assertEqual(it.stderr.count("\n"), 1)
        return it.stderr

    def test_it_builds_the_program_and_the_page_and_serves_it(self):
        it = self.run_it("web")
        self.assertEqual((it.returncode, it.stdout), (0, self.served()))
        calls = self.calls()
        order = [at for at, call in enumerate(calls)
                 if call.startswith(("cmake --build", "node"))]
        self.assertEqual([calls[at].split()[0] for at in order], ["cmake", "node", "node"])
        self.assertIn(f"build.mjs {self.root}/build/release/app/workbook", calls[order[1]])

    def test_it_is_built_when_a_source_has_changed_and_only_then(self):
        self.run_it("web", "--build-only")
        self.assertTrue(self.built())
        for path in ("web/page/main.ts", "web/page/new.ts", "app/main.cpp"):
            self.run_it("web")
            self.assertFalse(self.built())
            time.sleep(0.01)  # the clock of a file system ticks slowly
            (self.root / path).write_text("changed")
            self.run_it("web")
            self.assertTrue(self.built(), path)

    def test_the_page_s_sources_are_none_of_the_program_s(self):
        self.run_it()
        self.calls()
        time.sleep(0.01)
        (self.root / "web/page/main.ts").write_text("changed")
        self.run_it()
        self.assertEqual(self.calls(), [])

    def test_build_only_serves_nothing(self):
        it = self.run_it("web", "--build-only")
        self.assertEqual((it.returncode, it.stdout), (0, ""))
        self.assertIn("build/web/inspector.html", it.stderr)

    def test_a_port(self):
        for words in (["--port", "8123"], ["--port=8123"]):
            self.assertEqual(self.run_it("web", *words).stdout, self.served("--port", "8123"))

    def test_bad_words_are_2_before_anything_is_built(self):
        for words in (["--port"], ["--port", "0"], ["--port", "65536"], ["--port=x"],
                      ["--port", "08a"], ["--port", "--build-only"]):
            self.assertIn("it is a number from 1 to 65535", self.refusal(*words))
        for words in (["8000"], ["--bogus"], ["--build-only", ""], ["a\nb"]):
            self.assertIn("is no option (see ./workbook web --help)", self.refusal(*words))

    def test_a_failing_build_is_3_until_it_is_mended(self):
        self.run_it()
        (self.state / "broken").touch()
        for _ in range(2):
            it = self.run_it("web")
            self.assertEqual((it.returncode, it.stdout), (3, ""))
            self.assertIn("what the build says", it.stderr)
        (self.state / "broken").unlink()
        self.assertEqual(self.run_it("web").stdout, self.served())

    def test_it_installs_what_is_missing(self):
        self.as_root()
        self.run_it()
        self.installed(LISTED["app"])
        (self.tools / "em++").unlink()
        it = self.run_it("web", "--yes")
        self.assertEqual((it.returncode, it.stdout), (0, self.served()))
        self.assertIn("--no-install-recommends emscripten\n", it.stderr)

    def test_its_programs_will_do_from_elsewhere(self):
        self.installed(LISTED["app"])
        it = self.run_it("web")
        self.assertEqual((it.returncode, it.stdout), (0, self.served()))
        self.assertNotIn("missing", it.stderr)

    def test_help(self):
        it = self.run_it("web", "--help")
        self.assertEqual((it.returncode, self.calls()), (0, []))
        self.assertIn("--build-only", it.stdout)


if __name__ == "__main__":
    unittest.main()
