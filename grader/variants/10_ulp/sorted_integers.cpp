// Unusual: signed integers in two's complement, as sorting by bits does it; the gap comes out of
// the bits of the double, by masking its fraction away.

#include "answer.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <stdexcept>

namespace answer {

namespace {
std::int32_t sortable(float x) {
  const auto bits = std::bit_cast<std::int32_t>(x);
  return bits < 0 ? static_cast<std::int32_t>(0x80000000U - static_cast<std::uint32_t>(bits))
                  : bits;
}
}  // namespace

std::size_t ulp_distance(float a, float b) {
  if (!(a <= b) && !(b <= a)) { throw std::invalid_argument("NaN"); }
  const std::int64_t first = sortable(std::min(a, b));
  const std::int64_t second = sortable(std::max(a, b));
  return static_cast<std::size_t>(std::abs(second - first));
}

double error_ulp(float computed, double reference) {
  if (std::isnan(computed) || !(std::abs(reference) <= std::numeric_limits<double>::max())) {
    throw std::invalid_argument("not a number");
  }
  const double least = 0x1p-126;
  const double size = std::max(std::abs(reference), least);
  const auto power =
      std::bit_cast<double>(std::bit_cast<std::uint64_t>(size) & 0xfff0000000000000U);
  const double difference = static_cast<double>(computed) - reference;
  return difference / power * 8388608.0;
}

}  // namespace answer
