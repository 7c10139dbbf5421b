#include <algorithm>
#include <cmath>

#include "tests/engine/oracle.hpp"

namespace softmax::oracle {
namespace {

using Kind = Certified::Kind;

Truth special(Kind kind) {
  Truth truth;
  truth.kind = kind;
  return truth;
}

bool undefined(const Truth& a) { return a.kind == Kind::undefined; }
bool masked(const Truth& a) { return a.kind == Kind::minus_infinity; }

}  // namespace

Truth::Truth(double held, int bits) : value(std::isfinite(held) ? held : 0, bits) {
  if (!std::isfinite(held)) { kind = held < 0 ? Kind::minus_infinity : Kind::undefined; }
}

std::string Truth::text() const {
  if (finite()) { return value.text(); }
  return masked(*this) ? "-inf" : "undefined";
}

Truth operator+(const Truth& a, const Truth& b) {
  if (undefined(a) || undefined(b)) { return special(Kind::undefined); }
  if (masked(a) || masked(b)) { return special(Kind::minus_infinity); }
  return Truth(a.value + b.value);
}

Truth operator-(const Truth& a, const Truth& b) {
  if (undefined(a) || undefined(b) || masked(b)) { return special(Kind::undefined); }
  return masked(a) ? a : Truth(a.value - b.value);
}

Truth operator/(const Truth& a, const Truth& b) {
  if (undefined(a) || undefined(b) || masked(b)) { return special(Kind::undefined); }
  if (b.value.holds_zero()) { return special(Kind::undefined); }
  if (masked(a)) { return Interval(0).below(b.value) ? a : special(Kind::undefined); }
  return Truth(a.value / b.value);
}

Truth exp(const Truth& x) {
  if (undefined(x)) { return x; }
  return masked(x) ? Truth(Interval(0)) : Truth(exp(x.value));
}

Truth log(const Truth& x) {
  if (!x.finite()) { return special(Kind::undefined); }
  if (x.value.is_point() && x.value.holds_zero()) { return special(Kind::minus_infinity); }
  return Interval(0).below(x.value) ? Truth(log(x.value)) : special(Kind::undefined);
}

bool encloses(const Certified& c, const Interval& real) {
  const bool logarithm = c.kind() == Kind::exponential;
  if (!c.finite() && !logarithm) { return false; }
  const Interval off = (logarithm ? log(real) : real) - Interval::midpoint_of(c);
  const Interval radius = Interval::radius_of(c);
  return off.inside(Interval::hull(Interval(0) - radius, radius));
}

bool encloses(const Certified& c, const Truth& truth) {
  return truth.finite() ? encloses(c, truth.value) : c.kind() == truth.kind;
}

Interval ulp(const Interval& y, const Format& format) {
  const Rational low = abs(y.lower());
  const Rational high = abs(y.upper());
  const auto spacing = [&format](const Rational& size) {
    const long top = size == 0 ? format.emin : std::max<long>(floor_log2(size), format.emin);
    return times_power_of_two(Interval(1), top - format.precision + 1);
  };
  const Interval ends = Interval::hull(spacing(low), spacing(high));
  return y.holds_zero() ? Interval::hull(ends, spacing(Rational(0))) : ends;
}

Interval error_in_ulps(double computed, const Interval& exact, const Format& format) {
  return (Interval(computed) - exact) / ulp(exact, format);
}

}  // namespace softmax::oracle
