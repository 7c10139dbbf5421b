#include "engine/short_decimal.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>

namespace softmax {
namespace {

constexpr std::array exact_powers_of_ten = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                            1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                            1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/// Nothing of 0, whose sign is the slow path's affair, and of 2^53 or more.
std::optional<double> exact_integer(std::string_view digits) {
  constexpr std::uint64_t most = std::uint64_t{1} << 53U;
  std::uint64_t integer = 0;
  for (const char digit : digits) {
    integer = integer * 10 + static_cast<std::uint64_t>(digit - '0');
    if (integer >= most) { return std::nullopt; }
  }
  if (integer == 0) { return std::nullopt; }
  return static_cast<double>(integer);
}

std::optional<double> nearest_double(std::string_view digits, int exponent) {
  const std::optional<double> integer = exact_integer(digits);
  const auto power = static_cast<std::size_t>(std::abs(exponent));
  if (!integer || power >= exact_powers_of_ten.size()) { return std::nullopt; }
  return exponent < 0 ? *integer / exact_powers_of_ten.at(power)
                      : *integer * exact_powers_of_ten.at(power);
}

}  // namespace

std::optional<double> round_short_decimal(bool negative, std::string_view digits, int exponent,
                                          const Format& format) {
  const std::optional<double> size = nearest_double(digits, exponent);
  if (!size) { return std::nullopt; }
  const double d = negative ? -*size : *size;
  if (format.precision == std::numeric_limits<double>::digits) { return d; }
  constexpr double infinity = std::numeric_limits<double>::infinity();
  const double above = round_to_format(std::nextafter(d, infinity), format);
  const double below = round_to_format(std::nextafter(d, -infinity), format);
  return above == below ? std::optional(above) : std::nullopt;
}

}  // namespace softmax
