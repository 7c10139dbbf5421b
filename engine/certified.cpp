// The one translation unit that sees Boost.Multiprecision.
#include "engine/certified.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/multiprecision/cpp_int.hpp>
#include <cmath>
#include <limits>

namespace softmax {
namespace {

namespace mp = boost::multiprecision;

constexpr int bits = 168;
using Real = mp::number<mp::cpp_bin_float<bits, mp::digit_base_2>, mp::et_off>;

/// Above this, e^x has a decimal exponent beyond 10^8 and is kept as its logarithm.
constexpr double largest_exponent = 2.3e8;

using Kind = Certified::Kind;

}  // namespace

struct Arithmetician {
  static Real midpoint(const Certified& c) {
    Real value;
    if (c.significand_[2] == 0) { return value; }
    auto& backend = value.backend();
    backend.bits().resize(3, 3);
    std::copy(c.significand_.begin(), c.significand_.end(), backend.bits().limbs());
    backend.exponent() = static_cast<int>(c.exponent_);
    backend.sign() = c.negative_;
    return value;
  }

  static Certified make(const Real& midpoint, const Magnitude& radius, Kind kind = Kind::finite) {
    Certified c;
    c.kind_ = kind;
    c.radius_ = radius;
    if (midpoint == 0) { return c; }
    const auto& backend = midpoint.backend();
    std::copy_n(backend.bits().limbs(), backend.bits().size(), c.significand_.begin());
    c.exponent_ = backend.exponent();
    c.negative_ = backend.sign();
    return c;
  }

  static Certified special(Kind kind) {
    Certified c;
    c.kind_ = kind;
    return c;
  }

  /// x, as the certified number that e^x keeps.
  static Certified logarithm(const Certified& c) {
    Certified x = c;
    x.kind_ = Kind::finite;
    return x;
  }

  static Certified negated(Certified c) {
    if (c.significand_[2] != 0) { c.negative_ = !c.negative_; }
    return c;
  }

  /// The exponent of the lowest set bit of the midpoint.
  static std::int64_t lowest_bit(const Certified& c) {
    int zeros = 0;
    for (const std::uint64_t limb : c.significand_) {
      zeros += std::countr_zero(limb);
      if (limb != 0) { break; }
    }
    return c.exponent_ - (bits - 1) + zeros;
  }

  static std::int64_t used_bits(const Certified& c) { return c.exponent_ - lowest_bit(c) + 1; }

  static bool zero_midpoint(const Certified& c) { return c.significand_[2] == 0; }

  /// |midpoint| from above, and from below.
  static Magnitude upper(const Certified& c) {
    if (zero_midpoint(c)) { return {}; }
    return Magnitude::of(
        static_cast<double>((c.significand_[2] << 13U) + (c.significand_[1] >> 51U) + 1),
        c.exponent_ - 52);
  }
  static Magnitude lower(const Certified& c) {
    return Magnitude::of(
        static_cast<double>((c.significand_[2] << 13U) + (c.significand_[1] >> 51U)),
        c.exponent_ - 52);
  }

  static bool negative(const Certified& c) { return c.negative_; }
};

namespace {

using A = Arithmetician;

/// One unit in the last place of a midpoint.
Magnitude unit(const Real& midpoint) {
  return midpoint == 0 ? Magnitude{}
                       : Magnitude::of(1.0, midpoint.backend().exponent() - (bits - 1));
}

/// A lower bound of |b| - radius, as a magnitude rounded down; zero if there is none.
Magnitude distance_from_zero(const Certified& b) {
  const Magnitude low = A::lower(b);
  if (!(b.radius() < low)) { return {}; }
  if (b.radius().zero()) { return low; }
  const std::int64_t gap = b.radius().exponent - low.exponent;
  const double taken =
      gap < -60 ? std::ldexp(1.0, -60) : std::ldexp(b.radius().mantissa, static_cast<int>(gap));
  const double left = (low.mantissa - taken) * (1 - std::ldexp(1.0, -50));
  return left > 0 ? Magnitude::of(left, low.exponent) : Magnitude{};
}

bool sum_fits(const Certified& a, const Certified& b) {
  if (A::zero_midpoint(a) || A::zero_midpoint(b)) { return true; }
  const std::int64_t top = std::max(a.exponent(), b.exponent()) + 1;
  return top - std::min(A::lowest_bit(a), A::lowest_bit(b)) + 1 <= bits;
}

bool product_fits(const Certified& a, const Certified& b) {
  return A::zero_midpoint(a) || A::zero_midpoint(b) || A::used_bits(a) + A::used_bits(b) <= bits;
}

Certified finite_sum(const Certified& a, const Certified& b) {
  const Real midpoint = A::midpoint(a) + A::midpoint(b);
  const Magnitude rounding = sum_fits(a, b) ? Magnitude{} : unit(midpoint);
  return A::make(midpoint, a.radius() + b.radius() + rounding);
}

Certified finite_product(const Certified& a, const Certified& b) {
  const Real midpoint = A::midpoint(a) * A::midpoint(b);
  const Magnitude rounding = product_fits(a, b) ? Magnitude{} : unit(midpoint);
  return A::make(midpoint, A::upper(a) * b.radius() + A::upper(b) * a.radius() +
                               a.radius() * b.radius() + rounding);
}

/// |a/b - A/B| <= (|A| rb / |B| + ra) / (|B| - rb), for midpoints A, B and radii ra, rb.
Certified finite_quotient(const Certified& a, const Certified& b) {
  const Magnitude away = distance_from_zero(b);
  if (away.zero()) { return A::special(Kind::undefined); }
  const Real midpoint = A::midpoint(a) / A::midpoint(b);
  const Certified quotient = A::make(midpoint, {});
  const bool fits =
      midpoint == 0 || (product_fits(quotient, b) && midpoint * A::midpoint(b) == A::midpoint(a));
  const Magnitude inherited = (A::upper(a) * b.radius() / A::lower(b) + a.radius()) / away;
  return A::make(midpoint, inherited + (fits ? Magnitude{} : unit(midpoint)));
}

/// The logarithm of a positive number, however it is kept.
Certified log_of(const Certified& c) {
  return c.kind() == Kind::exponential ? A::logarithm(c) : log(c);
}

/// e^x for a certified x.
Certified exp_of(const Certified& x) { return exp(x); }

bool positive(const Certified& c) {
  return c.kind() == Kind::exponential || (c.finite() && c.sign() == 1);
}

/// e^a + e^b = e^(max + log(1 + e^(min - max))), for numbers of which one is beyond range.
Certified sum_beyond_range(const Certified& a, const Certified& b) {
  if (a.zero()) { return b; }
  if (b.zero()) { return a; }
  if (!positive(a) || !positive(b)) { return A::special(Kind::undefined); }
  Certified large = log_of(a);
  Certified small = log_of(b);
  if (large < small) { std::swap(large, small); }
  const Certified share = exp(small - large);
  if (share.kind() == Kind::exponential) {  // below 2^-330,000,000: a part of the radius
    return exp(A::make(A::midpoint(large), large.radius() + Magnitude::of(1.0, -300'000'000)));
  }
  return exp_of(large + log(Certified(1.0) + share));
}

bool any_undefined(const Certified& a, const Certified& b) {
  return a.undefined() || b.undefined();
}

bool both_finite(const Certified& a, const Certified& b) { return a.finite() && b.finite(); }

/// A product or quotient with a number beyond range: through the logarithms, zeros apart.
Certified beyond_range(const Certified& a, const Certified& b, bool divide) {
  if (a.zero()) { return a; }
  if (b.zero()) { return divide ? A::special(Kind::undefined) : b; }
  if (!positive(a) || !positive(b)) { return A::special(Kind::undefined); }
  return exp(divide ? log_of(a) - log_of(b) : log_of(a) + log_of(b));
}

/// An upper bound of e^r - 1 for a radius r below 2.3e8.
Magnitude growth(const Magnitude& r) {
  if (r < Magnitude::of(0.5)) { return r * (Magnitude::of(1.0) + r); }
  return Magnitude::of(
      1.0,
      static_cast<std::int64_t>(1.5 * std::ldexp(r.mantissa, static_cast<int>(r.exponent))) + 2);
}

/// Reals between which an enclosure lies.
struct Ends {
  Real low;
  Real high;
};

/// Each end is rounded to a midpoint's bits, which the added unit makes up for.
Ends ends_of(const Certified& c) {
  const Real midpoint = A::midpoint(c);
  const Magnitude r = c.radius() + unit(midpoint);
  const Real radius = ldexp(Real(r.mantissa), static_cast<int>(r.exponent));
  return {midpoint - radius, midpoint + radius};
}

/// The exponent of the spacing of the format at x: that of the last place of a number there.
int quantum_at(const Real& x, const Format& format) {
  const std::int64_t exponent = x == 0 ? format.emin : std::int64_t{x.backend().exponent()};
  return static_cast<int>(std::max<std::int64_t>(exponent, format.emin)) - format.precision + 1;
}

Real spacing_at(const Real& x, const Format& format) {
  return ldexp(Real(1), quantum_at(x, format));
}

/// x rounded once to the format, ties to even.
double round_real(const Real& x, const Format& format) {
  if (x == 0) { return 0; }
  const bool negative = x < 0;
  if (x.backend().exponent() > format.emax) { return overflow_value(format, negative); }
  const int quantum = quantum_at(x, format);
  const Real scaled = ldexp(mp::abs(x), -quantum);
  const Real whole = floor(scaled);
  const Real from_tie = scaled - whole - Real(0.5);
  const bool up = from_tie > 0 || (from_tie == 0 && fmod(whole, Real(2)) != 0);
  const double rounded = std::ldexp(whole.convert_to<double>() + (up ? 1 : 0), quantum);
  if (rounded > format.largest) { return overflow_value(format, negative); }
  return negative ? -rounded : rounded;
}

/// log x near 1 from 2 atanh((x - 1)/(x + 1)); five terms leave (2^-20)^10 of the first.
Real log_near_one(const Real& x) {
  const Real t = (x - 1) / (x + 1);
  const Real square = t * t;
  Real series = 0;
  for (int odd = 11; odd >= 1; odd -= 2) { series = series * square + Real(1) / odd; }
  return 2 * t * series;
}

}  // namespace

Certified::Certified(double value) {
  if (std::isfinite(value)) {
    *this = A::make(Real(value), {});
  } else {
    kind_ = value < 0 ? Kind::minus_infinity : Kind::undefined;
  }
}

std::optional<int> Certified::sign() const {
  if (!finite()) { return std::nullopt; }
  if (zero()) { return 0; }
  if (distance_from_zero(*this).zero()) { return std::nullopt; }
  return negative_ ? -1 : 1;
}

bool Certified::same(const Certified& other) const {
  if (kind_ == Kind::minus_infinity) { return other.kind_ == Kind::minus_infinity; }
  return exact() && same_enclosure(other);
}

bool Certified::same_enclosure(const Certified& other) const {
  return kind_ == other.kind_ && significand_ == other.significand_ &&
         exponent_ == other.exponent_ && negative_ == other.negative_ && radius_ == other.radius_;
}

double Certified::relative_radius() const {
  if (exact()) { return 0; }
  const Magnitude away = distance_from_zero(*this);
  if (!finite() || away.zero()) { return std::numeric_limits<double>::infinity(); }
  const Magnitude ratio = radius_ / away;
  return std::ldexp(ratio.mantissa,
                    static_cast<int>(std::max<std::int64_t>(ratio.exponent, -1000)));
}

double Certified::approximate() const {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  if (kind_ == Kind::exponential) { return negative_ ? 0 : infinity; }
  if (kind_ == Kind::minus_infinity) { return -infinity; }
  if (kind_ == Kind::undefined) { return std::numeric_limits<double>::quiet_NaN(); }
  return A::midpoint(*this).convert_to<double>();
}

std::optional<double> Certified::round_to(const Format& format) const {
  if (kind_ == Kind::minus_infinity) { return overflow_value(format, true); }
  if (kind_ == Kind::undefined) { return std::numeric_limits<double>::quiet_NaN(); }
  if (kind_ == Kind::exponential) { return negative_ ? 0.0 : overflow_value(format, false); }
  if (exact()) { return round_real(A::midpoint(*this), format); }
  const Ends ends = ends_of(*this);
  const double low = round_real(ends.low, format);
  const double high = round_real(ends.high, format);
  // Rounding is monotone: what the ends agree on, all between them do.
  const bool agree = low == high || (std::isnan(low) && std::isnan(high));
  return agree ? std::optional(low) : std::nullopt;
}

Certified operator-(const Certified& a) {
  return a.finite() ? A::negated(a) : A::special(Kind::undefined);
}

Certified operator+(const Certified& a, const Certified& b) {
  if (any_undefined(a, b)) { return A::special(Kind::undefined); }
  if (is_masked(a) || is_masked(b)) { return A::special(Kind::minus_infinity); }
  return both_finite(a, b) ? finite_sum(a, b) : sum_beyond_range(a, b);
}

Certified operator-(const Certified& a, const Certified& b) {
  if (any_undefined(a, b) || is_masked(b)) { return A::special(Kind::undefined); }
  if (is_masked(a)) { return a; }
  return both_finite(a, b) ? finite_sum(a, -b) : A::special(Kind::undefined);
}

Certified operator*(const Certified& a, const Certified& b) {
  if (any_undefined(a, b) || is_masked(a) || is_masked(b)) { return A::special(Kind::undefined); }
  return both_finite(a, b) ? finite_product(a, b) : beyond_range(a, b, false);
}

Certified operator/(const Certified& a, const Certified& b) {
  if (any_undefined(a, b) || is_masked(b)) { return A::special(Kind::undefined); }
  if (is_masked(a)) { return b.sign() == 1 ? a : A::special(Kind::undefined); }
  return both_finite(a, b) ? finite_quotient(a, b) : beyond_range(a, b, true);
}

bool operator<(const Certified& a, const Certified& b) {
  if (any_undefined(a, b)) { return false; }
  if (is_masked(a) || is_masked(b)) { return is_masked(a) && !is_masked(b); }
  if (both_finite(a, b)) { return A::midpoint(a) < A::midpoint(b); }
  if (!positive(a) || !positive(b)) { return !positive(a) && positive(b); }
  return A::midpoint(log_of(a)) < A::midpoint(log_of(b));
}

Certified exp(const Certified& x) {
  if (x.kind() == Kind::minus_infinity) { return Certified(); }
  if (!x.finite()) { return A::special(Kind::undefined); }
  if (x.zero()) { return Certified(1.0); }
  const Magnitude limit = Magnitude::of(largest_exponent);
  if (limit < A::upper(x) || limit < x.radius()) {
    // Large or small for sure, or else nothing is known of it.
    const bool certain = Magnitude::of(0.99 * largest_exponent) < distance_from_zero(x);
    return certain ? A::make(A::midpoint(x), x.radius(), Kind::exponential)
                   : A::special(Kind::undefined);
  }
  const Real midpoint = mp::exp(A::midpoint(x));
  const Magnitude size = A::upper(A::make(midpoint, {}));
  const Magnitude loss = Magnitude::of(32.0, -bits) + A::upper(x) * Magnitude::of(8.0, -bits);
  const Magnitude spread = growth(x.radius());
  return A::make(midpoint, size * (loss + spread + loss * spread));
}

/// |log(x) - log(X)| <= r / (X - r) for a midpoint X and a radius r.
Certified log(const Certified& x) {
  if (x.kind() == Kind::exponential) { return A::logarithm(x); }
  if (x.zero()) { return A::special(Kind::minus_infinity); }
  if (x.same(Certified(1.0))) { return Certified(); }
  if (x.sign() != 1) { return A::special(Kind::undefined); }
  const Real mid = A::midpoint(x);
  const bool near_one = mp::abs(mid - 1) < ldexp(Real(1), -20);
  const Real midpoint = near_one ? log_near_one(mid) : mp::log(mid);
  const Magnitude floor = near_one ? Magnitude{} : Magnitude::of(1.0, -20);
  const Magnitude size = std::max(A::upper(A::make(midpoint, {})), floor);
  return A::make(midpoint, size * Magnitude::of(1.0, -150) + x.radius() / distance_from_zero(x));
}

Certified ulp(const Certified& y, const Format& format) {
  if (y.exact()) { return A::make(spacing_at(A::midpoint(y), format), {}); }
  const Ends ends = ends_of(y);
  const bool holds_zero = ends.low < 0 && ends.high > 0;
  const Real one = spacing_at(ends.low, format);
  const Real other = spacing_at(ends.high, format);
  const Real least = holds_zero ? spacing_at(Real(0), format) : Real(std::min(one, other));
  const Real most = std::max(one, other);
  if (least == most) { return A::make(most, {}); }
  const Real half = (most - least) / 2;
  return A::make(least + half, A::upper(A::make(half, {})));
}

// Decimal text: in and out.

namespace {

mp::cpp_int power_of(int base, int exponent) {
  return mp::pow(mp::cpp_int(base), static_cast<unsigned>(exponent));
}

Certified certified_integer(const mp::cpp_int& value) {
  const Real midpoint(value);
  const bool fits = mp::cpp_int(midpoint) == value;
  return A::make(midpoint, fits ? Magnitude{} : unit(midpoint));
}

/// 10^exponent as a certified number, exact up to 10^72.
Certified power_of_ten(std::int64_t exponent) {
  Certified result(1.0);
  Certified square(10.0);
  for (std::int64_t left = exponent < 0 ? -exponent : exponent; left > 0; left /= 2) {
    if (left % 2 == 1) { result = result * square; }
    if (left > 1) { square = square * square; }
  }
  return exponent < 0 ? Certified(1.0) / result : result;
}

Certified times_power_of_ten(const Certified& value, std::int64_t exponent) {
  return exponent < 0 ? value / power_of_ten(-exponent) : value * power_of_ten(exponent);
}

/// floor(log10 |midpoint|), or one more or less.
std::int64_t decimal_exponent(const Certified& value) {
  constexpr double log10_of_2 = 0.30102999566398120;
  return static_cast<std::int64_t>(std::floor(static_cast<double>(value.exponent()) * log10_of_2));
}

struct Rounded {
  std::string digits;  ///< significant digits, no point
  std::int64_t
      exponent{};   ///< value = 0.digits * 10^exponent... of the first digit: d.ddd * 10^exponent
  Certified error;  ///< |value - digits|, radius included
};

/// `count` digits of |value|, if no other `count` digits are possible.
std::optional<Rounded> round_digits(const Certified& value, int count) {
  for (std::int64_t exponent = decimal_exponent(value) + 1;; --exponent) {
    const std::int64_t shift = count - 1 - exponent;
    const Certified scaled = times_power_of_ten(value, shift);
    const Real size = mp::abs(A::midpoint(scaled));
    if (size < Real(power_of(10, count - 1))) { continue; }
    const Real whole = floor(size + Real(0.5));
    const Real off = mp::abs(size - whole);
    const Certified room = A::make(Real(0.5) - off, scaled.radius());
    const bool certain = room.sign() == 1 || room.zero();
    if (!certain) { return std::nullopt; }
    const Certified error = A::make(off, scaled.radius());
    const std::string digits = mp::cpp_int(whole).str();
    const std::int64_t carried = static_cast<std::int64_t>(digits.size()) - count;
    return Rounded{digits.substr(0, static_cast<std::size_t>(count)), exponent + carried,
                   times_power_of_ten(error, -shift)};
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

/// Two digits that are at least |value| + radius.
std::string two_digits_up(const Certified& value) {
  if (value.zero()) { return "0"; }
  const Real total = mp::abs(A::midpoint(value)) + ldexp(Real(value.radius().mantissa),
                                                         static_cast<int>(value.radius().exponent));
  const Certified bound = A::make(total, {});
  for (std::int64_t exponent = decimal_exponent(bound) + 1;; --exponent) {
    const Certified scaled = times_power_of_ten(bound, 1 - exponent);
    // The scaling itself errs by at most 2^-100 of the bound.
    const Real size = A::midpoint(scaled) * (1 + ldexp(Real(1), -100));
    if (size < 10) { continue; }
    const std::string digits = mp::cpp_int(ceil(size)).str();
    return place_point(false, digits, exponent + static_cast<std::int64_t>(digits.size()) - 2);
  }
}

int plausible_digits(const Certified& value, int most) {
  if (value.exact()) { return most; }
  const double relative = value.relative_radius();
  if (!(relative < 0.5)) { return 1; }
  return std::clamp(static_cast<int>(-std::log10(relative)) + 1, 1, most);
}

/// Numbers beyond this are turned into decimals through their logarithm: no power of ten that long.
constexpr std::int64_t longest_direct_exponent = 40'000;

/// "3.5e-30" times 10^by, as text.
std::string shift_exponent(const std::string& decimal, std::int64_t by) {
  const std::size_t e = decimal.find('e');
  const std::int64_t old = e == std::string::npos ? 0 : std::stoll(decimal.substr(e + 1));
  return decimal == "0" ? decimal : fmt::format("{}e{}", decimal.substr(0, e), old + by);
}

/// e^x = 10^(x / ln 10): the digits are 10^fraction, the exponent the whole part.
CertainDecimal decimal_by_logarithm(const Certified& value, int most) {
  const bool negative = A::negative(value);
  const Certified tens = log(negative ? -value : value) / log(Certified(10.0));
  const Real whole = floor(A::midpoint(tens));
  const Certified fraction = tens - A::make(whole, {});
  const CertainDecimal digits = exp(fraction * log(Certified(10.0))).decimal(most);
  const auto exponent = whole.convert_to<std::int64_t>();
  return {(negative ? "-" : "") + shift_exponent(digits.digits, exponent),
          shift_exponent(digits.radius, exponent)};
}

}  // namespace

Certified Certified::from_decimal(bool negative, std::string_view digits, int exponent) {
  const std::size_t leading = std::min(digits.find_first_not_of('0'), digits.size());
  if (leading == digits.size()) { return Certified(); }
  mp::cpp_int number{std::string(digits.substr(leading))};
  if (negative) { number = -number; }
  if (exponent >= 0) { return certified_integer(number * power_of(10, exponent)); }
  const mp::cpp_int fives = power_of(5, -exponent);
  const Certified twos = A::make(ldexp(Real(1), -exponent), {});
  if (number % fives == 0) { return certified_integer(number / fives) / twos; }
  return certified_integer(number) / certified_integer(fives) / twos;
}

double round_decimal(bool negative, std::string_view digits, int exponent, const Format& format) {
  const Certified value = Certified::from_decimal(negative, digits, exponent);
  if (value.zero()) { return negative ? -0.0 : 0.0; }
  if (const std::optional<double> certain = value.round_to(format)) { return *certain; }
  // A decimal within 2^-160 of a tie but not on it: one comparison of exact fractions decides.
  const mp::cpp_rational number(mp::cpp_int{std::string(digits.substr(
                                    std::min(digits.find_first_not_of('0'), digits.size() - 1)))} *
                                    power_of(10, std::max(exponent, 0)),
                                power_of(10, std::max(-exponent, 0)));
  const int quantum = static_cast<int>(std::max<std::int64_t>(value.exponent(), format.emin)) -
                      format.precision + 1;
  const mp::cpp_rational two_to_quantum = quantum < 0
                                              ? mp::cpp_rational(1, mp::cpp_int(1) << -quantum)
                                              : mp::cpp_rational(mp::cpp_int(1) << quantum);
  const mp::cpp_rational scaled = number / two_to_quantum;
  const mp::cpp_int whole = numerator(scaled) / denominator(scaled);
  const mp::cpp_rational rest = scaled - mp::cpp_rational(whole);
  const bool up =
      rest > mp::cpp_rational(1, 2) || (rest == mp::cpp_rational(1, 2) && whole % 2 != 0);
  const double rounded = std::ldexp((whole + (up ? 1 : 0)).convert_to<double>(), quantum);
  if (rounded > format.largest) { return overflow_value(format, negative); }
  return negative ? -rounded : rounded;
}

CertainDecimal Certified::decimal(int most) const {
  if (kind_ == Kind::minus_infinity) { return {"-inf", "0"}; }
  if (kind_ == Kind::undefined) { return {"undefined", ""}; }
  if (kind_ == Kind::exponential) {
    return {"exp(" + A::logarithm(*this).decimal(most).digits + ")", ""};
  }
  if (zero()) { return {"0", "0"}; }
  if (distance_from_zero(*this).zero()) { return {"0", two_digits_up(*this)}; }
  if (std::abs(exponent_) > longest_direct_exponent) { return decimal_by_logarithm(*this, most); }
  for (int count = plausible_digits(*this, most); count >= 1; --count) {
    if (const auto rounded = round_digits(*this, count)) {
      return {place_point(negative_, rounded->digits, rounded->exponent),
              two_digits_up(rounded->error)};
    }
  }
  return {"0", two_digits_up(*this)};
}

std::string Certified::midpoint_hex() const {
  return fmt::format("{}0x{:010x}{:016x}{:016x}p{}", negative_ ? "-" : "", significand_[2],
                     significand_[1], significand_[0], exponent_ - (bits - 1));
}

}  // namespace softmax
