#!/usr/bin/env bash
# autograders.sh [SUITE [MIRROR]]: the bundles of `package`, built and tried where they are to run.
#
# By hand, as root, with mmdebstrap installed, and for Ubuntu its keys (ubuntu-archive-keyring). It
# makes a bare system, unpacks a bundle in it, and runs its scripts with the rights that Docker
# gives to root, so that there are no namespaces: Gradescope's on jammy, which is its own (the
# default), and on noble; PrairieLearn's on bookworm, which is that of its image, and on trixie.
# Graded are answers that are right, wrong, no C++, endless and hostile. Nothing of it is left.
set -euo pipefail

suite=${1:-jammy} options=(--quiet --variant=apt '--include=ca-certificates,unzip,python3')
case $suite in
  jammy | noble)
    mirror=http://archive.ubuntu.com/ubuntu components="main universe"
    options+=(--keyring=/usr/share/keyrings/ubuntu-archive-keyring.gpg)
    ;;
  *) mirror=http://deb.debian.org/debian components=main ;;
esac
if [[ $suite == jammy ]]; then # as in Ubuntu's own images; later systems do it themselves
  # shellcheck disable=SC2016
  options+=('--setup-hook=for one in bin sbin lib lib32 lib64 libx32
    do mkdir -p "$1/usr/$one" && ln -s "usr/$one" "$1/$one"; done')
fi
mirror=${2:-${MIRROR:-$mirror}}
sources=("deb $mirror $suite $components" "deb $mirror $suite-updates $components")
rights=chown,dac_override,fowner,fsetid,kill,setgid,setuid,setpcap,net_bind_service,net_raw,
rights+=sys_chroot,mknod,audit_write,setfcap

if ((EUID != 0)); then
  echo "autograders.sh: run it as root: it makes a system and changes into it" >&2
  exit 3
fi
if [[ ! ${AUTOGRADERS_MOUNTS:-} ]]; then # what it mounts goes when it ends
  exec env AUTOGRADERS_MOUNTS=own unshare --mount --propagation private "$0" "$@"
fi

repository=$(cd "$(dirname "$0")/.." && pwd)
machine=$(mktemp -d)
chmod 755 "$machine"
trap 'umount "$machine/proc" 2>/dev/null || true; rm -rf --one-file-system "$machine"' EXIT

make_machine() {
  mmdebstrap "${options[@]}" "$suite" "$machine" "${sources[@]}"
  cp /etc/resolv.conf "$machine/etc/resolv.conf"
  mount -t proc proc "$machine/proc"
}

inside() {
  setpriv --bounding-set="-all,+${rights//,/,+}" chroot "$machine" \
    env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    ${http_proxy:+http_proxy="$http_proxy"} "$@" </dev/null
}

unpack() { # SYSTEM FOLDER
  "${WORKBOOK_PROGRAM:-$repository/workbook}" package "$1" "$machine/bundle.zip" --exercises 03
  inside unzip -q /bundle.zip -d "$2"
}

# answer NAME: the text of one of exercise 3.
answer() {
  case $1 in
    right) cat "$repository/solutions/03_normalize/answer.cpp" ;;
    wrong) cat "$repository/grader/misconceptions/03_normalize/first_left_out.cpp" ;;
    broken) echo "this is no C++" ;;
    endless) body "for (volatile int i = 0;; i = i + 1) {}" ;;
    steals) printf '#include "%s"\n' "$solution" ;;
    forges) body "std::fputs(\"{}\", std::fopen(\"$results\", \"w\")); std::exit(0);" ;;
  esac
}
body() {
  printf '#include "answer.hpp"\n#include <cstdio>\n#include <cstdlib>\nnamespace answer {\n'
  printf 'float normalizer(std::span<const float>) { %s }\n' "$1"
  printf 'void normalize(std::span<const float>, float, std::span<float>) { %s }\n}\n' "$1"
}

# The score, the largest one, and whether the tier was that of containers.
told() {
  python3 - "$machine$results" <<'PYTHON'
import json, sys
report = json.load(open(sys.argv[1], encoding="utf-8"))
print(report["score"], "tier container" in report["output"], report["tests"][0]["output"][:120])
PYTHON
}

failed=0
# try_all FILE WHOLE COMMAND...
try_all() {
  local name wanted said file=$machine$1 whole=$2
  for name in right wrong broken endless steals forges; do
    case $name in right) wanted=$whole ;; wrong) wanted=$half ;; *) wanted=$none ;; esac
    mkdir -p "${file%/*}"
    answer "$name" >"$file"
    local start=$SECONDS
    inside "${@:3}" || echo "exit code $?"
    said=$(told) || said=nothing
    printf '%-8s after %2d s: %s\n' "$name" "$((SECONDS - start))" "${said//$'\n'/ }"
    if [[ $said != "$wanted True "* ]]; then failed=1 && echo "         WRONG: wanted $wanted"; fi
  done
}

gradescope() {
  local solution=/autograder/source/softmax_workbook/solutions/03_normalize/answer.cpp
  local results=/autograder/results/results.json half=5 none=0
  mkdir -p "$machine"/autograder/{submission,results}
  unpack gradescope /autograder/source
  inside bash /autograder/source/setup.sh
  cp "$machine/autograder/source/run_autograder" "$machine/autograder/run_autograder"
  try_all /autograder/submission/03_normalize/answer.cpp 10 /autograder/run_autograder
}

prairielearn() {
  local solution=/opt/softmax/softmax_workbook/solutions/03_normalize/answer.cpp
  local results=/grade/results/results.json half=0.5 none=0.0
  unpack prairielearn /course
  cp -a "$machine/course/image" "$machine/opt/softmax" # what the Dockerfile does
  inside bash /opt/softmax/softmax_workbook/grader/package/prepare.sh /opt/softmax/exercises.txt
  try_all /grade/student/answer.cpp 1.0 /opt/softmax/run 03_normalize
}

make_machine
case $suite in jammy | noble) gradescope ;; *) prairielearn ;; esac
exit "$failed"
