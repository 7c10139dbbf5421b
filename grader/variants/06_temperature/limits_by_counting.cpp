// Unusual: each limit is a count and a pass of its own; between them powers of two are taken, the
// exponent having been multiplied by log2 e, and the sum is pairwise.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>

namespace answer {
namespace {

template <class Predicate>
void share(std::span<const float> logits, Predicate counts, std::span<float> probabilities) {
  const auto n = static_cast<float>(std::ranges::count_if(logits, counts));
  std::ranges::transform(logits, probabilities.begin(),
                         [&](float z) { return counts(z) ? 1.0F / n : 0.0F; });
}

float pairwise(std::span<const float> x) {
  return x.size() == 1 ? x[0] : pairwise(x.first(x.size() / 2)) + pairwise(x.subspan(x.size() / 2));
}

}  // namespace

void softmax(std::span<const float> logits, float temperature, std::span<float> probabilities) {
  if (logits.empty() || logits.size() != probabilities.size() || !(temperature >= 0.0F)) {
    throw std::invalid_argument("what the contract refuses");
  }
  const float top = std::ranges::max(logits);
  if (temperature <= 0.0F) {
    share(logits, [top](float z) { return z >= top; }, probabilities);
    return;
  }
  if (temperature > std::numeric_limits<float>::max()) {
    share(logits, [](float z) { return std::isfinite(z); }, probabilities);
    return;
  }
  std::ranges::transform(logits, probabilities.begin(), [&](float z) {
    return std::exp2((z - top) / temperature * std::numbers::log2e_v<float>);
  });
  const float sum = pairwise(probabilities);
  for (float& p : probabilities) { p = p / sum; }
}

}  // namespace answer
