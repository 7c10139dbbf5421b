#include "engine/birthplace.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/birth_reason.hpp"
#include "engine/stepper.hpp"

namespace softmax {
namespace {

/// The addend after which a sum or stream first held such a value.
template <class Bad>
std::optional<std::size_t> addend_where(const Trace& trace, const Run& run, std::size_t stage,
                                        Bad&& bad) {
  for (const Partial& partial : partials(trace, run, stage)) {
    if (bad(partial.value)) { return partial.addend; }
  }
  return std::nullopt;
}

/// The first addend that the accumulator cannot hold.
template <class Bad>
std::optional<Birth> birth_in_an_addend(const Trace& trace, const Run& run, std::size_t stage,
                                        Bad&& bad) {
  const Format& in = trace.settings.accumulator;
  const std::vector<double>& addends = run.stages[run.stages[stage].step.first].computed;
  for (std::size_t i = 0; i < addends.size(); ++i) {
    if (bad(addends[i]) || !bad(round_to_format(addends[i], in))) { continue; }
    return Birth{stage, i,
                 fmt::format("overflow: the addend {} is above {}",
                             short_digits(addends[i], trace.format()), largest_of(in))};
  }
  return std::nullopt;
}

/// The compensation of a sum takes the new sum from the old one, so it is NaN at the first addition
/// with an infinity on both sides; where there is none, it is -inf and the last addition inf - inf.
std::size_t where_compensation_breaks(const Trace& trace, const Run& run, std::size_t stage) {
  const std::vector<double>& addends = run.stages[run.stages[stage].step.first].computed;
  bool infinite_before = false;
  for (const Partial& partial : partials(trace, run, stage)) {
    const bool infinite_addend = partial.addend > 0 && std::isinf(addends[partial.addend]);
    if (infinite_before || infinite_addend) { return partial.addend; }
    infinite_before = std::isinf(partial.value);
  }
  return addends.size() - 1;
}

/// A sum is made in the accumulator's format and then kept in the working one: it breaks where the
/// accumulator cannot hold an addend, on its way, or in the end.
template <class Bad>
std::optional<Birth> birth_in_sum(const Trace& trace, const Run& run, std::size_t stage,
                                  Bad&& bad) {
  if (const auto birth = birth_in_an_addend(trace, run, stage, bad)) { return birth; }
  const Format& in = trace.settings.accumulator;
  if (const auto addend = addend_where(trace, run, stage, bad)) {
    return Birth{stage, *addend, "overflow: the running sum passed " + largest_of(in)};
  }
  const StageRow& row = run.stages[stage];
  if (!bad(row.computed[0])) { return std::nullopt; }
  if (std::isnan(row.computed[0]) && trace.settings.order == SumOrder::compensated) {
    return Birth{stage, where_compensation_breaks(trace, run, stage),
                 "inf - inf: the compensation of an infinite sum"};
  }
  return Birth{stage, 0,
               fmt::format("overflow: the sum {} is above {}", row.local[0].decimal(6).digits,
                           largest_of(trace.format()))};
}

/// The running sum of the online algorithm: its addends are 1 at most, so if 1 more could not
/// make it overflow, the exponent of the addend did.
template <class Bad>
std::optional<Birth> birth_in_stream(const Trace& trace, const Run& run, std::size_t stage,
                                     Bad&& bad) {
  double before = 0;
  for (const Partial& partial : partials(trace, run, stage)) {
    if (bad(partial.value)) {
      const bool sum = before + 1 > trace.format().largest;
      return Birth{stage, partial.addend,
                   fmt::format("overflow: {} passed {}",
                               sum ? "the running sum" : "the distance from the maximum",
                               largest_of(trace.format()))};
    }
    before = partial.value;
  }
  return std::nullopt;
}

bool is_mask(const Run& run, std::size_t stage, std::size_t i) {
  const std::vector<double>& logits = run.stages[0].computed;
  const auto masked = [](double z) { return std::isinf(z) && z < 0; };
  const std::vector<double>& row = run.stages[stage].computed;
  if (!masked(row[i])) { return false; }
  return row.size() == logits.size() ? masked(logits[i])
                                     : std::all_of(logits.begin(), logits.end(), masked);
}

/// Of a stage whose every value is made on its own.
template <class Bad>
std::optional<Birth> birth_in_row(const Trace& trace, const Run& run, std::size_t stage,
                                  Bad&& bad) {
  const std::vector<double>& row = run.stages[stage].computed;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (!bad(row[i]) || is_mask(run, stage, i)) { continue; }
    return Birth{stage, i, birth_reason(run, stage, i, trace)};
  }
  return std::nullopt;
}

/// No sum or stream that an infinity or a NaN was in comes back to a finite result.
bool finite_throughout(const StageRow& reduction) {
  const HeldRow& results = reduction.computed;
  return std::all_of(results.begin(), results.end(), [](double x) { return std::isfinite(x); });
}

template <class Bad>
std::optional<Birth> birth_in_reduction(const Trace& trace, const Run& run, std::size_t stage,
                                        Bad&& bad) {
  const StageRow& row = run.stages[stage];
  if (finite_throughout(row)) { return std::nullopt; }
  return row.step.stage == Stage::sum ? birth_in_sum(trace, run, stage, bad)
                                      : birth_in_stream(trace, run, stage, bad);
}

template <class Bad>
std::optional<Birth> first(const Run& run, const Trace& trace, Bad&& bad) {
  std::optional<Birth> birth;
  for (std::size_t stage = 0; stage < run.stages.size() && !birth; ++stage) {
    switch (run.stages[stage].step.stage) {
      case Stage::sum:
      case Stage::stream:
        birth = birth_in_reduction(trace, run, stage, bad);
        break;
      default:
        birth = birth_in_row(trace, run, stage, bad);
    }
  }
  return birth;
}

}  // namespace

std::optional<Birth> first_infinity(const Run& run, const Trace& trace) {
  return first(run, trace, [](double x) { return std::isinf(x); });
}

std::optional<Birth> first_nan(const Run& run, const Trace& trace) {
  return first(run, trace, [](double x) { return std::isnan(x); });
}

std::string sentence(const Birth& birth, const Run& run) {
  const std::size_t colon = birth.reason.find(": ");
  const std::string what = birth.reason.substr(0, colon);
  const std::string why = colon == std::string::npos ? "" : birth.reason.substr(colon);
  return fmt::format("{} at {}, element {}{}", what, name(run.stages[birth.stage].step.stage),
                     birth.element, why);
}

}  // namespace softmax
