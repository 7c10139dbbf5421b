"""The launcher, in a sandbox: a copy of it in a folder whose name has a space, with a PATH of real
basic tools and of pretended package managers, compilers and test runners, which log their calls."""

import os
import pathlib
import pty
import select
import shutil
import subprocess
import tempfile
import unittest

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
NOBODY = 65534
REAL_TOOLS = """bash cat chmod cut dpkg env find flock grep head mkdir mv nproc readlink rm sed sleep
touch xargs""".split()

# Each runs with $STATE, a folder; what it was called with goes into $STATE/calls.
PRETENDED_TOOLS = {
    "dpkg-query": 'cat "$STATE/installed"',
    "apt-get": """case $1 in
          indextargets) echo "bookworm http://mirror.example/debian#1" ;;
          install) [[ ! -e $STATE/offline ]] || exit 100
            for name in "$@"; do echo "${name%/*} installed 9"; done >> "$STATE/installed" ;;
        esac; echo "noise of apt-get" """,
    "tee": 'cat >> "$STATE/tee"',
    "sudo": '"$@"',
    "g++": "",
    "ninja": "",
    "em++": "",
    "npm": "",
    "node": """case $1 in
          */build.mjs) [[ ! -e $STATE/broken ]] || { echo "what the build says" >&2; exit 3; }
            folder=${1%/web/build.mjs}/build/web; mkdir -p "$folder/site"
            echo "the page" > "$folder/inspector.html"; echo "noise of the build" ;;
          *) printf '<%s>' "$@" ;;
        esac""",
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
    for name in ("app", "test", "web", "browser")
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


class Sandbox(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="workbook launcher "))
        self.addCleanup(shutil.rmtree, self.folder)
        self.root, self.state, self.tools = (self.folder / x for x in ("the root", "state", "bin"))
        for folder in (self.root / "engine/deep", self.root / "app", self.root / "web/page",
                       self.state, self.tools):
            folder.mkdir(parents=True)
        shutil.copy(REPOSITORY / "workbook", self.root)
        shutil.copytree(REPOSITORY / "cmake", self.root / "cmake")
        for source in ("engine/deep/a.cpp", "app/main.cpp", "CMakeLists.txt", "web/page/main.ts"):
            (self.root / source).touch()
        for name in REAL_TOOLS:
            (self.tools / name).symlink_to(shutil.which(name))
        for name in PRETENDED_TOOLS.keys() - {"sudo"}:
            self.pretend(name)
        self.system("debian", "12")
        self.installed([name for listed in LISTED.values() for name in listed])
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

    def commands_shown(self, shown):
        """The commands that it said it would run: the indented lines."""
        return [line[2:] for line in shown.splitlines() if line.startswith("  ")]

    def called(self, what):
        return [call for call in self.calls() if call.startswith(what)]
