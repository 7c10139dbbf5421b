#include "tests/engine/oracle_printed.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace softmax::oracle {
namespace {

Interval power_of_ten(long exponent) { return Interval::of_text(fmt::format("1e{}", exponent)); }

/// Surely larger, whatever the intervals leave open.
bool exceeds(const Interval& a, const Interval& b) { return b.below(a); }

std::string significant(const std::string& decimal) {
  std::string digits = decimal.substr(0, decimal.find('e'));
  std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
  return digits.substr(std::min(digits.find_first_not_of('0'), digits.size()));
}

/// floor(log10 |decimal|). Domain: not zero.
long decimal_exponent(const std::string& decimal) {
  const std::size_t e = decimal.find('e');
  const long shift = e == std::string::npos ? 0 : std::stol(decimal.substr(e + 1));
  const std::string plain = decimal.substr(0, e);
  const std::size_t point = std::min(plain.find('.'), plain.size());
  const std::size_t first = plain.find_first_of("123456789");
  const auto place = static_cast<long>(point) - static_cast<long>(first);
  return shift + (place > 0 ? place - 1 : place);
}

/// One unit of the number's digit number `digits`.
Interval unit_of(const std::string& decimal, const Interval& number, int digits) {
  const long exponent = decimal_exponent(decimal);
  const bool rounded_up_to_power = abs(number).below(power_of_ten(exponent));
  return power_of_ten(exponent - (rounded_up_to_power ? 1 : 0) - digits + 1);
}

/// Whether rounding to that unit is in doubt: a tie is within the radius and what the change of
/// base adds to it, or within a hundredth of a unit where the radius is as large.
bool near_tie(const Interval& number, const Interval& unit, const Interval& radius) {
  const Interval doubt = radius + abs(number) * Interval(0x1p-155);
  if (exceeds(doubt, unit * Interval(0.01))) { return true; }
  const Interval units = abs(number) / unit;
  const Interval whole = Interval::of_rational(Rational(mpz_class(units.lower())));
  return !exceeds(abs(units - whole - Interval(0.5)) * unit, doubt);
}

/// One unit of the number's first digit. Domain: not zero.
Interval leading(const Interval& number) {
  constexpr double log10_of_2 = 0.30102999566398120;
  const Interval size = abs(number).upper_end();
  const auto least =
      static_cast<long>(std::floor(static_cast<double>(*size.exponent()) * log10_of_2));
  const Interval next = power_of_ten(least + 1);
  return size.below(next) ? power_of_ten(least) : next;
}

Interval distance(const std::string& decimal, const Interval& number) {
  return abs(Interval::of_text(decimal) - number);
}

/// The radius text is at least `needed`, and its last digit could not be one less: but for what
/// the change of base itself adds, at most 2^-160 of the number, and roundings up by 2^-49.
std::string fault_of_radius(const std::string& radius, const Interval& needed,
                            const Interval& number) {
  const Interval shown = Interval::of_text(radius);
  if (exceeds(needed, shown)) { return "radius " + radius + " is below " + needed.text(); }
  if (shown.is_zero()) { return ""; }
  const Interval unit = power_of_ten(decimal_exponent(radius) - 1);
  const Interval most = needed * Interval(1 + 0x1p-48) + abs(number) * Interval(0x1p-160);
  return exceeds(shown - unit, most) ? "radius " + radius + " is above " + needed.text() : "";
}

}  // namespace

int shown_digits(const std::string& decimal) {
  std::string digits = significant(decimal);
  while (!digits.empty() && digits.back() == '0') { digits.pop_back(); }
  return static_cast<int>(digits.size());
}

bool right_to(const std::string& decimal, const Interval& number, int digits) {
  const Interval half = unit_of(decimal, number, digits) * Interval(0.5);
  return !exceeds(distance(decimal, number), half);
}

std::string fault_of_digits(const std::string& decimal, const Interval& number, int most,
                            const Interval& radius) {
  if (shown_digits(decimal) == 0) {
    // No digit is printed where even the first is in doubt: zero is possible, or a tie is near.
    const bool certain = exceeds(abs(number), radius) && !near_tie(number, leading(number), radius);
    return certain ? decimal + " for " + number.text() : "";
  }
  if (right_to(decimal, number, most)) { return ""; }
  int shown = shown_digits(decimal);
  if (!right_to(decimal, number, shown)) { return decimal + " for " + number.text(); }
  while (right_to(decimal, number, shown + 1)) { ++shown; }  // zeros that are not printed
  for (int digits = shown + 1; digits <= most; ++digits) {
    const Interval unit = unit_of(decimal, number, digits);
    if (!near_tie(number, unit, radius)) { return "only " + decimal + " for " + number.text(); }
  }
  return "";
}

std::string fault_of_decimal(const CertainDecimal& printed, const Witness& c, const Truth& truth,
                             int most) {
  if (c.undefined()) { return printed.digits == "undefined" ? "" : printed.digits; }
  if (is_masked(c)) { return printed.digits == "-inf" ? "" : printed.digits; }
  const Interval radius = Interval::radius_of(c);
  if (c.kind() == Witness::Kind::exponential) {
    const std::string inner = printed.digits.substr(4, printed.digits.size() - 5);
    return fault_of_digits(inner, log(truth).everything(), most, radius);
  }
  const Interval real = truth.everything();
  const std::string fault = fault_of_digits(printed.digits, real, most, radius);
  if (!fault.empty()) { return fault; }
  return fault_of_radius(printed.radius,
                         distance(printed.digits, Interval::midpoint_of(c)) + radius, real);
}

}  // namespace softmax::oracle
