// Unusual: in double, from the least logit up, and rounded at the end; the sum is a fold.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace answer {

namespace {
constexpr double infinity = std::numeric_limits<double>::infinity();

std::vector<double> sorted(std::span<const float> logits) {
  std::vector<double> row(logits.begin(), logits.end());
  if (std::any_of(row.begin(), row.end(), [](double z) { return z != z; })) {
    throw std::invalid_argument("NaN");
  }
  std::sort(row.begin(), row.end());
  return row;
}

double log_shifted_sum(const std::vector<double>& row) {
  return std::log(std::accumulate(
      row.begin(), row.end(), 0.0,
      [max = row.back()](double sum, double z) { return sum + std::exp(z - max); }));
}
}  // namespace

float log_sum_exp(std::span<const float> logits) {
  const std::vector<double> row = sorted(logits);
  if (row.empty()) { return static_cast<float>(-infinity); }
  if (std::isinf(row.back())) { return static_cast<float>(row.back()); }
  return static_cast<float>(row.back() + log_shifted_sum(row));
}

void log_softmax(std::span<const float> logits, std::span<float> log_probabilities) {
  if (logits.size() != log_probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  const std::vector<double> row = sorted(logits);
  if (row.empty() || std::isinf(row.back())) { throw std::invalid_argument("no finite maximum"); }
  const double log_sum = log_shifted_sum(row);
  for (std::size_t i = 0; i < logits.size(); ++i) {
    log_probabilities[i] =
        static_cast<float>((static_cast<double>(logits[i]) - row.back()) - log_sum);
  }
}

}  // namespace answer
