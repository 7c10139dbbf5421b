// What a trace costs beside the softmax that it explains: time and heap, for every format and for
// rows as long as a toy's and as a vocabulary's.
//
//     bench_trace                                 the whole table
//     bench_trace --benchmark_filter=binary32     part of it, as in any Google Benchmark
//
// The columns to read are the ratios. Each is taken in one run: the plain softmax is timed again
// around every trace, both in processor time, and the medians are divided. So they survive a busy
// machine, and mean something on another.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string>
#include <vector>

#include "bench/measure.hpp"
#include "engine/report_json.hpp"
#include "engine/trace.hpp"

using namespace softmax;
using bench::given;
using bench::heap_of;
using bench::random_logits;
using bench::seconds_of;

namespace {

constexpr std::array lengths = {3, 1'000, 50'257, 128'256};  // GPT-2's vocabulary, Llama 3's
constexpr std::array algorithms = {Algorithm::unshifted, Algorithm::shifted};  // the command's own

/// The yardstick: softmax as one writes it, in float and with the machine's expf.
std::vector<float> plain_softmax(std::span<const float> z) {
  const float largest = *std::max_element(z.begin(), z.end());
  std::vector<float> p(z.size());
  float sum = 0;
  for (std::size_t i = 0; i < z.size(); ++i) {
    p[i] = std::exp(z[i] - largest);
    sum += p[i];
  }
  for (float& x : p) { x /= sum; }
  return p;
}

double median(std::vector<double> sample) {
  const auto middle = sample.begin() + static_cast<std::ptrdiff_t>(sample.size() / 2);
  std::nth_element(sample.begin(), middle, sample.end());
  return *middle;
}

/// Seconds of one plain softmax, five times. A short row is repeated: the clock has its own cost.
void sample_plain(std::span<const float> logits, std::vector<double>& seconds) {
  const std::size_t repeats = 1 + 3'000 / logits.size();
  for (int i = 0; i < 5; ++i) {
    const double all = seconds_of([&] {
      for (std::size_t k = 0; k < repeats; ++k) { benchmark::DoNotOptimize(plain_softmax(logits)); }
    });
    seconds.push_back(all / static_cast<double>(repeats));
  }
}

void fill_row(benchmark::State& state, double time_ratio, double bytes, double plain_bytes,
              std::size_t n) {
  state.counters["bytes/logit"] = bytes / static_cast<double>(n);
  state.counters["heap/plain"] = bytes / plain_bytes;
  state.counters["time/plain"] = time_ratio;
}

/// Times the work (its result made and dropped) and puts it beside the plain softmax of the logits.
template <class Work>
void measure(benchmark::State& state, std::span<const float> logits, Work&& work) {
  std::vector<double> plain;
  std::vector<double> seconds;
  for (auto _ : state) {
    state.PauseTiming();
    sample_plain(logits, plain);
    state.ResumeTiming();
    seconds.push_back(seconds_of(work));
  }
  sample_plain(logits, plain);
  const double plain_bytes = heap_of([&] { benchmark::DoNotOptimize(plain_softmax(logits)); });
  fill_row(state, median(seconds) / median(plain), heap_of(work), plain_bytes, logits.size());
}

Settings settings_in(const Format& format) {
  Settings settings;
  settings.arithmetic.format = format;
  settings.accumulator = format;
  return settings;
}

void bench_plain(benchmark::State& state, int n) {
  const std::vector<float> logits = random_logits(n);
  const auto work = [&] { benchmark::DoNotOptimize(plain_softmax(logits)); };
  for (auto _ : state) { work(); }
  const double bytes = heap_of(work);
  fill_row(state, 1, bytes, bytes, logits.size());
}

void bench_trace(benchmark::State& state, const Format& format, int n) {
  const std::vector<float> logits = random_logits(n);
  const std::vector<Given> row = given(logits);
  const Settings settings = settings_in(format);
  measure(state, logits, [&] { benchmark::DoNotOptimize(trace(row, settings, algorithms)); });
}

/// What `workbook trace --json --top 10` does with a trace.
void bench_report(benchmark::State& state, int n) {
  const std::vector<float> logits = random_logits(n);
  const Trace made = trace(given(logits), Settings{}, algorithms);
  measure(state, logits,
          [&] { benchmark::DoNotOptimize(report_json(made, 10, largest_element(made))); });
}

template <class Bench>
void add(const std::string& name, int n, Bench&& bench) {
  const std::string whole = name + "/" + std::to_string(n);
  benchmark::RegisterBenchmark(whole.c_str(), bench)->Unit(benchmark::kMicrosecond);
}

void add_all() {
  for (const int n : lengths) {
    add("plain", n, [n](benchmark::State& state) { bench_plain(state, n); });
  }
  for (const Format& format : builtin_formats()) {
    for (const int n : lengths) {
      add("trace/" + format.name, n,
          [&format, n](benchmark::State& state) { bench_trace(state, format, n); });
    }
  }
  for (const int n : lengths) {
    add("report_json/binary32", n, [n](benchmark::State& state) { bench_report(state, n); });
  }
}

}  // namespace

int main(int argc, char** argv) { return bench::run(argc, argv, add_all); }
