#include "engine/given.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "engine/multiprecision.hpp"
#include "engine/nearest_name.hpp"
#include "engine/quotation.hpp"
#include "engine/short_decimal.hpp"

namespace softmax {
namespace {

constexpr std::size_t longest_text = 1000;
constexpr int largest_decimal_exponent = 5000;

struct Decimal {
  bool negative = false;
  std::string digits;
  int exponent = 0;  ///< value = digits * 10^exponent
};

bool digit(char c) { return c >= '0' && c <= '9'; }

bool take_sign(std::string_view& text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative || (!text.empty() && text.front() == '+')) { text.remove_prefix(1); }
  return negative;
}

std::string take_digits(std::string_view& text) {
  const auto count =
      static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), digit) - text.begin());
  std::string digits(text.substr(0, count));
  text.remove_prefix(count);
  return digits;
}

/// The exponent after an 'e', clamped well beyond what is accepted; empty if there is none.
std::optional<int> take_exponent(std::string_view& text) {
  text.remove_prefix(1);
  const bool negative = take_sign(text);
  const std::string digits = take_digits(text);
  if (digits.empty()) { return std::nullopt; }
  int value = 0;
  for (const char c : digits) { value = std::min(value * 10 + (c - '0'), 1'000'000); }
  return negative ? -value : value;
}

std::optional<Decimal> parse_decimal(std::string_view text) {
  Decimal number;
  number.negative = take_sign(text);
  number.digits = take_digits(text);
  if (!text.empty() && text.front() == '.') {
    text.remove_prefix(1);
    const std::string fraction = take_digits(text);
    number.digits += fraction;
    number.exponent = -static_cast<int>(fraction.size());
  }
  if (number.digits.empty()) { return std::nullopt; }
  if (!text.empty() && (text.front() == 'e' || text.front() == 'E')) {
    const std::optional<int> exponent = take_exponent(text);
    if (!exponent) { return std::nullopt; }
    number.exponent += *exponent;
  }
  if (!text.empty()) { return std::nullopt; }
  return number;
}

std::optional<double> parse_special(std::string_view text) {
  const bool negative = take_sign(text);
  const std::string name = lower_case(text);
  if (name == "nan") { return std::numeric_limits<double>::quiet_NaN(); }
  if (name != "inf" && name != "infinity") { return std::nullopt; }
  constexpr double infinity = std::numeric_limits<double>::infinity();
  return negative ? -infinity : infinity;
}

}  // namespace

Given Given::from_text(std::string_view text) {
  Given given;
  if (const std::optional<double> special = parse_special(text)) {
    given.binary_ = *special;
    return given;
  }
  if (text.empty()) { throw std::invalid_argument("an empty text is no number"); }
  if (text.size() > longest_text) {
    throw std::invalid_argument(fmt::format("a number of {} characters ({}): at most {} are read",
                                            text.size(), quotation(text), longest_text));
  }
  const std::optional<Decimal> decimal = parse_decimal(text);
  if (!decimal) { throw std::invalid_argument(quotation(text) + " is not a number"); }
  if (std::abs(decimal->exponent) > largest_decimal_exponent) {
    throw std::invalid_argument(fmt::format("{}: decimal exponents beyond {} are not read",
                                            quotation(text), largest_decimal_exponent));
  }
  given.text_ = text;
  return given;
}

Given Given::from_double(double value) {
  Given given;
  given.binary_ = value;
  return given;
}

bool Given::is_number(std::string_view text) {
  return parse_special(text).has_value() || parse_decimal(text).has_value();
}

double Given::held_in(const Format& format) const {
  if (text_.empty()) { return round_to_format(binary_, format); }
  const Decimal decimal = parse_decimal(text_).value();
  const auto& [negative, digits, exponent] = decimal;
  const std::optional<double> held = round_short_decimal(negative, digits, exponent, format);
  return held ? *held : round_decimal(negative, digits, exponent, format);
}

namespace {

template <class Number>
Number number_of(const std::string& text, double binary) {
  if (text.empty()) { return Number(binary); }
  const Decimal decimal = parse_decimal(text).value();
  return Number::from_decimal(decimal.negative, decimal.digits, decimal.exponent);
}

}  // namespace

Certified Given::value() const { return number_of<Certified>(text_, binary_); }

Witness Given::witness() const { return number_of<Witness>(text_, binary_); }

std::string Given::text() const { return text_.empty() ? fmt::format("{}", binary_) : text_; }

bool Given::minus_infinity() const { return std::isinf(binary_) && binary_ < 0; }
bool Given::plus_infinity() const { return std::isinf(binary_) && binary_ > 0; }
bool Given::nan() const { return std::isnan(binary_); }

}  // namespace softmax
