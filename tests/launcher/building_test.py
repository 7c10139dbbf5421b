"""The program is built when its sources have changed, and only then."""

import shutil
import subprocess
import time
import unittest

from sandbox import Sandbox


class Building(Sandbox):
    def setUp(self):
        super().setUp()
        self.assertEqual(self.run_it().returncode, 0)
        self.assertNotEqual(self.calls(), [])

    def change(self, path):
        time.sleep(0.01)  # the clock of a file system ticks slowly
        (self.root / path).write_text("changed")

    def test_nothing_is_built_or_looked_up_when_nothing_has_changed(self):
        it = self.run_it("trace", "1")
        self.assertEqual((it.stdout, it.stderr), ("</><trace><1>", ""))
        self.assertEqual(self.calls(), [])

    def test_arguments_folder_and_exit_code_pass_through(self):
        it = self.run_it("-1", "", "a b", "*", "--", "--yes", cwd="/usr", EXIT="2")
        self.assertEqual(it.stdout, "</usr><-1><><a b><*><--><--yes>")
        self.assertEqual(it.returncode, 2)

    def test_an_edited_a_new_and_a_deleted_source_are_noticed(self):
        deleted = self.root / "engine/deep/b.cpp"
        for change in (lambda: self.change("engine/deep/a.cpp"), lambda: self.change("app/b.hpp"),
                       lambda: self.change("CMakeLists.txt"), lambda: self.change(deleted),
                       lambda: deleted.unlink()):
            change()
            it = self.run_it()
            self.assertEqual(it.stdout, "</>")
            self.assertEqual(len(self.called("cmake --build")), 1)
            self.run_it()
            self.assertEqual(self.calls(), [])

    def test_a_lost_program_is_built_again(self):
        (self.root / "build/release/app/workbook").unlink()
        self.assertEqual(self.run_it().stdout, "</>")
        self.assertEqual(len(self.called("dpkg-query")), 1)

    def test_a_failing_build_shows_why_and_is_3_until_it_is_mended(self):
        for trouble, says in (("broken", "what the compiler says"),
                              ("misconfigured", "what CMake says")):
            self.change("engine/deep/a.cpp")
            (self.state / trouble).touch()
            for _ in range(2):
                it = self.run_it()
                self.assertEqual((it.returncode, it.stdout), (3, ""))
                self.assertIn(says, it.stderr)
            (self.state / trouble).unlink()
            self.assertEqual(self.run_it().stdout, "</>")

    def test_by_a_link_by_bash_and_from_within(self):
        link = self.folder / "link"
        link.symlink_to(self.root / "workbook")
        self.assertEqual(self.run_it("1", launcher=link).stdout, "</><1>")
        self.assertEqual(self.run_it(launcher="./workbook", cwd=self.root).stdout, f"<{self.root}>")
        it = subprocess.run(["bash", "workbook"], cwd=self.root, env=self.environment,
                            capture_output=True, text=True, check=False)
        self.assertEqual(it.stdout, f"<{self.root}>")
        self.assertEqual(self.calls(), [])

    def test_a_moved_folder_is_configured_afresh(self):
        self.root = self.root.rename(self.folder / "elsewhere")
        self.assertEqual(self.run_it().stdout, "</>")
        self.assertEqual(self.calls(), [])
        self.change("app/main.cpp")
        self.assertEqual(self.run_it().stdout, "</>")
        self.assertEqual(self.called("cmake --preset"), ["cmake --preset release --fresh"])

    def test_two_at_once_build_once(self):
        self.change("app/main.cpp")
        (self.state / "slow").touch()
        both = [subprocess.Popen([self.root / "workbook"], cwd="/", env=self.environment,
                                 stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
        self.assertEqual([it.communicate(timeout=60)[0] for it in both], [b"</>", b"</>"])
        calls = self.calls()
        self.assertEqual(len([call for call in calls if call.startswith("cmake --build")]), 1)
        self.assertNotIn("two at once", calls)

    def test_a_build_of_another_owner_is_3(self):
        self.as_nobody()
        self.change("app/main.cpp")
        for kept in (self.root / "build/release", self.root / "build/.release.lock"):
            kept.chmod(0o555)
            it = self.run_it()
            kept.chmod(0o755)
            self.assertEqual((it.returncode, it.stdout), (3, ""))
            self.assertRegex(it.stderr, "build cannot be written: .*chown.*copy")

    def test_a_folder_that_cannot_be_written_is_3(self):
        self.as_nobody()
        shutil.rmtree(self.root / "build")
        self.root.chmod(0o555)
        it = self.run_it()
        self.root.chmod(0o755)
        self.assertEqual(it.returncode, 3)
        self.assertRegex(it.stderr, r"\Aworkbook: .*/build cannot be written: .*(chown).*(copy)")

    def test_help_is_the_launcher_s_and_then_the_program_s(self):
        for word in ("--help", "-h", "help"):
            it = self.run_it(word, cwd="/usr")
            ours, theirs = it.stdout.split("\n\n</usr>")
            self.assertEqual((it.returncode, it.stderr, theirs), (0, "", f"<{word}>"))
            for said in ("./workbook test", "--yes"):
                self.assertIn(said, ours)

    def test_help_builds_nothing_the_first_time(self):
        shutil.rmtree(self.root / "build")
        it = self.run_it("--help")
        self.assertEqual((it.returncode, it.stderr), (0, ""))
        self.assertIn("./workbook test", it.stdout)
        self.assertEqual(self.calls(), [])


if __name__ == "__main__":
    unittest.main()
