#!/usr/bin/env bash
# run.sh [SECONDS [FOLDER]]: builds the fuzzers into FOLDER (build/fuzz) and runs each of them for
# SECONDS (20) from the kept corpus, with a fixed seed. What it finds stays in FOLDER/finds; what
# is worth keeping goes to corpus/ by hand, minimised (fuzz_NAME -minimize_crash=1 FILE).
set -euo pipefail
cd "$(dirname "$0")/../.."
readonly seconds=${1:-20} folder=${2:-build/fuzz}

if ! command -v clang++-19 >/dev/null; then
  echo "skipped: clang++-19 is not installed"
  exit 4
fi
cmake --preset fuzz -B "$folder" -D WORKBOOK_WERROR=OFF >/dev/null # the preset `clang` sees to those
cmake --build "$folder" --target fuzz_text fuzz_json fuzz_npy fuzz_words >/dev/null
mkdir -p "$folder/finds"

# fuzz NAME: runs one of them.
fuzz() {
  local grown status=0
  grown=$(mktemp -d)
  # An input of 4 kB must not make any reader ask for 16 MiB, nor keep it busy for 5 s.
  "$folder/tests/fuzz/fuzz_$1" -seed=1 -max_total_time="$seconds" -max_len=4096 \
    -malloc_limit_mb=16 -timeout=5 -print_final_stats=1 -verbosity=0 \
    -artifact_prefix="$folder/finds/$1-" "$grown" "tests/fuzz/corpus/$1" \
    >"$folder/finds/$1.log" 2>&1 || status=1
  printf 'fuzz_%s: %s\n' "$1" "$(grep -hE 'not so|ERROR|runtime error|executed_units|average_exec' \
    "$folder/finds/$1.log" | tr '\n' ' ')"
  rm -rf "$grown"
  return "$status"
}

# Two at a time: each is one thread.
status=0
for pair in 'text json' 'npy words'; do
  read -r one other <<<"$pair"
  fuzz "$one" &
  fuzz "$other" || status=1
  wait $! || status=1
done
exit "$status"
