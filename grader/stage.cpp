#include "grader/stage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/birthplace.hpp"
#include "engine/number_text.hpp"
#include "engine/trace.hpp"
#include "grader/reference.hpp"
#include "grader/wanted.hpp"

namespace softmax::grader {
namespace {

using Results = std::span<const float>;

constexpr double smallest_normal = 0x1p-126;
constexpr double some_steps = 0x1p-145;  // so many of the subnormal numbers that 0 is none of them

std::string left_at(Stage stage, const std::string& words) {
  return fmt::format("{}: {}", name(stage), words);
}

Trace unshifted_trace(const SoftmaxRow& row) {
  std::vector<Given> logits;
  logits.reserve(row.logits.size());
  for (const float z : row.logits) { logits.push_back(Given::from_double(double{z})); }
  Settings settings;
  settings.temperature = Given::from_double(row.temperature);
  return trace(std::move(logits), settings, std::array{Algorithm::unshifted});
}

/// Whether each result is of the class that the run made there.
bool same_classes(const Run& run, Results results) {
  const HeldRow& computed = run.stages.back().computed;
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (outcome_class(computed[i], binary32()) != outcome_class(double{results[i]}, binary32())) {
      return false;
    }
  }
  return true;
}

/// Of results that are not all finite.
std::string birth_of(const SoftmaxRow& row, Results results) {
  const Trace trace = unshifted_trace(row);
  const Run& run = trace.runs[0];
  if (!same_classes(run, results)) { return ""; }
  std::optional<Birth> birth = first_infinity(run, trace);
  if (!birth) { birth = first_nan(run, trace); }
  if (!birth) { return ""; }
  return left_at(run.stages[birth->stage].step.stage, birth->reason);
}

/// Two results whose ratio is not that of their exponentials; or none. The first is the largest.
struct Ratios {
  std::size_t largest = 0;
  std::optional<std::size_t> wrong;
};

/// Those that are subnormal, or should be, have no digits to compare; but a lost one is wrong.
Ratios ratios_of(const SoftmaxRow& row, Results results) {
  const std::vector<Certified> p = reference_softmax(row.logits, row.temperature);
  Ratios ratios;
  ratios.largest =
      static_cast<std::size_t>(std::ranges::max_element(row.logits) - row.logits.begin());
  const std::size_t m = ratios.largest;
  const std::vector<double> tolerances = softmax_tolerances(row.logits, row.temperature);
  const Certified normal(smallest_normal);
  for (std::size_t i = 0; i < results.size() && !ratios.wrong; ++i) {
    if (p[i] < normal && (results[i] != 0 || p[i] < Certified(some_steps))) { continue; }
    const Certified mine = Certified(double{results[i]}) * p[m];
    const Certified right = Certified(double{results[m]}) * p[i];
    const double allowed = tolerances[m] + tolerances[i];
    const bool close = !(abs(mine - right) > Certified(allowed) * abs(right));
    if (!close || results[i] == 0) { ratios.wrong = i; }
  }
  return ratios;
}

bool right_ratios(const SoftmaxRow& row, Results results) { return !ratios_of(row, results).wrong; }

/// What all add up to, exactly.
double total(Results results) {
  Certified sum;
  for (const float result : results) { sum = sum + Certified(double{result}); }
  return sum.approximate();
}

/// Whether the largest result is e^z of its logit, or of the shifted one, which is 1.
bool undivided(const SoftmaxRow& row, Results results, std::size_t largest) {
  const Certified z = Certified(double{row.logits[largest]}) / Certified(row.temperature);
  const double relative = softmax_tolerances(row.logits, row.temperature)[largest];
  const auto got = double{results[largest]};
  return got == 1 || accepts(near(exp(z), relative), got, binary32());
}

std::string left_by_the_total(const SoftmaxRow& row, Results results, std::size_t largest) {
  const double sum = total(results);
  if (undivided(row, results, largest) && sum != 1) {
    return left_at(Stage::divide, "these are the exponentials, which nothing has divided");
  }
  if (std::abs(sum - 1) <= softmax_tolerances(row.logits, row.temperature)[largest]) { return ""; }
  return left_at(Stage::sum, fmt::format("the results are in the right ratios to each other, and "
                                         "add up to {}",
                                         short_digits(sum, binary32())));
}

std::string left_by_a_ratio(const SoftmaxRow& row, Results results, const Ratios& ratios) {
  if (row.temperature != 1 && right_ratios({row.logits, 1}, results)) {
    return left_at(Stage::scale, "the ratios of the results are those without the temperature");
  }
  if (row.temperature != 1 && right_ratios({row.logits, 1 / row.temperature}, results)) {
    return left_at(Stage::scale, "the ratios of the results are those of 1/T");
  }
  const std::size_t i = *ratios.wrong;
  if (i == ratios.largest) { return ""; }
  if (results[i] == 0) {
    return left_at(Stage::exponentiate, fmt::format("nothing is left of element {}", i));
  }
  return left_at(Stage::exponentiate,
                 fmt::format("results {} and {} are not in the ratio of e to their logits{}", i,
                             ratios.largest, row.temperature == 1 ? "" : " over T"));
}

std::optional<std::size_t> share_of_a_mask(const SoftmaxRow& row, Results results) {
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (std::isinf(row.logits[i]) && results[i] != 0) { return i; }
  }
  return std::nullopt;
}

bool has_softmax(const SoftmaxRow& row) {
  return row.temperature > 0 && std::isfinite(row.temperature) &&
         std::ranges::any_of(row.logits, [](float z) { return std::isfinite(z); });
}

}  // namespace

Case of_softmax(Case one, SoftmaxRow row) {
  if (has_softmax(row)) { one.softmax = std::move(row); }
  return one;
}

std::string stage_left(const SoftmaxRow& row, Results results) {
  const bool finite = std::ranges::all_of(results, [](float x) { return std::isfinite(x); });
  if (!finite) { return birth_of(row, results); }
  if (const auto masked = share_of_a_mask(row, results)) {
    return left_at(Stage::exponentiate, fmt::format("element {} is masked, and counts", *masked));
  }
  const Ratios ratios = ratios_of(row, results);
  return ratios.wrong ? left_by_a_ratio(row, results, ratios)
                      : left_by_the_total(row, results, ratios.largest);
}

}  // namespace softmax::grader
