// task: limits
// A T of 0 is replaced by one millionth. That is no limit: a logit just below the largest still
// gets a share.
// thread: FlashML-org/FreeToken#471

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
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
  const float used = temperature == 0.0F ? 1e-6F : temperature;
  if (std::isinf(temperature)) {
    share(logits, [](float z) { return !std::isinf(z); }, probabilities);
    return;
  }
  float sum = 0.0F;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = std::exp((logits[i] - top) / used);
    sum += probabilities[i];
  }
  for (float& p : probabilities) { p /= sum; }
}

}  // namespace answer
