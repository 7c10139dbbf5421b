#!/usr/bin/env bash
# lint.sh BUILD: clang-tidy finds nothing in engine/, lessons/, grader/ and app/. BUILD holds
# compile_commands.json.
set -euo pipefail
cd "$(dirname "$0")/../.."
readonly build=$1

if ! command -v clang-tidy-19 >/dev/null; then
  echo "skipped: clang-tidy-19 is not installed"
  exit 4
fi
# The compile commands are those of g++, some of whose warnings clang does not know, and whose
# precompiled header it does not read.
lint() {
  xargs -0 -n 1 -P "$(nproc)" clang-tidy-19 --quiet -p "$build" "$@" \
    --extra-arg=-Wno-unknown-warning-option --extra-arg=-Wno-ignored-gch
}
find engine app grader -name '*.cpp' -print0 | lint
# Lessons are many sources, and most of their pages is prose: their functions' size, and what is
# amiss.
readonly few='-*,readability-function-size,performance-*'
readonly amiss='bugprone-*,-bugprone-easily-swappable-parameters,-bugprone-unchecked-optional-access'
find lessons -name '*.cpp' -not -path 'lessons/[0-9]*' -print0 | lint --checks="$few,$amiss"
find lessons -path 'lessons/[0-9]*' -name '*.cpp' -print0 |
  lint --checks="$few,bugprone-use-after-move,bugprone-unused-*"
