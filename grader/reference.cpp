#include "grader/reference.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace softmax::grader {
namespace {

float largest(std::span<const float> logits) { return *std::ranges::max_element(logits); }

/// (z_i - z_max) / T, of a logit that is no mask.
Certified shifted(float logit, float max_logit, double temperature) {
  return (Certified(double{logit}) - Certified(double{max_logit})) / Certified(temperature);
}

Certified shifted_sum(std::span<const float> logits, double temperature) {
  const float max_logit = largest(logits);
  Certified sum;
  for (const float logit : logits) {
    if (!std::isinf(logit)) { sum = sum + exp(shifted(logit, max_logit, temperature)); }
  }
  return sum;
}

double largest_size(std::span<const float> logits) {
  double result = 0;
  for (const float logit : logits) {
    if (std::isfinite(logit)) { result = std::max(result, std::abs(double{logit})); }
  }
  return result;
}

/// What the tolerances of a row have in common: a long row is looked at once.
struct Scale {
  double n;
  double max_logit;
  double scaled_first;
};

Scale scale_of(std::span<const float> logits, double temperature) {
  return {static_cast<double>(logits.size()), double{largest(logits)},
          temperature == 1 ? 0 : 2 * largest_size(logits) / temperature};
}

double tolerance_of(float logit, const Scale& scale, double temperature) {
  const double distance = (scale.max_logit - double{logit}) / temperature;
  return (8 + 2 * (distance + std::log(scale.n)) + scale.n / 2 + scale.scaled_first) * 0x1p-23;
}

}  // namespace

std::vector<Certified> reference_softmax(std::span<const float> logits, double temperature) {
  const float max_logit = largest(logits);
  const Certified sum = shifted_sum(logits, temperature);
  std::vector<Certified> result;
  result.reserve(logits.size());
  for (const float logit : logits) {
    const bool masked = std::isinf(logit);
    result.push_back((masked ? Certified() : exp(shifted(logit, max_logit, temperature))) / sum);
  }
  return result;
}

Certified reference_log_sum_exp(std::span<const float> logits) {
  const float max_logit = largest(logits);
  if (std::isinf(max_logit)) { return Certified(double{max_logit}); }
  return Certified(double{max_logit}) + log(shifted_sum(logits, 1));
}

std::vector<double> softmax_tolerances(std::span<const float> logits, double temperature) {
  const Scale scale = scale_of(logits, temperature);
  std::vector<double> result;
  result.reserve(logits.size());
  for (const float logit : logits) { result.push_back(tolerance_of(logit, scale, temperature)); }
  return result;
}

std::vector<Wanted> wanted_softmax(std::span<const float> logits, double temperature) {
  const std::vector<Certified> reference = reference_softmax(logits, temperature);
  const std::vector<double> tolerances = softmax_tolerances(logits, temperature);
  std::vector<Wanted> result;
  result.reserve(logits.size());
  for (std::size_t i = 0; i < logits.size(); ++i) {
    result.push_back(std::isinf(logits[i]) ? exactly(0) : near(reference[i], tolerances[i]));
  }
  return result;
}

}  // namespace softmax::grader
