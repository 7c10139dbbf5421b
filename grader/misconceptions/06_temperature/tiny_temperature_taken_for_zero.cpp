// task: range
// A tiny T, such as one below the machine epsilon, is taken for 0. Logits may be closer together
// than that, and then they share.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <stdexcept>

namespace answer {
namespace {

/// Equal shares for the logits that count.
template <class Predicate>
void share(std::span<const float> logits, Predicate counts, std::span<float> probabilities) {
  const auto n = static_cast<float>(std::ranges::count_if(logits, counts));
  std::ranges::transform(logits, probabilities.begin(),
                         [&](float z) { return counts(z) ? 1.0F / n : 0.0F; });
}

}  // namespace

void softmax(std::span<const float> logits, float temperature, std::span<float> probabilities) {
  if (logits.empty()) { throw std::invalid_argument("an empty row"); }
  if (logits.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  if (!(temperature >= 0.0F)) { throw std::invalid_argument("no temperature"); }
  const float top = std::ranges::max(logits);
  if (temperature < std::numeric_limits<float>::epsilon()) {
    share(logits, [top](float z) { return z == top; }, probabilities);
    return;
  }
  if (std::isinf(temperature)) {
    share(logits, [](float z) { return !std::isinf(z); }, probabilities);
    return;
  }
  float sum = 0.0F;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = std::exp((logits[i] - top) / temperature);
    sum += probabilities[i];
  }
  for (float& p : probabilities) { p /= sum; }
}

}  // namespace answer
