#include "engine/decimal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "engine/ball_quotient.hpp"
#include "engine/ball_round.hpp"
#include "engine/multiprecision.hpp"

namespace softmax {
namespace {

/// 5^0 to 5^27: those of 64 bits.
constexpr auto powers_of_five = [] {
  std::array<std::uint64_t, 28> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) { powers[i] = 5 * powers[i - 1]; }
  return powers;
}();

/// 10^exponent, exact up to 10^55. Domain: 0 to 1,000.
template <class B>
B power_of_ten(std::int64_t exponent) {
  constexpr std::int64_t most = powers_of_five.size() - 1;
  if (exponent <= most) {
    return exactly<B>(powers_of_five[static_cast<std::size_t>(exponent)], exponent);
  }
  if (exponent <= 2 * most) { return power_of_ten<B>(most) * power_of_ten<B>(exponent - most); }
  B result = exactly<B>(1.0);
  B square = exactly<B>(10.0);
  for (std::int64_t left = exponent; left > 0; left /= 2) {
    if (left % 2 == 1) { result = result * square; }
    if (left > 1) { square = square * square; }
  }
  return result;
}

template <class B>
B times_power_of_ten(const B& x, std::int64_t exponent) {
  constexpr std::int64_t most = 1000;
  if (exponent < -most || exponent > most) { return times_large_power_of_ten(x, exponent); }
  return exponent < 0 ? x / power_of_ten<B>(-exponent) : x * power_of_ten<B>(exponent);
}

template <class B>
B size_of(B x) {
  x.negative = false;
  return x;
}

template <class B>
B without_radius(B x) {
  x.radius = {};
  return x;
}

/// floor(log10 |midpoint|), give or take one. Domain: an exponent below 2 * 10^9.
template <class B>
std::int64_t decimal_exponent(const B& x) {
  constexpr std::int64_t log10_of_2 = 301'029'995;  // 0.30102999566..., in units of 10^-9
  constexpr std::int64_t units = 1'000'000'000;
  const std::int64_t scaled = x.exponent * log10_of_2;
  return scaled >= 0 ? scaled / units : -((units - 1 - scaled) / units);
}

template <class B>
struct RoundedDigits {
  std::string text;         ///< significant digits, no point
  std::int64_t exponent{};  ///< d.ddd * 10^exponent
  B error;                  ///< |value - digits| is at most its midpoint and radius
};

/// Whether a rest of that size, known to within that radius, is sure to be below a half (or one).
template <class B>
bool rounds_surely(const B& rest, const Magnitude& radius) {
  B room = exactly<B>(0.5) - rest;
  if (room.zero_midpoint()) { return radius.zero(); }
  room.radius = room.radius + radius;
  return !room.negative && !size_below(room).zero();
}

/// `count` digits of |x|, if no other `count` digits are possible.
template <class B>
std::optional<RoundedDigits<B>> round_digits(const B& x, int count) {
  const B least = power_of_ten<B>(count - 1);
  for (std::int64_t exponent = decimal_exponent(x) + 1;; --exponent) {
    const std::int64_t shift = count - 1 - exponent;
    const B scaled = size_of(times_power_of_ten(x, shift));
    if (scaled < least) { continue; }
    const Whole<B> whole = nearest_whole(scaled);
    B error = size_of(whole.rest);
    if (!rounds_surely(error, scaled.radius)) { return std::nullopt; }
    error.radius = scaled.radius;
    const std::int64_t carried = static_cast<std::int64_t>(whole.digits.size()) - count;
    return RoundedDigits<B>{whole.digits.substr(0, static_cast<std::size_t>(count)),
                            exponent + carried, times_power_of_ten(error, -shift)};
  }
}

std::string place_point(bool negative, std::string digits, std::int64_t exponent) {
  while (digits.size() > 1 && digits.back() == '0') { digits.pop_back(); }
  const auto count = static_cast<std::int64_t>(digits.size());
  const std::string sign = negative ? "-" : "";
  if (exponent < -5 || exponent > 20) {
    const std::string tail = count > 1 ? "." + digits.substr(1) : "";
    return fmt::format("{}{}{}e{}", sign, digits[0], tail, exponent);
  }
  if (exponent < 0) {
    return sign + "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
  }
  if (count <= exponent + 1) {
    return sign + digits + std::string(static_cast<std::size_t>(exponent + 1 - count), '0');
  }
  const auto whole = static_cast<std::size_t>(exponent) + 1;
  return sign + digits.substr(0, whole) + "." + digits.substr(whole);
}

/// Two digits that are at least |midpoint| + radius.
template <class B>
std::string two_digits_up(const B& x) {
  if (x.zero_midpoint() && x.exact()) { return "0"; }
  const B bound =
      size_of(without_radius(x)) + exactly<B>(x.radius.significand, x.radius.exponent - 64);
  for (std::int64_t exponent = decimal_exponent(bound) + 1;; --exponent) {
    const B scaled = times_power_of_ten(bound, 1 - exponent);
    if (scaled < exactly<B>(10.0)) { continue; }
    Whole<B> whole = nearest_whole(scaled);
    whole.rest.radius = scaled.radius;
    const bool enough = (whole.rest.zero_midpoint() && whole.rest.exact()) ||
                        (whole.rest.negative && !size_below(whole.rest).zero());
    const std::string text = std::to_string(std::stoi(whole.digits) + (enough ? 0 : 1));
    return place_point(false, text, exponent + static_cast<std::int64_t>(text.size()) - 2);
  }
}

/// Whether the radius is, to two digits, that of the least error too.
template <class B>
bool is_settled(const B& error, const std::string& radius) {
  if (error.exact()) { return true; }
  const Magnitude least = size_below(error);
  return !least.zero() &&
         two_digits_up(exactly<B>(least.significand, least.exponent - 64)) == radius;
}

/// How many digits may be certain: those of 1/(relative radius), and one more.
template <class B>
int plausible_digits(const B& x, int most) {
  if (x.exact()) { return most; }
  const std::int64_t sure_bits = x.exponent - x.radius.exponent + 1;
  if (sure_bits < 1) { return 1; }
  return static_cast<int>(std::clamp<std::int64_t>(sure_bits * 302 / 1000 + 1, 1, most));
}

}  // namespace

template <class B>
CertainDecimal decimal(const B& x, int most) {
  if (x.zero_midpoint() && x.exact()) { return {"0", "0"}; }
  const int first = size_below(x).zero() ? 0 : plausible_digits(x, most);
  for (int count = first; count >= 1; --count) {
    if (const auto digits = round_digits(x, count)) {
      const bool complete = count == most;
      const std::string radius = two_digits_up(digits->error);
      return {place_point(x.negative, digits->text, digits->exponent), radius, complete,
              complete && is_settled(digits->error, radius)};
    }
  }
  return {"0", two_digits_up(x), false, false};
}

template CertainDecimal decimal(const Ball& x, int most);
template CertainDecimal decimal(const WideBall& x, int most);

}  // namespace softmax
