// Unusual: no division: e to the shifted logit less the logarithm of the sum, which is reduced by
// std::transform_reduce in an order of the library's choice; a masked logit becomes -inf at once.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace answer {

namespace {
constexpr float infinity = std::numeric_limits<float>::infinity();

std::vector<float> masked_row(std::span<const float> logits, std::span<const bool> masked) {
  if (logits.size() != masked.size()) { throw std::invalid_argument("sizes differ"); }
  std::vector<float> row(logits.size());
  std::transform(logits.begin(), logits.end(), masked.begin(), row.begin(),
                 [](float z, bool hidden) { return hidden ? -infinity : z; });
  if (std::any_of(row.begin(), row.end(), [](float z) { return !(z < infinity); })) {
    throw std::invalid_argument("a logit is no number");
  }
  return row;
}
}  // namespace

float max_logit(std::span<const float> logits, std::span<const bool> masked) {
  const std::vector<float> row = masked_row(logits, masked);
  return std::reduce(row.begin(), row.end(), -infinity,
                     [](float a, float b) { return a < b ? b : a; });
}

void softmax(std::span<const float> logits, std::span<const bool> masked,
             std::span<float> probabilities) {
  if (logits.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  const std::vector<float> row = masked_row(logits, masked);
  const float max = max_logit(logits, masked);
  if (max == -infinity) {
    std::fill(probabilities.begin(), probabilities.end(), 0.0F);
    return;
  }
  const float sum = std::transform_reduce(row.begin(), row.end(), 0.0F, std::plus<>(),
                                          [max](float z) { return std::exp(z - max); });
  const float log_sum = std::log(sum);
  std::transform(row.begin(), row.end(), probabilities.begin(),
                 [=](float z) { return std::exp((z - max) - log_sum); });
}

}  // namespace answer
