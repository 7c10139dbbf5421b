// Unusual: a place is the bits with the sign turned into an offset, so that all places are
// positive; the error is first scaled to numbers near 1, by a power of two, and then divided by
// its gap there.

#include "answer.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <stdexcept>

namespace answer {

namespace {
std::uint64_t place(float x) {
  const std::uint64_t bits = std::bit_cast<std::uint32_t>(x);
  constexpr std::uint64_t zero = 0x80000000U;
  return bits < zero ? zero + bits : zero - (bits - zero);
}
}  // namespace

std::size_t ulp_distance(float a, float b) {
  if (std::isunordered(a, b)) { throw std::invalid_argument("NaN"); }
  const std::array places = {place(a), place(b)};
  const auto [low, high] = std::minmax_element(places.begin(), places.end());
  return *high - *low;
}

double error_ulp(float computed, double reference) {
  if (std::isnan(computed) || !std::isfinite(reference)) {
    throw std::invalid_argument("not a number");
  }
  int exponent = 0;
  std::frexp(reference, &exponent);
  const int scale = reference == 0 ? 126 : std::min(1 - exponent, 126);
  return (std::scalbn(static_cast<double>(computed), scale) - std::scalbn(reference, scale)) *
         0x1p23;
}

}  // namespace answer
