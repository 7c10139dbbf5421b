"""The launcher, in a sandbox: a copy of it in a folder whose name has a space, with a PATH of real
basic tools and of pretended package managers, compilers and test runners, which log their calls."""

import os
import pathlib
import pty
import select
import shutil
import subprocess
import tempfile
import time
import unittest

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
NOBODY = 65534
REAL_TOOLS = """bash cat chmod cut dpkg env find flock grep head mkdir mv nproc readlink rm sed sleep
touch xargs""".split()

# Each runs with $STATE, a folder; what it was called with goes into $STATE/calls.
PRETENDED_TOOLS = {
    "dpkg-query": 'cat "$STATE/installed"',
    "apt-get": """case $1 in
          indextargets) echo "bookworm http://mirror.example/debian" ;;
          install) [[ ! -e $STATE/offline ]] || exit 100
            for name in "$@"; do echo "${name%/*} installed 9"; done >> "$STATE/installed" ;;
        esac; echo "noise of apt-get" """,
    "tee": 'cat >> "$STATE/tee"',
    "sudo": '"$@"',
    "g++": "",
    "ninja": "",
    "cmake": """if [[ $1 == --preset ]]; then
          [[ ! -e $STATE/misconfigured ]] || { echo "what CMake says"; exit 1; }
          mkdir -p build/$2; echo "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" > build/$2/CMakeCache.txt
        else
          mkdir "$STATE/building" || echo "two at once" >> "$STATE/calls"
          if [[ -e $STATE/slow ]]; then sleep 0.3; fi
          rm -r "$STATE/building"
          [[ ! -e $STATE/broken ]] || { echo "what the compiler says"; exit 1; }
          mkdir -p "$2/app"
          printf '#!/bin/bash\\nprintf "<%%s>" "$PWD" "$@"\\nexit "${EXIT:-0}"' > "$2/app/workbook"
          chmod +x "$2/app/workbook"
        fi; echo "noise of cmake" """,
    "ctest": """if [[ -e $STATE/results.xml ]]; then
          cat "$STATE/results.xml" > "$2/results.xml"; fi; [[ ! -e $STATE/red ]]""",
}
LISTED = {
    name: [line.split()[0] for line in (REPOSITORY / f"cmake/packages/{name}.txt").open()
           if line.strip() and not line.startswith("#")]
    for name in ("app", "test")
}
RESULTS = """<testsuite>
	<testcase name="a" status="run">
	</testcase>
	<testcase name="b" status="run">
	</testcase>
	<testcase name="c" status="notrun">
		<skipped message="SKIP_RETURN_CODE=4"/>
	</testcase>
"""
FAILED = '\t<testcase name="d" status="fail">\n\t<testcase name="e" status="notrun">\n'


class Sandbox(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="workbook launcher "))
        self.addCleanup(shutil.rmtree, self.folder)
        self.root, self.state, self.tools = (self.folder / x for x in ("the root", "state", "bin"))
        for folder in (self.root / "engine/deep", self.root / "app", self.state, self.tools):
            folder.mkdir(parents=True)
        shutil.copy(REPOSITORY / "workbook", self.root)
        shutil.copytree(REPOSITORY / "cmake", self.root / "cmake")
        for source in ("engine/deep/a.cpp", "app/main.cpp", "CMakeLists.txt"):
            (self.root / source).touch()
        for name in REAL_TOOLS:
            (self.tools / name).symlink_to(shutil.which(name))
        for name in PRETENDED_TOOLS.keys() - {"sudo"}:
            self.pretend(name)
        self.system("debian", "12")
        self.installed(LISTED["app"] + LISTED["test"])
        self.environment = {"PATH": str(self.tools), "STATE": str(self.state),
                            "WORKBOOK_OS_RELEASE": str(self.state / "os-release")}
        self.user = None

    def pretend(self, name):
        path = self.tools / name
        path.write_text(f'#!/bin/bash\necho "{name} $*" >> "$STATE/calls"\n{PRETENDED_TOOLS[name]}\n')
        path.chmod(0o755)

    def system(self, name, version):
        (self.state / "os-release").write_text(f'ID={name}\nVERSION_ID="{version}"\n')

    def installed(self, names, version="9"):
        (self.state / "installed").write_text(
            "".join(f"{name} installed {version}\n" for name in names))

    def as_nobody(self):
        """An ordinary user from here on, whoever runs this test."""
        if os.geteuid() == 0:
            self.user = NOBODY
            for path in (self.folder, *self.folder.rglob("*")):
                os.chown(path, NOBODY, NOBODY, follow_symlinks=False)

    def as_root(self):
        if os.geteuid() != 0:
            self.skipTest("only root can try what happens to root")

    def run_it(self, *arguments, launcher=None, cwd="/", **environment):
        return subprocess.run(
            [launcher or self.root / "workbook", *arguments], cwd=cwd, user=self.user, text=True,
            env=self.environment | environment, stdin=subprocess.DEVNULL, capture_output=True,
            timeout=60, check=False)

    def run_on_terminal(self, answer):
        """What the terminal showed, and the exit code."""
        try:
            ours, theirs = pty.openpty()
        except OSError as why:
            self.skipTest(f"no terminal to pretend: {why}")
        with subprocess.Popen([self.root / "workbook"], cwd="/", env=self.environment,
                              user=self.user, stdin=theirs, stdout=theirs, stderr=theirs) as it:
            os.close(theirs)
            os.write(ours, answer.encode())
            shown = b""
            while select.select([ours], [], [], 60)[0]:
                try:
                    shown += os.read(ours, 4096)
                except OSError:  # the other end is closed
                    break
        os.close(ours)
        return shown.decode().replace("\r\n", "\n"), it.returncode

    def calls(self):
        """The calls so far of the pretended tools; they are forgotten."""
        log = self.state / "calls"
        calls = log.read_text().splitlines() if log.exists() else []
        log.unlink(missing_ok=True)
        return calls

    def called(self, what):
        return [call for call in self.calls() if call.startswith(what)]


class Packages(Sandbox):
    LINE = "apt-get install --yes --no-install-recommends "

    def setUp(self):
        super().setUp()
        self.installed([name for name in LISTED["app"] if name not in ("cmake", "libfmt-dev")])

    def test_without_root_or_sudo_it_shows_the_line_and_exits_with_3(self):
        self.as_nobody()
        it = self.run_it("--yes")
        self.assertEqual(it.returncode, 3)
        self.assertIn(self.LINE + "cmake libfmt-dev\n", it.stderr)
        self.assertIn("as root", it.stderr)
        self.assertEqual(self.called("apt-get"), [])

    def test_without_a_terminal_it_shows_the_line_and_how_to_proceed(self):
        self.pretend("sudo")
        it = self.run_it()
        self.assertEqual((it.returncode, it.stdout), (3, ""))
        self.assertIn(self.LINE + "cmake libfmt-dev\n", it.stderr)
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
                                 ["apt-get update", self.LINE + "cmake libfmt-dev"])
                self.assertIn("\napt-get update\n", it.stderr)

    def test_an_ordinary_user_installs_by_sudo(self):
        self.as_nobody()
        self.pretend("sudo")
        it = self.run_it("--yes")
        self.assertEqual(it.returncode, 0, it.stderr)
        shown = ["sudo apt-get update",
                 f"sudo env DEBIAN_FRONTEND=noninteractive {self.LINE}cmake libfmt-dev"]
        self.assertEqual(self.called("sudo"), shown)
        self.assertIn("\n".join(shown), it.stderr)

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
URIs: http://mirror.example/debian
Suites: bookworm-backports
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
""")
        self.assertIn("tee /etc/apt/sources.list.d/softmax-workbook.sources", self.calls())

    def test_the_other_systems_have_it_themselves(self):
        self.as_root()
        for system in (("debian", "13"), ("ubuntu", "24.04")):
            with self.subTest(system=system):
                self.setUp()
                self.system(*system)
                it = self.run_it("test", "--yes")
                self.assertIn(" catch2 ", it.stderr)
                self.assertNotIn("backports", it.stderr)

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

    def test_a_folder_that_cannot_be_written_is_3(self):
        self.as_nobody()
        shutil.rmtree(self.root / "build")
        self.root.chmod(0o555)
        it = self.run_it()
        self.root.chmod(0o755)
        self.assertEqual(it.returncode, 3)
        self.assertIn("cannot be written", it.stderr)

    def test_help(self):
        self.assertEqual(self.run_it("--help").stdout, "</><--help>")
        shutil.rmtree(self.root / "build")
        self.calls()
        it = self.run_it("--help")
        self.assertEqual((it.returncode, it.stderr), (0, ""))
        self.assertIn("./workbook test", it.stdout)
        self.assertEqual(self.calls(), [])


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
            [call] = self.called("ctest")
            self.assertEqual("-LE ^sweep$" in call, left_out)
            self.assertTrue(call.endswith("-R a b"))

    def test_another_preset(self):
        (self.state / "results.xml").write_text(RESULTS)
        self.run_it("test", "--preset", "sanitize")
        self.assertEqual(self.called("cmake --preset"), ["cmake --preset sanitize"])
        for wrong in (["nonsense"], []):
            it = self.run_it("test", "--preset", *wrong)
            self.assertEqual(it.returncode, 2)
            self.assertIn("dev, clang, sanitize", it.stderr)
            self.assertEqual(self.calls(), [])

    def test_no_such_test_is_2(self):
        (self.state / "red").touch()
        self.assertEqual(self.run_it("test", "-R", "nothing").returncode, 2)

    def test_a_failing_build_is_3(self):
        (self.state / "broken").touch()
        self.assertEqual(self.run_it("test").returncode, 3)
        self.assertEqual(self.called("ctest"), [])

    def test_help(self):
        it = self.run_it("test", "--help")
        self.assertEqual(it.returncode, 0)
        self.assertIn("--sweep", it.stdout)
        self.assertEqual(self.calls(), [])


if __name__ == "__main__":
    unittest.main()
