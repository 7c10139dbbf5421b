#include "engine/certified.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <utility>

#include "engine/ball_round.hpp"
#include "engine/certified_arithmetic.hpp"
#include "engine/multiprecision.hpp"

namespace softmax {
namespace {

using Kind = CertifiedKind;

/// Above this, e^x has a decimal exponent beyond 10^8 and is kept as its logarithm.
constexpr std::uint64_t largest_exponent = 230'000'000;

template <class B>
Enclosure<B> kind_alone(Kind kind) {
  return Enclosure<B>(B{}, kind);
}

template <class B>
Enclosure<B> undefined_number() {
  return kind_alone<B>(Kind::undefined);
}

template <class B>
bool any_undefined(const Enclosure<B>& a, const Enclosure<B>& b) {
  return a.undefined() || b.undefined();
}

template <class B>
bool positive(const Enclosure<B>& c) {
  return c.kind() == Kind::exponential || (c.finite() && c.sign() == 1);
}

/// The logarithm of a positive number, however it is kept.
template <class B>
Enclosure<B> log_of(const Enclosure<B>& c) {
  return c.kind() == Kind::exponential ? Enclosure<B>(c.ball()) : log(c);
}

/// The number, and a radius that has room for 2^-300,000,000 of it: what e^-2.2e8 adds, and more.
template <class B>
Enclosure<B> with_room(const Enclosure<B>& c) {
  B around = c.ball();
  const Magnitude all =
      c.finite() ? midpoint_above(around) + around.radius : Magnitude::of(1);  // of a logarithm
  around.radius = around.radius + all * Magnitude::of(1, -300'000'000);
  return Enclosure<B>(around, c.kind());
}

/// The sum of two positive numbers of which one is beyond range: the larger e^a, b <= a, is
/// e^(a + ln(1 + e^(b - a))).
template <class B>
Enclosure<B> sum_beyond_range(const Enclosure<B>& larger, const Enclosure<B>& smaller) {
  const Enclosure<B> a = log_of(larger);
  const Enclosure<B> b = log_of(smaller);
  const Enclosure<B> share = exp(b - a);
  if (share.kind() == Kind::exponential) { return with_room(larger); }
  const Enclosure<B> logarithm = a + log(Enclosure<B>(1.0) + share);
  if (logarithm.finite()) { return exp(logarithm); }
  // So little is known of their ratio that 1 + share may be 0: the sum lies between the larger
  // number and twice that, and either may be the larger. (ln 2 < 1.)
  B around = a.ball();
  around.radius = around.radius + b.radius() + Magnitude::of(1);
  return exp(Enclosure<B>(around));
}

/// A product or quotient with a number beyond range: through the logarithms, zeros apart.
template <class B>
Enclosure<B> beyond_range(const Enclosure<B>& a, const Enclosure<B>& b, bool divide) {
  if (a.zero()) { return a; }
  if (b.zero()) { return divide ? undefined_number<B>() : b; }
  if (!positive(a) || !positive(b)) { return undefined_number<B>(); }
  return exp(divide ? log_of(a) - log_of(b) : log_of(a) + log_of(b));
}

}  // namespace

template <class B>
Enclosure<B> Enclosure<B>::from_decimal(bool negative, std::string_view digits, int exponent) {
  return Enclosure(read_decimal<B>(negative, digits, exponent));
}

template <class B>
std::optional<int> Enclosure<B>::sign() const {
  if (!finite()) { return std::nullopt; }
  if (zero()) { return 0; }
  if (!ball_.exact() && size_below(ball_).zero()) { return std::nullopt; }
  return ball_.negative ? -1 : 1;
}

template <class B>
bool Enclosure<B>::same(const Enclosure& other) const {
  if (kind_ == Kind::minus_infinity) { return other.kind_ == Kind::minus_infinity; }
  return exact() && same_enclosure(other);
}

template <class B>
bool Enclosure<B>::same_enclosure(const Enclosure& other) const {
  return kind_ == other.kind_ && ball_ == other.ball_;
}

template <class B>
double Enclosure<B>::relative_radius() const {
  if (exact()) { return 0; }
  const Magnitude away = size_below(ball_);
  if (!finite() || away.zero()) { return std::numeric_limits<double>::infinity(); }
  const Magnitude ratio = ball_.radius / away;
  const auto significand = static_cast<double>((ratio.significand >> 11U) + 1);
  const auto exponent = std::max<std::int64_t>(ratio.exponent, -1000);
  return std::ldexp(significand, static_cast<int>(exponent) - 53);
}

template <class B>
double Enclosure<B>::approximate() const {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  if (kind_ == Kind::exponential) { return ball_.negative ? 0 : infinity; }
  if (kind_ == Kind::minus_infinity) { return -infinity; }
  if (kind_ == Kind::undefined) { return std::numeric_limits<double>::quiet_NaN(); }
  return nearest_double(ball_);
}

template <class B>
std::optional<double> Enclosure<B>::round_to(const Format& format) const {
  if (kind_ == Kind::minus_infinity) { return overflow_value(format, true); }
  if (kind_ == Kind::undefined) { return std::numeric_limits<double>::quiet_NaN(); }
  if (kind_ == Kind::exponential) { return ball_.negative ? 0.0 : overflow_value(format, false); }
  return softmax::round_to(ball_, format);
}

template <class B>
CertainDecimal Enclosure<B>::decimal(int most) const {
  if (kind_ == Kind::minus_infinity) { return {"-inf", "0"}; }
  if (kind_ == Kind::undefined) { return {"undefined", "", true, false}; }  // in so many bits
  if (kind_ == Kind::exponential) {
    const CertainDecimal exponent = softmax::decimal(ball_, most);
    return {"exp(" + exponent.digits + ")", "", exponent.complete, exponent.complete};
  }
  return softmax::decimal(ball_, most);
}

template <class B>
std::string Enclosure<B>::midpoint_hex() const {
  return hexadecimal(ball_);
}

template <class B>
Enclosure<B> operator-(const Enclosure<B>& a) {
  return a.finite() ? Enclosure<B>(-a.ball()) : undefined_number<B>();
}

template <class B>
Enclosure<B> special::sum(const Enclosure<B>& a, const Enclosure<B>& b) {
  if (any_undefined(a, b)) { return undefined_number<B>(); }
  if (is_masked(a) || is_masked(b)) { return kind_alone<B>(Kind::minus_infinity); }
  if (a.zero()) { return b; }
  if (b.zero()) { return a; }
  if (!positive(a) || !positive(b)) { return undefined_number<B>(); }
  return a < b ? sum_beyond_range(b, a) : sum_beyond_range(a, b);
}

template <class B>
Enclosure<B> special::difference(const Enclosure<B>& a, const Enclosure<B>& b) {
  if (any_undefined(a, b) || is_masked(b)) { return undefined_number<B>(); }
  return is_masked(a) ? a : undefined_number<B>();
}

template <class B>
Enclosure<B> special::product(const Enclosure<B>& a, const Enclosure<B>& b) {
  if (any_undefined(a, b) || is_masked(a) || is_masked(b)) { return undefined_number<B>(); }
  return beyond_range(a, b, false);
}

template <class B>
Enclosure<B> special::quotient(const Enclosure<B>& a, const Enclosure<B>& b) {
  if (any_undefined(a, b) || is_masked(b)) { return undefined_number<B>(); }
  if (is_masked(a)) { return b.sign() == 1 ? a : undefined_number<B>(); }
  return both_finite(a, b) ? undefined_number<B>() : beyond_range(a, b, true);
}

template <class B>
bool special::less(const Enclosure<B>& a, const Enclosure<B>& b) {
  if (any_undefined(a, b)) { return false; }
  if (is_masked(a) || is_masked(b)) { return is_masked(a) && !is_masked(b); }
  if (!positive(a) || !positive(b)) { return !positive(a) && positive(b); }
  return log_of(a).ball() < log_of(b).ball();
}

template <class B>
Enclosure<B> exp(const Enclosure<B>& x) {
  if (is_masked(x)) { return Enclosure<B>(); }
  if (!x.finite()) { return undefined_number<B>(); }
  constexpr Magnitude limit = Magnitude::of(largest_exponent);
  if (limit < midpoint_above(x.ball()) || limit < x.radius()) {
    // Large or small for sure, or else nothing is known of it.
    const bool certain = Magnitude::of(largest_exponent / 100 * 99) < size_below(x.ball());
    return certain ? Enclosure<B>(x.ball(), Kind::exponential) : undefined_number<B>();
  }
  return Enclosure<B>(MadeInPlace{[&] { return exp(x.ball()); }});
}

template <class B>
Enclosure<B> log(const Enclosure<B>& x) {
  if (x.kind() == Kind::exponential) { return Enclosure<B>(x.ball()); }
  if (x.zero()) { return kind_alone<B>(Kind::minus_infinity); }
  return x.sign() == 1 ? Enclosure<B>(log(x.ball())) : undefined_number<B>();
}

template <class B>
Enclosure<B> ulp(const Enclosure<B>& y, const Format& format) {
  return Enclosure<B>(MadeInPlace{[&] { return spacing(y.ball(), format); }});
}

// Both, and no third.
template class Enclosure<Ball>;
template Enclosure<Ball> special::sum(const Enclosure<Ball>&, const Enclosure<Ball>&);
template Enclosure<Ball> special::difference(const Enclosure<Ball>&, const Enclosure<Ball>&);
template Enclosure<Ball> special::product(const Enclosure<Ball>&, const Enclosure<Ball>&);
template Enclosure<Ball> special::quotient(const Enclosure<Ball>&, const Enclosure<Ball>&);
template bool special::less(const Enclosure<Ball>&, const Enclosure<Ball>&);
template Enclosure<Ball> operator+(const Enclosure<Ball>&, const Enclosure<Ball>&);
template Enclosure<Ball> operator-(const Enclosure<Ball>&, const Enclosure<Ball>&);
template Enclosure<Ball> operator*(const Enclosure<Ball>&, const Enclosure<Ball>&);
template Enclosure<Ball> operator/(const Enclosure<Ball>&, const Enclosure<Ball>&);
template bool operator<(const Enclosure<Ball>&, const Enclosure<Ball>&);
template Enclosure<Ball> operator-(const Enclosure<Ball>&);
template Enclosure<Ball> exp(const Enclosure<Ball>&);
template Enclosure<Ball> log(const Enclosure<Ball>&);
template Enclosure<Ball> ulp(const Enclosure<Ball>&, const Format&);

template class Enclosure<WideBall>;
template Enclosure<WideBall> special::sum(const Enclosure<WideBall>&, const Enclosure<WideBall>&);
template Enclosure<WideBall> special::difference(const Enclosure<WideBall>&,
                                                 const Enclosure<WideBall>&);
template Enclosure<WideBall> special::product(const Enclosure<WideBall>&,
                                              const Enclosure<WideBall>&);
template Enclosure<WideBall> special::quotient(const Enclosure<WideBall>&,
                                               const Enclosure<WideBall>&);
template bool special::less(const Enclosure<WideBall>&, const Enclosure<WideBall>&);
template Enclosure<WideBall> operator+(const Enclosure<WideBall>&, const Enclosure<WideBall>&);
template Enclosure<WideBall> operator-(const Enclosure<WideBall>&, const Enclosure<WideBall>&);
template Enclosure<WideBall> operator*(const Enclosure<WideBall>&, const Enclosure<WideBall>&);
template Enclosure<WideBall> operator/(const Enclosure<WideBall>&, const Enclosure<WideBall>&);
template bool operator<(const Enclosure<WideBall>&, const Enclosure<WideBall>&);
template Enclosure<WideBall> operator-(const Enclosure<WideBall>&);
template Enclosure<WideBall> exp(const Enclosure<WideBall>&);
template Enclosure<WideBall> log(const Enclosure<WideBall>&);
template Enclosure<WideBall> ulp(const Enclosure<WideBall>&, const Format&);

}  // namespace softmax
