#include <algorithm>
#include <cmath>

#include "tests/engine/oracle.hpp"

namespace softmax::oracle {
namespace {

using Kind = Certified::Kind;

/// e^x is kept as x beyond this: far inside of where the engine's numbers do so.
constexpr double largest_exponent = 1e7;

Truth special(Kind kind) {
  Truth truth;
  truth.kind = kind;
  return truth;
}

Truth within(Interval value, Interval slack) {
  Truth truth(std::move(value));
  truth.slack = std::move(slack);
  return truth;
}

Interval symmetric(const Interval& size) { return Interval::hull(Interval(0) - size, size); }
Interval widened(const Truth& x) {
  return x.slack.is_zero() ? x.value : x.value + symmetric(x.slack);
}

bool both_rational(const Truth& a, const Truth& b) { return a.rational && b.rational; }
int bits_of(const Truth& a, const Truth& b) { return std::max(a.value.bits(), b.value.bits()); }

bool is_zero(const Truth& x) { return x.finite() && x.value.is_zero() && x.slack.is_zero(); }
bool positive(const Truth& x) {
  return x.kind == Kind::exponential || (x.finite() && Interval(0).below(widened(x)));
}

/// The larger of two logarithms, and what the smaller number adds to it: ln(1 + e^difference).
Truth log_of_sum(const Truth& a, const Truth& b) {
  const Truth& large = a.value.below(b.value) ? b : a;
  const Truth& small = a.value.below(b.value) ? a : b;
  const Interval share = exp(small.value - large.value);
  const Interval slack = a.slack + b.slack;
  if (share.below(Interval(0x1p-1000))) { return within(large.value, slack + share); }
  return within(large.value + log(Interval(1) + share), slack);
}

/// Where the smaller is too small for any interval to show, it is slack.
Truth sum_of_finite(const Truth& a, const Truth& b) {
  const bool swap = abs(a.value).below(abs(b.value));
  const Truth& large = swap ? b : a;
  const Truth& small = swap ? a : b;
  const Interval slack = a.slack + b.slack;
  const bool invisible = abs(small.value).below(abs(large.value) * Interval(0x1p-1000));
  return invisible ? within(large.value, slack + abs(small.value))
                   : within(large.value + small.value, slack);
}

/// What e^x, kept as its x below 0, adds to a number: no interval shows it.
Truth sum_with_tiny(const Truth& number, const Truth& tiny) {
  return within(number.value, number.slack + exp(widened(tiny)));
}

/// |(a + s)/(b + t) - a/b| <= (s + |a/b| t) / (|b| - t), at most twice that by |b| if t < |b|/2.
Truth quotient_with_slack(const Truth& a, const Truth& b) {
  const Interval quotient = a.value / b.value;
  const Interval least = abs(b.value);
  if (!(b.slack + b.slack).below(least)) { return Truth(widened(a) / widened(b)); }
  const Interval off = (a.slack + abs(quotient) * b.slack) / least;
  return within(quotient, off + off);
}

}  // namespace

Truth::Truth(double held, int bits) : value(std::isfinite(held) ? held : 0, bits) {
  if (std::isfinite(held)) {
    rational = oracle::rational(held);
  } else {
    kind = held < 0 ? Kind::minus_infinity : Kind::undefined;
  }
}

Interval Truth::everything() const { return finite() ? widened(*this) : exp(widened(*this)); }

std::string Truth::text() const {
  if (finite()) { return value.text(); }
  if (kind == Kind::exponential) { return "exp" + value.text(); }
  return masked() ? "-inf" : "undefined";
}

Truth operator+(const Truth& a, const Truth& b) {
  if (a.undefined() || b.undefined()) { return special(Kind::undefined); }
  if (a.masked() || b.masked()) { return special(Kind::minus_infinity); }
  if (both_rational(a, b)) { return Truth(*a.rational + *b.rational, bits_of(a, b)); }
  if (is_zero(a) || is_zero(b)) { return is_zero(a) ? b : a; }
  if (a.finite() && b.finite()) { return sum_of_finite(a, b); }
  if (!positive(a) || !positive(b)) { return special(Kind::undefined); }
  const Truth& kept = a.finite() ? b : a;
  const bool tiny = a.finite() != b.finite() && kept.value.below(Interval(0));
  return tiny ? sum_with_tiny(a.finite() ? a : b, kept) : exp(log_of_sum(log(a), log(b)));
}

Truth operator-(const Truth& a, const Truth& b) {
  if (a.undefined() || b.undefined() || b.masked()) { return special(Kind::undefined); }
  if (a.masked()) { return a; }
  if (!a.finite() || !b.finite()) { return special(Kind::undefined); }
  if (both_rational(a, b)) { return Truth(*a.rational - *b.rational, bits_of(a, b)); }
  return within(a.value - b.value, a.slack + b.slack);
}

Truth operator/(const Truth& a, const Truth& b) {
  if (a.undefined() || b.undefined() || b.masked() || is_zero(b)) {
    return special(Kind::undefined);
  }
  if (a.masked()) { return positive(b) ? a : special(Kind::undefined); }
  if (is_zero(a)) { return a; }
  if (!a.finite() || !b.finite()) { return exp(log(a) - log(b)); }
  if (both_rational(a, b)) { return Truth(*a.rational / *b.rational, bits_of(a, b)); }
  return b.value.holds_zero() ? special(Kind::undefined) : quotient_with_slack(a, b);
}

Truth exp(const Truth& x) {
  if (x.masked()) { return Truth(0.0); }
  if (is_zero(x)) { return Truth(1.0, x.value.bits()); }
  if (!x.finite()) { return special(Kind::undefined); }
  const bool kept = Interval(largest_exponent).below(abs(x.value));
  Truth power = kept ? within(x.value, x.slack) : Truth(exp(widened(x)));
  if (kept) { power.kind = Kind::exponential; }
  power.logarithm = x.rational;
  return power;
}

Truth log(const Truth& x) {
  if (x.logarithm) { return Truth(*x.logarithm, x.value.bits()); }
  if (x.kind == Kind::exponential) { return within(x.value, x.slack); }
  if (!x.finite()) { return special(Kind::undefined); }
  if (is_zero(x)) { return special(Kind::minus_infinity); }
  // |ln(1 + s)| is below 2|s| for such a small s.
  if (x.value.is_one() && !x.slack.is_zero()) { return within(Interval(0), x.slack + x.slack); }
  return positive(x) ? Truth(log(widened(x))) : special(Kind::undefined);
}

template <class B>
bool encloses(const Enclosure<B>& c, const Truth& truth) {
  if (truth.undefined() || truth.masked()) { return c.kind() == truth.kind; }
  if (c.undefined() || is_masked(c)) { return false; }
  const bool by_logarithm = c.kind() == Kind::exponential;
  const Truth real = by_logarithm ? log(truth) : Truth(truth.everything());
  const Truth off =
      (truth.finite() && !by_logarithm ? truth : real) - Truth(Interval::midpoint_of(c));
  return off.everything().inside(symmetric(Interval::radius_of(c)));
}

template <class B>
bool encloses(const Enclosure<B>& c, const Interval& real) {
  return encloses(c, Truth(real));
}

template bool encloses(const Certified&, const Truth&);
template bool encloses(const Witness&, const Truth&);
template bool encloses(const Certified&, const Interval&);
template bool encloses(const Witness&, const Interval&);

Interval ulp(const Interval& y, const Format& format) {
  const auto spacing = [&format](const Interval& size) {
    const long top = size.is_zero() ? format.emin : std::max<long>(*size.exponent(), format.emin);
    return times_power_of_two(Interval(1), top - format.precision + 1);
  };
  const Interval ends = Interval::hull(spacing(y.lower_end()), spacing(y.upper_end()));
  return y.holds_zero() ? Interval::hull(ends, spacing(Interval(0))) : ends;
}

Interval error_in_ulps(double computed, const Interval& exact, const Format& format) {
  return (Interval(computed) - exact) / ulp(exact, format);
}

}  // namespace softmax::oracle
