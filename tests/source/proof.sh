#!/usr/bin/env bash
# The rounding errors that engine/CERTIFIED.md states are those that Gappa proves, and the table of
# powers of two is what its generator prints.
set -euo pipefail
cd "$(dirname "$0")/../../engine"

gappa -Eprecision=300 exp.gappa
# It must be able to fail: half of the error is not enough.
if sed 's/(m - X) \/ X in \[-1b-124, 1b-124\]/(m - X) \/ X in [-1b-125, 1b-125]/' exp.gappa |
  gappa -Eprecision=300 2>/dev/null; then
  echo "proof.sh: Gappa proves an error that is too small" >&2
  exit 1
fi

python3 exp_table.py | diff - exp_table.hpp
