#!/usr/bin/env bash
# lint.sh BUILD: clang-tidy finds nothing in engine/, lessons/ and app/. BUILD holds compile_commands.json.
set -euo pipefail
cd "$(dirname "$0")/../.."

if ! command -v clang-tidy-19 >/dev/null; then
  echo "skipped: clang-tidy-19 is not installed"
  exit 4
fi
# The compile commands are those of g++, some of whose warnings clang does not know.
find engine lessons app -name '*.cpp' -print0 | xargs -0 -n 1 -P "$(nproc)" \
  clang-tidy-19 --quiet -p "$1" --extra-arg=-Wno-unknown-warning-option
