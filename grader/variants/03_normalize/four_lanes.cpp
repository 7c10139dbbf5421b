// Unusual: four running sums, as a vector unit has them, joined at the end; the tail of a row whose
// length is no multiple of four goes into the first of them.

#include "answer.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <stdexcept>

namespace answer {

float normalizer(std::span<const float> exponentials) {
  if (exponentials.empty()) { throw std::invalid_argument("an empty row"); }
  std::array<float, 4> lanes{};
  std::size_t i = 0;
  for (; i + 4 <= exponentials.size(); i += 4) {
    for (std::size_t lane = 0; lane < 4; ++lane) { lanes[lane] += exponentials[i + lane]; }
  }
  for (; i < exponentials.size(); ++i) { lanes[0] += exponentials[i]; }
  return (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
}

void normalize(std::span<const float> exponentials, float normalizer,
               std::span<float> probabilities) {
  if (exponentials.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  std::ranges::transform(exponentials, probabilities.begin(),
                         [normalizer](float e) { return e / normalizer; });
}

}  // namespace answer
