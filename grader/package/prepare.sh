#!/usr/bin/env bash
# prepare.sh EXERCISES.TXT: builds the workbook that this lies in, as root, on the system that is to
# grade, and proves it: its own solutions of the exercises in the list must pass there.
#
# Nobody but root may enter the workbook afterwards. An answer runs as another user wherever there
# are no namespaces for it (a container), and must not read the solutions.
set -euo pipefail

workbook=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
program=${WORKBOOK_PROGRAM:-$workbook/build/release/app/workbook}
mapfile -t words < <(sed 's/^/--exercise\n/' "$1")

chmod 700 "$workbook"
if [[ ! ${WORKBOOK_PROGRAM:-} ]]; then "$workbook/workbook" --yes --version; fi

# This also makes, once and for all, the parts that every answer is linked with.
said=$("$program" grade "$workbook/solutions" "${words[@]}" --report csv=- --report gradescope=-)
if ! grep -q '^"solutions",pass,' <<<"$said"; then
  printf '%s\n' "$said" >&2
  echo "prepare.sh: the workbook's own solutions do not pass here; see above" >&2
  exit 3
fi
sed -n 's/^  "output": "\(softmax workbook .*\)",$/ready: \1/p' <<<"$said"
