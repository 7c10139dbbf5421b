#!/usr/bin/env python3
"""The corpus's hash by both compilers, at both ends of what an optimizer does.

    everywhere.py        g++ -O0, and clang++-19 -O3 -march=x86-64-v3 with -ffast-math for the ball,
                         which has no floating point in it
    everywhere.py --all  each by the other too: four builds

Says skipped of a compiler that is not installed, and of x86-64-v3 where the processor has no AVX2
and FMA. Exit code 0: all that were tried print the hash that is committed. 1: one does not.
"""
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import corpus

ROOT = Path(__file__).resolve().parents[2]
COMPILERS = ("g++", "clang++-19")
LEVELS = ("-O0", "-O3 -march=x86-64-v3 and a ball of -ffast-math")


def obstacle(compiler, level):
    """Why the two cannot be tried here; "" if they can."""
    if shutil.which(compiler) is None:
        return f"{compiler} is not installed"
    flags = Path("/proc/cpuinfo").read_text(encoding="utf-8").split()
    if "v3" in level and not {"avx2", "fma", "bmi2"} <= set(flags):
        return "this processor is older than x86-64-v3"
    return ""


def built(compiler, level, folder):
    """The command trace, made from these sources."""
    flags, _, ball = level.partition(" and a ball of ")
    # clang compiles each source by itself, and so finds an #include that one has forgotten.
    joined = "ON" if compiler == "g++" else "OFF"
    define = [f"-DCMAKE_CXX_COMPILER={compiler}", f"-DCMAKE_CXX_FLAGS={flags}",
              f"-DWORKBOOK_BALL_FLAGS={ball}", f"-DCMAKE_UNITY_BUILD={joined}"]
    for words in (["cmake", "-S", ROOT, "-B", folder, "-G", "Ninja", *define,
                   "-DCMAKE_BUILD_TYPE=", "-DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON"],
                  ["cmake", "--build", folder, "--target", "trace"]):
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise RuntimeError(done.stdout[-4000:] + done.stderr[-4000:])
    return Path(folder) / "app" / "trace"


def agrees(compiler, level):
    """Builds, runs, and says what came of it."""
    with tempfile.TemporaryDirectory(prefix="softmax-corpus-") as folder:
        whole, each = corpus.hashes(corpus.outputs(built(compiler, level, folder)))
    different = corpus.changed(each)
    print(whole, compiler, level, *(f"\n    changed: {line}" for line in different), flush=True)
    return not different


def main():
    good = True
    for number, compiler in enumerate(COMPILERS):
        for level in LEVELS if "--all" in sys.argv else LEVELS[number:number + 1]:
            if why := obstacle(compiler, level):
                print(f"skipped: {compiler} {level}: {why}")
            else:
                good = agrees(compiler, level) and good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
