#!/usr/bin/env bash
# Gradescope runs this once, as root, when it builds the autograder: what the archive holds lies in
# /autograder/source then. An exit code but 0 means that there is no autograder; the log says why.
set -euo pipefail

source=${AUTOGRADER:-/autograder}/source

# Ubuntu 22.04 is older than what the workbook is built with. Those packages, and what they need,
# come from 24.04; all others stay as they are.
add_newer_packages() {
  local site packages
  apt-get update
  # shellcheck disable=SC2016
  site=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 'Codename: jammy' |
    head -n 1)
  printf 'deb %s noble%s main universe\n' "$site" "" "$site" -updates \
    >/etc/apt/sources.list.d/softmax-workbook.list
  printf 'Package: *\nPin: release n=noble*\nPin-Priority: 100\n' \
    >/etc/apt/preferences.d/softmax-workbook
  mapfile -t packages < <(sed -n 's/^\([a-z0-9+.-]\+\).*/\1/p' \
    "$source/softmax_workbook/cmake/packages/app.txt")
  apt-get update
  DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends \
    --target-release noble "${packages[@]}"
}

chmod 700 "$source"
if grep -qxF 'VERSION_ID="22.04"' /etc/os-release; then add_newer_packages; fi
exec bash "$source/softmax_workbook/grader/package/prepare.sh" "$source/exercises.txt"
