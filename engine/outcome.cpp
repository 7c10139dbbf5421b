#include "engine/outcome.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace softmax {
namespace {

/// The inputs that made element i: one of x (all of it for a reduction), and all of y.
std::pair<std::span<const double>, std::span<const double>> inputs(const Run& run, const Step& step,
                                                                   std::size_t i) {
  const std::vector<double>& x = run.stages[step.first].computed;
  const bool whole_row = is_reduction(step.stage) || x.size() == 1;
  const std::span<const double> first = whole_row ? std::span(x) : std::span(x).subspan(i, 1);
  if (!reads_second(step.stage)) { return {first, {}}; }
  return {first, run.stages[step.second].computed};
}

template <class Predicate>
bool any_input(const Run& run, const Step& step, std::size_t i, Predicate&& predicate) {
  const auto [x, y] = inputs(run, step, i);
  return std::any_of(x.begin(), x.end(), predicate) || std::any_of(y.begin(), y.end(), predicate);
}

bool minus_infinite(double x) { return std::isinf(x) && x < 0; }

/// The logit behind element i, or behind a whole reduction, is a mask.
bool masked(const Run& run, std::size_t stage, std::size_t i) {
  const std::vector<double>& logits = run.stages[0].computed;
  if (run.stages[stage].computed.size() == logits.size() &&
      !is_reduction(run.stages[stage].step.stage)) {
    return minus_infinite(logits[i]);
  }
  return std::all_of(logits.begin(), logits.end(), minus_infinite);
}

/// A reduction passes its masks over: only what is infinite without being a mask is carried.
bool carried(const Run& run, std::size_t stage, std::size_t i) {
  const Step& step = run.stages[stage].step;
  const std::vector<double>& logits = run.stages[0].computed;
  if (!is_reduction(step.stage)) {
    return any_input(run, step, i, [](double x) { return !std::isfinite(x); });
  }
  const std::vector<double>& x = run.stages[step.first].computed;
  for (std::size_t j = 0; j < x.size(); ++j) {
    if (!std::isfinite(x[j]) && !minus_infinite(logits[j])) { return true; }
  }
  return false;
}

Outcome judge_finite(double computed, const Certified& local, const Format& format) {
  if (!std::isfinite(computed)) { return Outcome::overflow; }
  if (local.same(Certified(computed))) { return Outcome::exact; }
  if (computed == 0) { return Outcome::underflow_to_zero; }
  return is_subnormal(computed, format) ? Outcome::subnormal : Outcome::rounded;
}

}  // namespace

std::string_view name(Outcome outcome) {
  constexpr std::array<std::string_view, 8> names = {
      "exact", "rounded", "subnormal", "underflow_to_zero", "overflow", "nan", "masked", "carried"};
  return names.at(static_cast<std::size_t>(outcome));
}

Outcome outcome(const Run& run, std::size_t stage, std::size_t i, const Format& format) {
  const StageRow& row = run.stages[stage];
  const double computed = row.computed[i];
  if (stage > 0 && std::isnan(computed)) {
    const auto is_nan = [](double x) { return std::isnan(x); };
    const bool came_in = any_input(run, row.step, i, is_nan);
    // Where an overflow is a NaN (e4m3fn), the exact value is finite and tells the two apart.
    const bool overflowed = row.local[i].finite() && format.overflow == Overflow::to_nan;
    if (!came_in) { return overflowed ? Outcome::overflow : Outcome::nan; }
    return Outcome::carried;
  }
  if (masked(run, stage, i)) { return Outcome::masked; }
  if (stage > 0 && carried(run, stage, i)) { return Outcome::carried; }
  return judge_finite(computed, row.local[i], format);
}

}  // namespace softmax
