#!/usr/bin/env bash
# Every C++ source is formatted as .clang-format says, and no line is longer than it allows
# (it leaves comments as they are). To mend: clang-format-19 -i FILE.
set -euo pipefail
export LC_ALL=C.UTF-8 # a column is a character, not a byte
cd "$(dirname "$0")/../.."

if ! command -v clang-format-19 >/dev/null; then
  echo "skipped: clang-format-19 is not installed"
  exit 4
fi
mapfile -d '' sources < <(find . \( -name '.?*' -o -path ./build -o -path ./answers \) -prune -o \
  -name '*.[ch]pp' -print0)
long=$(grep -nE '^.{101,}$' "${sources[@]}" | cut -d : -f 1,2) || true
if [[ $long ]]; then printf 'longer than 100 columns: %s\n' "$long"; fi
clang-format-19 --dry-run -Werror "${sources[@]}"
[[ -z $long ]]
