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

status=0
for target in text json npy words; do
  grown=$(mktemp -d)
  # An input of 4 kB must not make any reader ask for 16 MiB, nor keep it busy for 5 s.
  "$folder/tests/fuzz/fuzz_$target" -seed=1 -max_total_time="$seconds" -max_len=4096 \
    -malloc_limit_mb=16 -timeout=5 -print_final_stats=1 -verbosity=0 \
    -artifact_prefix="$folder/finds/$target-" "$grown" "tests/fuzz/corpus/$target" \
    >"$folder/finds/$target.log" 2>&1 || status=1
  printf 'fuzz_%s: ' "$target"
  grep -hE 'not so|ERROR|runtime error|executed_units|average_exec' "$folder/finds/$target.log" | tr '\n' ' '
  printf '\n'
  rm -rf "$grown"
done
exit "$status"
