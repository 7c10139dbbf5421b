// Unusual: everything is computed in double, and rounded to float once at the end; the row is added
// up from its last element to its first.

#include "answer.hpp"

#include <cstddef>
#include <numeric>
#include <stdexcept>

namespace answer {

float normalizer(std::span<const float> exponentials) {
  if (exponentials.empty()) { throw std::invalid_argument("an empty row"); }
  return static_cast<float>(std::accumulate(exponentials.rbegin(), exponentials.rend(), 0.0));
}

void normalize(std::span<const float> exponentials, float normalizer,
               std::span<float> probabilities) {
  if (exponentials.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  const auto whole = static_cast<double>(normalizer);
  for (std::size_t i = probabilities.size(); i-- > 0;) {
    probabilities[i] = static_cast<float>(static_cast<double>(exponentials[i]) / whole);
  }
}

}  // namespace answer
