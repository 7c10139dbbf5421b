#include "engine/birth_reason.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace softmax {
namespace {

const std::vector<double>& first_row(const Run& run, const Step& step) {
  return run.stages[step.first].computed;
}

/// What element i was made of as x, and as y.
double first_operand(const Run& run, const Step& step, std::size_t i) {
  const std::vector<double>& x = first_row(run, step);
  return x.size() == 1 ? x[0] : x[i];
}

double second_operand(const Run& run, const Step& step) {
  return run.stages[step.second].computed[0];
}

/// Why the normalizer that step `sum` made is zero.
std::string why_zero(const Run& run, std::size_t sum, const Trace& trace) {
  const std::vector<double>& exponentials = first_row(run, run.stages[sum].step);
  const auto nonzero = [](double x) { return x != 0; };
  if (std::any_of(exponentials.begin(), exponentials.end(), nonzero)) {
    return "the sum underflowed in " + trace.settings.accumulator.name;
  }
  const std::vector<double>& logits = run.stages[0].computed;
  const auto masked = [](double z) { return std::isinf(z); };
  return std::any_of(logits.begin(), logits.end(), masked)
             ? "every exponential is masked or underflowed"
             : "every exponential underflowed";
}

std::string reason_of_divide(const Run& run, const Step& step, std::size_t i, const Trace& trace) {
  const double x = first_operand(run, step, i);
  const double y = second_operand(run, step);
  const std::string quotient =
      fmt::format("{}/{}", short_digits(x, trace.format()), short_digits(y, trace.format()));
  if (y == 0) { return quotient + ": " + why_zero(run, step.second, trace); }
  return quotient + ": the exponential and the sum both overflowed";
}

std::string reason_of_log(const Run& run, const Step& step, const Trace& trace) {
  return first_operand(run, step, 0) == 0 ? "ln 0: " + why_zero(run, step.first, trace)
                                          : "carried: the logarithm of an infinity";
}

/// Infinity less infinity: all logits are masks, or both sides overflowed.
std::string reason_of_subtract(const Run& run, const Step& step, std::size_t i) {
  const std::vector<double>& logits = run.stages[0].computed;
  const auto masked = [](double z) { return std::isinf(z); };
  const bool all_masked = std::all_of(logits.begin(), logits.end(), masked);
  return fmt::format("{} - {}: {}", first_operand(run, step, i), second_operand(run, step),
                     all_masked ? "every logit is masked" : "an infinity less itself");
}

std::string reason_of_exponentiate(const Run& run, std::size_t stage, std::size_t i,
                                   const Trace& trace) {
  const StageRow& row = run.stages[stage];
  const std::string power = "e^" + short_digits(first_operand(run, row.step, i), trace.format());
  const bool writable = row.local[i].finite();  // e^1e300 has no decimals
  return fmt::format("overflow: {} is above {}",
                     writable ? power + " = " + row.local[i].decimal(6).digits : power,
                     largest_of(trace.format()));
}

/// e^((z - max)/T) is at most 1 and the normalizer at least 1: what overflows is the exponent.
std::string reason_of_divide_streamed(const Run& run, const Step& step, std::size_t i,
                                      const Trace& trace) {
  const double max_logit = second_operand(run, step);
  if (std::isinf(max_logit)) { return reason_of_subtract(run, step, i); }
  Certified distance = Certified(first_operand(run, step, i)) - Certified(max_logit);
  if (step.scales) { distance = distance / Certified(trace.temperature); }
  return fmt::format("overflow: the distance from the maximum, {}, is beyond {}",
                     distance.decimal(6).digits, largest_of(trace.format()));
}

}  // namespace

std::string largest_of(const Format& format) {
  return fmt::format("the largest {}, {}", format.name, short_digits(format.largest, format));
}

std::string birth_reason(const Run& run, std::size_t stage, std::size_t i, const Trace& trace) {
  const StageRow& row = run.stages[stage];
  switch (row.step.stage) {
    case Stage::exponentiate:
      return reason_of_exponentiate(run, stage, i, trace);
    case Stage::log:
      return reason_of_log(run, row.step, trace);
    case Stage::divide_streamed:
      return reason_of_divide_streamed(run, row.step, i, trace);
    case Stage::divide:
      if (!row.local[i].finite()) { return reason_of_divide(run, row.step, i, trace); }
      break;
    case Stage::subtract:
      if (!row.local[i].finite()) { return reason_of_subtract(run, row.step, i); }
      break;
    default:
      break;
  }
  return fmt::format("overflow: {} is beyond {}", row.local[i].decimal(6).digits,
                     largest_of(trace.format()));
}

}  // namespace softmax
