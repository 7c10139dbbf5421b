// Unusual: maximum and sum come from one pass that rescales, and the sum is kept in double; a T at
// either end is replaced by an exponent that is 0 or -inf.

#include "answer.hpp"

#include <cmath>
#include <cstddef>
#include <limits>
#include <stdexcept>

namespace answer {
namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();

/// (a - b)/T for a <= b, in the limit too.
float exponent(float a, float b, float temperature) {
  if (a == b) { return 0.0F; }
  if (a == -infinity || temperature == 0.0F) { return -infinity; }
  return temperature == infinity ? 0.0F : (a - b) / temperature;
}

}  // namespace

void softmax(std::span<const float> logits, float temperature, std::span<float> probabilities) {
  if (std::signbit(temperature) && temperature != 0.0F) { throw std::invalid_argument("T < 0"); }
  if (std::isnan(temperature)) { throw std::invalid_argument("T is NaN"); }
  if (logits.empty()) { throw std::invalid_argument("an empty row"); }
  if (logits.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  float top = -infinity;
  double sum = 0.0;
  for (const float z : logits) {
    if (z == -infinity) { continue; }
    if (z > top) {
      sum *= std::exp(static_cast<double>(exponent(top, z, temperature)));
      top = z;
    }
    sum += std::exp(static_cast<double>(exponent(z, top, temperature)));
  }
  for (std::size_t i = logits.size(); i-- > 0;) {
    const auto x = static_cast<double>(exponent(logits[i], top, temperature));
    probabilities[i] = static_cast<float>(std::exp(x) / sum);
  }
}

}  // namespace answer
