#include "engine/birthplace.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/cell.hpp"
#include "engine/stepper.hpp"

namespace softmax {
namespace {

bool any_masked(const std::vector<double>& logits) {
  return std::any_of(logits.begin(), logits.end(), [](double z) { return std::isinf(z); });
}

std::string largest_of(const Format& format) {
  return fmt::format("the largest {}, {}", format.name, short_digits(format.largest, format));
}

/// The value of the row's element that a two-operand stage read as x.
double first_operand(const Run& run, const Step& step, std::size_t i) {
  const std::vector<double>& x = run.stages[step.first].computed;
  return x.size() == 1 ? x[0] : x[i];
}

std::string nan_reason_of_divide(const Run& run, const Step& step, std::size_t i) {
  const double x = first_operand(run, step, i);
  const double y = run.stages[step.second].computed[0];
  if (x == 0 && y == 0) {
    const bool masked = any_masked(run.stages[0].computed);
    return masked ? "0/0: every exponential is masked or underflowed"
                  : "0/0: every exponential underflowed";
  }
  return fmt::format("{}/{}: the exponential and the sum both overflowed", x, y);
}

std::string nan_reason(const Run& run, std::size_t stage, std::size_t i) {
  const Step& step = run.stages[stage].step;
  switch (step.stage) {
    case Stage::divide:
      return nan_reason_of_divide(run, step, i);
    case Stage::subtract: {
      const double x = first_operand(run, step, i);
      const double y = run.stages[step.second].computed[0];
      const bool all_masked =
          std::isinf(y) && y < 0 && run.stages[step.second].step.stage == Stage::max;
      return fmt::format("{} - {}: {}", x, y,
                         all_masked ? "every logit is masked" : "an infinity less itself");
    }
    case Stage::divide_streamed:
      return "-inf - -inf: every logit is masked";
    default:
      return "an operation without a value";
  }
}

/// In a format whose overflow is NaN, or as an infinity elsewhere: what went beyond the largest.
std::string overflow_reason(const Run& run, std::size_t stage, std::size_t i, const Trace& trace) {
  const StageRow& row = run.stages[stage];
  const std::string largest = largest_of(trace.format());
  switch (row.step.stage) {
    case Stage::exponentiate:
      return fmt::format("overflow: e^{} = {} is above {}", first_operand(run, row.step, i),
                         row.local[i].decimal(6).digits, largest);
    case Stage::log:
      return first_operand(run, row.step, i) == 0 ? "ln 0: every exponential underflowed"
                                                  : "carried: the logarithm of an infinity";
    default:
      return fmt::format("overflow: {} is beyond {}", row.local[i].decimal(6).digits, largest);
  }
}

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
  const auto infinite = [](double x) { return std::isinf(x); };
  if (const auto addend = addend_where(trace, run, stage, infinite);
      addend && bad(std::numeric_limits<double>::quiet_NaN())) {
    return Birth{stage, *addend, "inf - inf: the compensation of an infinite sum"};
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

bool finite_exactly(const Run& run, std::size_t stage, std::size_t i) {
  return run.stages[stage].local[i].finite() ||
         run.stages[stage].local[i].kind() == Certified::Kind::exponential;
}

/// Of a stage whose every value is made on its own.
template <class Bad>
std::optional<Birth> birth_in_row(const Trace& trace, const Run& run, std::size_t stage,
                                  Bad&& bad) {
  const std::vector<double>& row = run.stages[stage].computed;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (!bad(row[i]) || is_mask(run, stage, i)) { continue; }
    const bool overflowed = std::isinf(row[i]) || finite_exactly(run, stage, i);
    return Birth{stage, i,
                 overflowed ? overflow_reason(run, stage, i, trace) : nan_reason(run, stage, i)};
  }
  return std::nullopt;
}

template <class Bad>
std::optional<Birth> first(const Run& run, const Trace& trace, Bad&& bad) {
  std::optional<Birth> birth;
  for (std::size_t stage = 0; stage < run.stages.size() && !birth; ++stage) {
    switch (run.stages[stage].step.stage) {
      case Stage::sum:
        birth = birth_in_sum(trace, run, stage, bad);
        break;
      case Stage::stream:
        birth = birth_in_stream(trace, run, stage, bad);
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
