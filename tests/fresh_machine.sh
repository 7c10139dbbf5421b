#!/usr/bin/env bash
# fresh_machine.sh [--web] [SUITE [MIRROR]]: both commands of the README on a bare system, and their
# times.
#
# By hand, as root, with mmdebstrap installed. It makes the smallest system that has apt, copies the
# repository into it as it is here (what git ignores left out), and runs ./workbook and
# ./workbook test in it, as root and without a terminal. --web builds the page in between, so that
# its tests are not skipped, and tries it in Chromium at the end: that takes minutes, and npm's
# registry. SUITE is bookworm (the default), trixie or noble; MIRROR is where its packages come
# from. A network with a certificate authority of its own is told of by NODE_EXTRA_CA_CERTS, as npm
# is. Nothing of it all is left behind.
set -euo pipefail

arguments=("$@")
web=""
if [[ ${1:-} == --web ]]; then
  web=true
  shift
fi
suite=${1:-bookworm}
case $suite in
  noble) mirror=http://archive.ubuntu.com/ubuntu components="main universe" ;;
  *) mirror=http://deb.debian.org/debian components=main ;;
esac
mirror=${2:-${MIRROR:-$mirror}}
sources=("deb $mirror $suite $components" "deb $mirror $suite-updates $components")

if ((EUID != 0)); then
  echo "fresh_machine.sh: run it as root: it makes a system and changes into it" >&2
  exit 3
fi
if [[ ! ${FRESH_MACHINE_MOUNTS:-} ]]; then # what it mounts goes when it ends
  exec env FRESH_MACHINE_MOUNTS=own unshare --mount --propagation private "$0" "${arguments[@]}"
fi

repository=$(cd "$(dirname "$0")/.." && pwd)
machine=$(mktemp -d)
home="$machine/home/softmax workbook" # a folder with a space, as people have them
trap 'umount "$machine/proc" "$machine/dev/pts" 2>/dev/null || true
  rm -rf --one-file-system "$machine"' EXIT

timed() { # NAME COMMAND...
  local start=$SECONDS status=0 name=$1
  shift
  "$@" || status=$?
  printf '\n== %s: exit code %d after %d s\n\n' "$name" "$status" "$((SECONDS - start))"
  return "$status"
}

make_machine() {
  mmdebstrap --quiet --variant=apt "$suite" "$machine" "${sources[@]}"
  cp /etc/resolv.conf "$machine/etc/resolv.conf"
  mkdir -p "$home"
  git -C "$repository" ls-files -z --cached --others --exclude-standard |
    tar -C "$repository" --null --ignore-failed-read -T - -c | tar -C "$home" -x
  if [[ ${NODE_EXTRA_CA_CERTS:-} ]]; then cp "$NODE_EXTRA_CA_CERTS" "$machine/root/authorities.crt"; fi
  mount -t proc proc "$machine/proc"
  mount --bind /dev/pts "$machine/dev/pts"
}

inside() {
  chroot "$machine" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin CI=true \
    ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
    ${NODE_EXTRA_CA_CERTS:+NODE_EXTRA_CA_CERTS=/root/authorities.crt} \
    bash -c 'cd "/home/softmax workbook" && "$@"' - "$@" \
    </dev/null
}

timed "a bare $suite" make_machine
timed "./workbook" inside ./workbook
timed "./workbook, built already" inside ./workbook
if [[ $web ]]; then timed "./workbook web --build-only" inside ./workbook web --build-only; fi
timed "./workbook test" inside ./workbook test
if [[ $web ]]; then timed "the page in Chromium" inside ./workbook test --sweep -R '^web_'; fi
