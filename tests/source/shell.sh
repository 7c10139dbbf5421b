#!/usr/bin/env bash
# Nothing is found by shellcheck in the shell scripts.
set -euo pipefail
cd "$(dirname "$0")/../.."

if ! command -v shellcheck >/dev/null; then
  echo "skipped: shellcheck is not installed"
  exit 4
fi
shellcheck workbook .ci/run
find tests grader -name "*.sh" -exec shellcheck {} +
shellcheck grader/package/gradescope/run_autograder grader/package/prairielearn/image/run
