#include "engine/compare_printed.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <limits>
#include <string>

namespace softmax {
namespace {

/// The decimal exponent that is written after the 'e'; 0 if there is none.
int written_exponent(std::string_view text) {
  const std::size_t e = text.find_first_of("eE");
  if (e == std::string_view::npos) { return 0; }
  std::string_view digits = text.substr(e + 1);
  if (digits.front() == '+') { digits.remove_prefix(1); }
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::string_view mantissa(std::string_view text) {
  return text.substr(0, text.find_first_of("eE"));
}

int significant_digits(std::string_view text) {
  int count = 0;
  for (const char c : mantissa(text)) {
    const bool digit = c >= '0' && c <= '9';
    if (digit && (count > 0 || c != '0')) { ++count; }
  }
  return count;
}

/// The power of ten of the last digit: -4 for 0.6590.
int last_place(std::string_view text) {
  const std::string_view digits = mantissa(text);
  const std::size_t point = digits.find('.');
  const std::size_t decimals = point == std::string_view::npos ? 0 : digits.size() - point - 1;
  return written_exponent(text) - static_cast<int>(decimals);
}

double unit_of_place(int exponent) {
  return Given::from_text(fmt::format("1e{}", exponent)).held_in(parse_format("binary64"));
}

/// "1", "0." or "1.0": no digit behind the point that is told, and no exponent.
bool whole(std::string_view text, double value) {
  return value == std::trunc(value) && last_place(text) >= -1 &&
         text.find_first_of("eE") == std::string_view::npos;
}

}  // namespace

Printed printed(const Given& given, bool decimal) {
  const double value = given.held_in(parse_format("binary64"));
  if (!decimal || given.nan() || given.plus_infinity() || given.minus_infinity()) {
    return {value, 0, 17};
  }
  const std::string text = given.text();
  if (whole(text, value)) { return {value, 0, 17}; }
  return {value, unit_of_place(last_place(text)), significant_digits(text)};
}

bool prints_as(double computed, const Printed& printed) {
  if (std::isnan(computed) || std::isnan(printed.value)) {
    return std::isnan(computed) && std::isnan(printed.value);
  }
  if (computed == printed.value) { return true; }
  const double slack = std::ldexp(std::fabs(printed.value), -52);
  if (printed.quantum < 4 * slack) { return false; }
  return std::fabs(computed - printed.value) <= printed.quantum / 2 + slack;
}

double narrowed(const Given& given, double in_binary64, const Format& format) {
  if (!std::isfinite(in_binary64)) { return given.held_in(format); }
  // Rounding twice is rounding once unless the first result lies beside a tie of the second.
  constexpr double infinity = std::numeric_limits<double>::infinity();
  const double below = round_to_format(std::nextafter(in_binary64, -infinity), format);
  const double above = round_to_format(std::nextafter(in_binary64, infinity), format);
  return below == above ? above : given.held_in(format);
}

int digits_that_name(const Format& format) {
  constexpr double log10_of_2 = 0.30102999566398120;
  return static_cast<int>(std::ceil(1 + format.precision * log10_of_2));
}

}  // namespace softmax
