#include "engine/birthplace.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/carry_out.hpp"
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
    case Stage::sum:
      return "inf - inf: the compensation of an infinite sum";
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
    case Stage::sum:
      return fmt::format("overflow: the running sum passed {}",
                         largest_of(trace.settings.accumulator));
    case Stage::stream:
      return "overflow: the running sum passed " + largest;
    case Stage::log:
      return first_operand(run, row.step, i) == 0 ? "ln 0: every exponential underflowed"
                                                  : "carried: the logarithm of an infinity";
    default:
      return fmt::format("overflow: {} is beyond {}", row.local[i].decimal(6).digits, largest);
  }
}

/// The addend at which a reduction's partial value first satisfied `bad`; the element itself for
/// other stages.
template <class Bad>
std::size_t element_of(const Trace& trace, const Run& run, std::size_t stage, std::size_t i,
                       Bad&& bad) {
  for (const Partial& partial : partials(trace, run, stage)) {
    if (bad(partial.value)) { return partial.addend; }
  }
  return i;
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

template <class Bad>
std::optional<Birth> first(const Run& run, const Trace& trace, Bad&& bad) {
  for (std::size_t stage = 0; stage < run.stages.size(); ++stage) {
    const std::vector<double>& row = run.stages[stage].computed;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (!bad(row[i]) || is_mask(run, stage, i)) { continue; }
      const bool overflowed = std::isinf(row[i]) || finite_exactly(run, stage, i);
      const std::string reason =
          overflowed ? overflow_reason(run, stage, i, trace) : nan_reason(run, stage, i);
      return Birth{stage, element_of(trace, run, stage, i, bad), reason};
    }
  }
  return std::nullopt;
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
