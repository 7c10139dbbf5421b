#include "engine/bounds_obstacle.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace softmax {
namespace {

bool may_underflow(Stage stage) {
  return stage == Stage::scale || stage == Stage::exponentiate || stage == Stage::divide ||
         stage == Stage::divide_streamed || stage == Stage::log;
}

/// Sums and differences are exact among the subnormals; nothing else is.
bool underflowed(const Run& run, const Step& step, std::size_t i, double computed,
                 const Format& format) {
  if (!may_underflow(step.stage)) { return false; }
  if (computed != 0) { return is_subnormal(computed, format); }
  if (step.stage == Stage::scale) { return run.stages[step.first].computed[i] != 0; }
  return step.stage != Stage::log;
}

/// The first over- or underflow of the run's rows, in words; empty if there is none.
std::string range_obstacle(const Run& run, const Format& format) {
  const std::vector<double>& logits = run.stages[0].computed;
  for (std::size_t stage = 1; stage < run.stages.size(); ++stage) {
    const Step& step = run.stages[stage].step;
    const std::vector<double>& row = run.stages[stage].computed;
    const bool a_row = !is_reduction(step.stage) && row.size() == logits.size();
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (a_row && minus_infinite(logits[i])) { continue; }
      const bool over = !std::isfinite(row[i]);
      if (over || underflowed(run, step, i, row[i], format)) {
        return fmt::format("{} at {}{}: no relative bound", over ? "overflow" : "underflow",
                           name(step.stage), a_row ? fmt::format(", element {}", i) : "");
      }
    }
  }
  return "";
}

/// The addends of a sum, taken into an accumulator of smaller range.
std::string accumulator_obstacle(const Run& run, const Format& accumulator) {
  for (const StageRow& row : run.stages) {
    if (row.step.stage != Stage::exponentiate) { continue; }
    for (std::size_t i = 0; i < row.computed.size(); ++i) {
      if (row.computed[i] != 0 && is_subnormal(row.computed[i], accumulator)) {
        return fmt::format("underflow in the accumulator, addend {}: no relative bound", i);
      }
    }
    return "";  // the first exponentials are the addends
  }
  return "";
}

}  // namespace

std::string obstacle(const Run& run, const Trace& trace) {
  const std::vector<double>& logits = run.stages[0].computed;
  if (std::all_of(logits.begin(), logits.end(), minus_infinite)) { return "every logit is masked"; }
  const std::string range = range_obstacle(run, trace.format());
  return range.empty() ? accumulator_obstacle(run, trace.settings.accumulator) : range;
}

std::string normwise_obstacle(const Trace& trace) {
  const Settings& settings = trace.settings;
  const Format& accumulator = settings.accumulator;
  if (trace.temperature != 1) { return "the theorem speaks of T = 1"; }
  if (settings.order != SumOrder::sequential && settings.order != SumOrder::reverse) {
    return "the theorem speaks of sequential sums";
  }
  if (accumulator.precision != trace.format().precision) {
    return fmt::format("the theorem sums in the working format, not in {}", accumulator.name);
  }
  if (settings.arithmetic.exp == ExpSource::libm) {
    return "the theorem takes an exp that errs by at most u";
  }
  return "";
}

std::string componentwise_obstacle(Algorithm algorithm, const Trace& trace) {
  const bool unproved = algorithm == Algorithm::online && trace.temperature != 1;
  return unproved ? "it is proved for T = 1" : "";
}

}  // namespace softmax
