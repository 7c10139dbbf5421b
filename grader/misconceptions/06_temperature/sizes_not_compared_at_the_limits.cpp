// task: temperature
// T = 0 and T = inf are handled first, and only behind them the sizes are compared. A limit of
// temperature needs results of the right size as well.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace answer {
namespace {

/// e^((z - max)/T), and at both ends of T what it tends to.
float exponential(float logit, float max_logit, float temperature) {
  // A mask first: -inf/inf would be NaN.
  if (std::isinf(logit)) { return 0.0F; }
  // 0/0 would be NaN too. At T = 0 only the largest are left, at T = inf all are alike.
  if (temperature == 0.0F) { return logit == max_logit ? 1.0F : 0.0F; }
  if (std::isinf(temperature)) { return 1.0F; }
  // Subtract, then divide. The difference is exact or nearly so, and never positive: at the tiniest
  // T it becomes -inf, whose exponential is the 0 that it should be. Divided first, the logits
  // would be rounded in steps of their own size, and overflow. Not times 1/T: that may be inf.
  return std::exp((logit - max_logit) / temperature);
}

}  // namespace

void softmax(std::span<const float> logits, float temperature, std::span<float> probabilities) {
  if (logits.empty()) { throw std::invalid_argument("an empty row has no softmax"); }
  if (temperature != 0.0F && !std::isinf(temperature) && logits.size() != probabilities.size()) {
    throw std::invalid_argument("logits and probabilities differ in size");
  }
  // So asked, NaN is refused too.
  if (!(temperature >= 0.0F)) { throw std::invalid_argument("no temperature is below 0"); }
  const float max_logit = std::ranges::max(logits);
  float normalizer = 0.0F;
  for (std::size_t i = 0; i < std::min(logits.size(), probabilities.size()); ++i) {
    probabilities[i] = exponential(logits[i], max_logit, temperature);
    normalizer += probabilities[i];
  }
  // It is at least 1: the largest logit adds that much, at every T.
  for (float& p : probabilities) { p /= normalizer; }
}

}  // namespace answer
