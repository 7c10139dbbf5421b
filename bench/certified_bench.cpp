// What the certified number costs beside those of other libraries, and a trace with its errors.
//
//     bench_certified
//
// The rows of the first table: all stages of a shifted softmax, and one exp and one division, in
// nanoseconds of processor time for each logit. The libraries take turns, and of each the best turn
// counts; so the ratios survive a busy machine. Those of the second: a trace of 128,256 logits, and
// the error of every value of it read once.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "bench/contender.hpp"
#include "bench/measure.hpp"
#include "engine/errors.hpp"
#include "engine/trace.hpp"

using namespace softmax;
using bench::seconds_of;

namespace {

constexpr int vocabulary = 128'256;  // Llama 3's
constexpr int turns = 10;
constexpr double never = std::numeric_limits<double>::infinity();

/// One library's way, and its best time.
struct Entrant {
  std::string name;
  std::unique_ptr<Contender> contender;
  double seconds = never;
};

std::vector<Entrant> entrants(std::span<const float> logits) {
  std::vector<Entrant> all;
  all.push_back({"ball", ball_contender(logits)});
  all.push_back({"arb", arb_contender(logits)});
  all.push_back({"boost", boost_contender(logits)});
  all.push_back({"witness", witness_contender(logits)});
  return all;
}

/// Times one kind of work, the entrants in turn.
void race(benchmark::State& state, int n, void (Contender::*work)() const) {
  const std::vector<float> logits = bench::random_logits(n);
  std::vector<Entrant> all = entrants(logits);
  for (auto _ : state) {
    for (Entrant& entrant : all) {
      const double seconds = seconds_of([&] { (entrant.contender.get()->*work)(); });
      entrant.seconds = std::min(entrant.seconds, seconds);
    }
  }
  for (const Entrant& entrant : all) {
    state.counters[entrant.name] = 1e9 * entrant.seconds / n;
    if (entrant.name != "ball") {
      state.counters[entrant.name + "/ball"] = entrant.seconds / all[0].seconds;
    }
  }
}

Settings settings_in(const Format& format) {
  Settings settings;
  settings.arithmetic.format = format;
  settings.accumulator = format;
  return settings;
}

/// Values that are one number because their logits are have one error; those of the stage read,
/// where different logits may be held as one, have each its own.
void read_errors_of(const StageRow& row, const Trace& trace) {
  const Alike alike = row.step.stage == Stage::read ? Alike() : trace.alike;
  const std::size_t n = row.computed.size();
  for (std::size_t k = 0; k < alike.groups(n); ++k) {
    const std::size_t i = alike.group(k, n).first;
    benchmark::DoNotOptimize(total_error_in<Certified>(row, i, trace.format()));
  }
}

void read_errors(const Trace& trace) {
  for (const Run& run : trace.runs) {
    for (const StageRow& row : run.stages) { read_errors_of(row, trace); }
  }
}

struct TraceTimes {
  double trace = never;
  double errors = never;
};

void time_trace(const std::vector<Given>& row, const Format& format,
                std::span<const Algorithm> algorithms, TraceTimes& best) {
  const Settings settings = settings_in(format);
  std::vector<Given> logits = row;
  Trace made;
  best.trace = std::min(best.trace,
                        seconds_of([&] { made = trace(std::move(logits), settings, algorithms); }));
  best.errors = std::min(best.errors, seconds_of([&] { read_errors(made); }));
}

/// The most that is held beyond the logits that were given.
double heap_of_trace(const std::vector<Given>& row, const Format& format,
                     std::span<const Algorithm> algorithms) {
  std::vector<Given> logits = row;
  return bench::heap_of([&] {
    const Trace made = trace(std::move(logits), settings_in(format), algorithms);
    read_errors(made);
  });
}

/// A trace in each of the formats, with its errors; the counters are sums over the formats, but for
/// the heap, which is the most of any.
void bench_errors(benchmark::State& state, std::span<const Format> formats,
                  std::span<const Algorithm> algorithms) {
  const std::vector<Given> row = bench::given(bench::random_logits(vocabulary));
  std::vector<TraceTimes> best(formats.size());
  for (auto _ : state) {
    for (std::size_t k = 0; k < formats.size(); ++k) {
      time_trace(row, formats[k], algorithms, best[k]);
    }
  }
  TraceTimes sum{0, 0};
  double heap = 0;
  for (std::size_t k = 0; k < formats.size(); ++k) {
    sum.trace += best[k].trace;
    sum.errors += best[k].errors;
    heap = std::max(heap, heap_of_trace(row, formats[k], algorithms));
  }
  state.counters["bytes/logit"] = heap / vocabulary;
  state.counters["errors ms"] = 1e3 * sum.errors;
  state.counters["trace ms"] = 1e3 * sum.trace;
  state.counters["together"] = 1e3 * (sum.trace + sum.errors);
}

template <class Bench>
void add(const std::string& name, Bench&& bench) {
  benchmark::RegisterBenchmark(name.c_str(), bench)
      ->Unit(benchmark::kMillisecond)
      ->Iterations(turns);
}

void add_race(const std::string& name, int n, void (Contender::*work)() const) {
  add(name, [n, work](benchmark::State& state) { race(state, n, work); });
}

void add_errors(const std::string& name, std::span<const Format> formats,
                std::span<const Algorithm> algorithms) {
  add(name,
      [formats, algorithms](benchmark::State& state) { bench_errors(state, formats, algorithms); });
}

void add_all() {
  static constexpr std::array both = {Algorithm::shifted, Algorithm::unshifted};
  constexpr std::span<const Algorithm> shifted = std::span(both).first(1);
  add_race("softmax", vocabulary, &Contender::softmax);
  add_race("exp", vocabulary / 16, &Contender::exponentials);
  add_race("divide", vocabulary / 16, &Contender::quotients);
  const std::span<const Format> formats = builtin_formats();
  for (std::size_t k = 0; k < formats.size(); ++k) {
    add_errors("errors/" + formats[k].name, formats.subspan(k, 1), shifted);
  }
  add_errors("errors/all", formats, shifted);
  add_errors("errors/all/two algorithms", formats, both);
}

}  // namespace

int main(int argc, char** argv) { return bench::run(argc, argv, add_all); }
