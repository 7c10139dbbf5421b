#include "engine/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

#include "engine/nearest_name.hpp"
#include "engine/quotation.hpp"

namespace softmax {
namespace {

constexpr double quiet_nan = std::numeric_limits<double>::quiet_NaN();

/// IEEE style: the largest number is (2 - 2^(1-p)) 2^emax.
Format ieee(std::string name, int precision, int emin, int emax) {
  const double largest = std::ldexp(2.0 - std::ldexp(1.0, 1 - precision), emax);
  return {std::move(name), precision, emin, emax, largest, Overflow::to_infinity};
}

int parse_field(std::string_view& rest, std::string_view whole) {
  const std::size_t comma = rest.find(',');
  const std::string_view field = rest.substr(0, comma);
  int value = 0;
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
  if (error != std::errc{} || end != field.data() + field.size()) {
    throw std::invalid_argument("format " + quotation(whole) + ": " + quotation(field) +
                                " is no whole number");
  }
  rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
  return value;
}

void require_range(std::string_view text, const char* what, int value, int low, int high) {
  if (value < low || value > high) {
    throw std::invalid_argument("format " + quotation(text) + ": " + what + " must be from " +
                                std::to_string(low) + " to " + std::to_string(high));
  }
}

Format invented(std::string_view text) {
  if (std::count(text.begin(), text.end(), ',') > 2) {
    throw std::invalid_argument("format " + quotation(text) + ": more than precision,emin,emax");
  }
  std::string_view rest = text;
  const int precision = parse_field(rest, text);
  const int emin = parse_field(rest, text);
  const int emax = parse_field(rest, text);
  require_range(text, "precision", precision, 2, 24);
  require_range(text, "emin", emin, -450, 0);
  require_range(text, "emax", emax, 1, 450);
  return ieee(std::string(text), precision, emin, emax);
}

/// The exponent of the last place that x has in the format. Domain: finite.
int quantum_exponent(double x, const Format& format) {
  // floor(log2 |x|), out of the pattern; of 0 and the subnormals -1023, which is below every emin.
  const auto biased = static_cast<int>((std::bit_cast<std::uint64_t>(x) >> 52U) & 0x7ffU);
  return std::max(biased - 1023, format.emin) - format.precision + 1;
}

/// 1.5 * 2^exponent. Domain: normal numbers.
double one_and_a_half_times_power(int exponent) {
  const std::uint64_t biased = static_cast<std::uint64_t>(exponent) + 1023;
  return std::bit_cast<double>((biased << 52U) | (std::uint64_t{1} << 51U));
}

std::uint64_t encode_special(double held, const Format& format, std::uint64_t exponent_ones) {
  const int fraction_bits = format.precision - 1;
  const std::uint64_t infinity_bits = exponent_ones << fraction_bits;
  if (std::isnan(held)) {
    const bool all_ones = format.overflow == Overflow::to_nan;
    const std::uint64_t one = 1;
    return infinity_bits | (all_ones ? (one << fraction_bits) - 1 : one << (fraction_bits - 1));
  }
  const std::uint64_t sign = std::signbit(held) ? 1 : 0;
  return sign << (encoding_bits(format) - 1) | infinity_bits;
}

int exponent_bits(const Format& format) {
  const bool infinity_takes_one = format.overflow == Overflow::to_infinity;
  const int codes = format.emax - format.emin + 1 + (infinity_takes_one ? 1 : 0);
  return static_cast<int>(std::bit_width(static_cast<unsigned>(codes)));
}

}  // namespace

double unit_roundoff(const Format& format) { return std::ldexp(1.0, -format.precision); }

double smallest_subnormal(const Format& format) {
  return std::ldexp(1.0, format.emin - format.precision + 1);
}

double smallest_normal(const Format& format) { return std::ldexp(1.0, format.emin); }

double overflow_value(const Format& format, bool negative) {
  if (format.overflow == Overflow::to_nan) { return quiet_nan; }
  constexpr double infinity = std::numeric_limits<double>::infinity();
  return negative ? -infinity : infinity;
}

double round_to_format(double x, const Format& format) {
  if (std::isnan(x)) { return quiet_nan; }
  if (std::fabs(x) >= 2 * format.largest) { return overflow_value(format, x < 0); }
  double rounded = x;
  if (format.precision < 53) {
    // Adding 1.5 * 2^52 quanta leaves no bit below one quantum: the addition itself rounds.
    const double anchor = one_and_a_half_times_power(quantum_exponent(x, format) + 52);
    rounded = std::copysign((std::fabs(x) + anchor) - anchor, x);
  }
  return std::fabs(rounded) > format.largest ? overflow_value(format, x < 0) : rounded;
}

bool is_subnormal(double x, const Format& format) {
  return x != 0 && std::fabs(x) < smallest_normal(format);
}

int encoding_bits(const Format& format) { return 1 + exponent_bits(format) + format.precision - 1; }

std::uint64_t encode(double held, const Format& format) {
  const std::uint64_t ones = (std::uint64_t{1} << exponent_bits(format)) - 1;
  if (!std::isfinite(held)) { return encode_special(held, format, ones); }
  const std::uint64_t sign = std::signbit(held) ? 1 : 0;
  const int quantum = quantum_exponent(held, format);
  // The significand as an integer: its hidden bit, if set, adds 1 to the biased exponent.
  const auto significand = static_cast<std::uint64_t>(std::ldexp(std::fabs(held), -quantum));
  const auto biased = static_cast<std::uint64_t>(quantum + format.precision - 1 - format.emin);
  const std::uint64_t magnitude = (biased << (format.precision - 1)) + significand;
  return sign << (encoding_bits(format) - 1) | magnitude;
}

std::string computed_text(double x) {
  if (std::isnan(x)) { return "nan"; }
  return fmt::format("{}", x);
}

std::string short_digits(double x, const Format& format) {
  using Limits = std::numeric_limits<float>;
  // A float's digits, where float has no wider spacing than the format.
  const double size = std::fabs(x);
  const bool spaced = format.precision <= 24 && (format.emin >= Limits::min_exponent - 1 ||
                                                 size >= static_cast<double>(Limits::min()));
  const bool as_float = spaced && size <= static_cast<double>(Limits::max());
  return as_float ? fmt::format("{}", static_cast<float>(x)) : computed_text(x);
}

std::span<const Format> builtin_formats() {
  static const std::array<Format, 6> formats = {
      Format{"e4m3fn", 4, -6, 8, 448.0, Overflow::to_nan},
      ieee("e5m2", 3, -14, 15),
      ieee("bfloat16", 8, -126, 127),
      ieee("binary16", 11, -14, 15),
      ieee("binary32", 24, -126, 127),
      ieee("binary64", 53, -1022, 1023),
  };
  return formats;
}

Format parse_format(std::string_view text) {
  std::vector<std::string> names;
  for (const Format& format : builtin_formats()) {
    if (format.name == text) { return format; }
    names.push_back(format.name);
  }
  if (text.find(',') != std::string_view::npos) { return invented(text); }
  throw std::invalid_argument("unknown format " + quotation(text) + did_you_mean(text, names) +
                              " (a format is one of " + joined(names) +
                              ", or precision,emin,emax)");
}

}  // namespace softmax
