#include "bench/measure.hpp"

#include <benchmark/benchmark.h>
#include <malloc.h>
#include <time.h>

#include <limits>

#include "tests/engine/random.hpp"

namespace bench {
namespace {

constexpr std::uint64_t seed = 20'260'101;

/// What was freed is kept: the second turn of a work does not ask the kernel for pages again, which
/// takes as long as the arithmetic of rows as wide as these.
void keep_freed_memory() {
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
}

}  // namespace

std::vector<float> random_logits(int n) {
  softmax::Random random(seed);
  std::vector<float> logits;
  for (int i = 0; i < n; ++i) {
    double sum = 0;
    for (int part = 0; part < 4; ++part) { sum += random.between(-2.5, 2.5); }
    logits.push_back(static_cast<float>(sum));
  }
  return logits;
}

std::vector<softmax::Given> given(std::span<const float> logits) {
  std::vector<softmax::Given> row;
  row.reserve(logits.size());
  for (const float logit : logits) { row.push_back(softmax::Given::from_double(logit)); }
  return row;
}

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

int run(int argc, char** argv, void (*add_all)()) {
  keep_freed_memory();
  std::string as_table = "--benchmark_counters_tabular=true";  // unless the command line differs
  std::vector<char*> words(argv, argv + argc);
  words.insert(words.begin() + 1, as_table.data());
  int count = static_cast<int>(words.size());
  words.push_back(nullptr);
  benchmark::Initialize(&count, words.data());
  if (benchmark::ReportUnrecognizedArguments(count, words.data())) { return 2; }
  benchmark::AddCustomContext("seed", std::to_string(seed));
  add_all();
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}

}  // namespace bench
