"""What is missing is shown, and installed where that was allowed."""

import shutil
import subprocess
import unittest

from sandbox import LISTED, RESULTS, Sandbox


class Packages(Sandbox):
    LINE = "apt-get install --yes --no-install-recommends "

    def setUp(self):
        super().setUp()
        absent = ("ninja-build", "libfmt-dev")
        self.installed([name for name in LISTED["app"] if name not in absent])

    def test_without_root_or_sudo_it_shows_the_line_and_exits_with_3(self):
        self.as_nobody()
        it = self.run_it("--yes")
        self.assertEqual(it.returncode, 3)
        self.assertIn(self.LINE + "ninja-build libfmt-dev\n", it.stderr)
        self.assertIn("as root", it.stderr)
        self.assertEqual(self.called("apt-get"), [])

    def test_without_a_terminal_it_shows_the_line_and_how_to_proceed(self):
        self.pretend("sudo")
        it = self.run_it()
        self.assertEqual((it.returncode, it.stdout), (3, ""))
        self.assertIn(self.LINE + "ninja-build libfmt-dev\n", it.stderr)
        self.assertIn("--yes", it.stderr)
        self.assertEqual(self.called("apt-get"), [])

    def test_yes_or_ci_runs_the_lines_that_it_shows(self):
        self.as_root()
        for arguments, environment in ((["--yes"], {}), ([], {"CI": "true"}), ([], {"CI": "1"})):
            with self.subTest(arguments=arguments, environment=environment):
                self.setUp()
                it = self.run_it(*arguments, **environment)
                self.assertEqual((it.returncode, it.stdout), (0, "</>"))
                self.assertEqual(self.called("apt-get"),
                                 ["apt-get update", self.LINE + "ninja-build libfmt-dev"])
                self.assertIn("\n\n  apt-get update\n  env ", it.stderr)

    def test_an_ordinary_user_installs_by_sudo(self):
        self.as_nobody()
        self.pretend("sudo")
        it = self.run_it("--yes")
        self.assertEqual(it.returncode, 0, it.stderr)
        shown = ["sudo apt-get update",
                 f"sudo env DEBIAN_FRONTEND=noninteractive {self.LINE}ninja-build libfmt-dev"]
        self.assertEqual(self.called("sudo"), shown)
        self.assertEqual(self.commands_shown(it.stderr), shown)

    def test_on_a_terminal_it_asks_once(self):
        self.as_root()
        for answer, code in (("n\n", 3), ("\4", 3), ("why\n", 3), ("\n", 0), ("Yes\n", 0)):
            with self.subTest(answer=answer):
                self.setUp()
                shown, returncode = self.run_on_terminal(answer)
                self.assertEqual(returncode, code, shown)
                self.assertEqual(shown.count("[Y/n]"), 1)
                self.assertEqual(len(self.called("apt-get install")), 1 if code == 0 else 0)

    def test_a_failed_install_is_3(self):
        self.as_root()
        (self.state / "offline").touch()
        it = self.run_it("--yes")
        self.assertEqual((it.returncode, it.stdout), (3, ""))
        self.assertIn("could not be installed", it.stderr)

    def test_debian_12_has_catch2_3_in_backports(self):
        self.as_root()
        self.installed(LISTED["app"] + LISTED["test"], version="2.13.10-1")
        (self.state / "results.xml").write_text(RESULTS)
        it = self.run_it("test", "--yes")
        self.assertEqual(it.returncode, 0, it.stderr)
        self.assertIn(self.LINE + "catch2/bookworm-backports\n", it.stderr)
        self.assertEqual((self.state / "tee").read_text(), """Types: deb
URIs: http://mirror.example/debian#1
Suites: bookworm-backports
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
""")
        self.assertIn("tee /etc/apt/sources.list.d/softmax-workbook.sources", self.calls())

    def test_what_is_shown_is_what_is_run(self):
        self.as_root()
        self.installed(LISTED["app"])
        (self.state / "results.xml").write_text(RESULTS)
        it = self.run_it("test", "--yes")
        of_apt = [call for call in self.calls() if call.startswith(("tee", "apt-get update", self.LINE))]
        written = (self.state / "tee").read_text()
        (self.state / "tee").unlink()
        commands = self.commands_shown(it.stderr)
        self.assertEqual(len(commands), 3)
        subprocess.run(["bash", "-c", "\n".join(commands)], env=self.environment, check=True,
                       stdout=subprocess.DEVNULL)
        self.assertEqual(self.calls(), of_apt)
        self.assertEqual((self.state / "tee").read_text(), written)

    def test_the_other_systems_have_it_themselves(self):
        self.as_root()
        for system in (("debian", "13"), ("ubuntu", "24.04")):
            with self.subTest(system=system):
                self.setUp()
                self.system(*system)
                it = self.run_it("test", "--yes")
                self.assertIn(" catch2 ", it.stderr)
                self.assertNotIn("backports", it.stderr)

    def test_a_program_of_that_name_will_do_from_elsewhere(self):
        self.installed([name for name in LISTED["app"] if name not in ("cmake", "libfmt-dev")])
        it = self.run_it("--yes")
        self.assertIn(self.LINE + "libfmt-dev\n", it.stderr)

    def test_but_not_where_a_version_is_asked_for(self):
        self.installed(LISTED["app"] + LISTED["test"], version="2.13.10-1")
        (self.tools / "catch2").symlink_to("/bin/true")
        self.assertIn("catch2/bookworm-backports", self.run_it("test").stderr)

    def test_the_long_tests_want_the_page_s_packages_too(self):
        self.as_root()
        (self.state / "results.xml").write_text(RESULTS)
        for name in ("em++", "node"):
            (self.tools / name).unlink()
        for system, browser in ((("debian", "12"), " chromium"), (("ubuntu", "24.04"), "")):
            for words, more in (([], ""), (["--sweep"], "emscripten nodejs" + browser),
                                (["--all"], "emscripten nodejs" + browser)):
                self.system(*system)
                self.installed(LISTED["app"] + LISTED["test"])
                it = self.run_it("test", "--yes", *words)
                self.assertEqual(it.returncode, 0, it.stderr)
                self.assertEqual(f"{self.LINE}{more}\n" in it.stderr, more != "", it.stderr)

    def test_elsewhere_it_names_what_is_missing(self):
        self.system("plan9", "4")
        self.assertEqual(self.run_it().returncode, 0)
        (self.tools / "ninja").unlink()
        shutil.rmtree(self.root / "build")
        self.calls()
        it = self.run_it("--yes")
        self.assertEqual(it.returncode, 3)
        self.assertIn("plan9 4", it.stderr)
        self.assertIn("missing here: ninja ", it.stderr)
        self.assertEqual(self.calls(), [])

    def test_elsewhere_the_page_wants_more_and_its_tests_are_skipped_without(self):
        self.system("plan9", "4")
        (self.state / "results.xml").write_text(RESULTS)
        for name in ("em++", "npm"):
            (self.tools / name).unlink()
        it = self.run_it("web")
        self.assertEqual(it.returncode, 3)
        self.assertIn("missing here: em++ npm ", it.stderr)
        self.assertEqual(self.run_it("test", "--sweep").returncode, 0)


if __name__ == "__main__":
    unittest.main()
