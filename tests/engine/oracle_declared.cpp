#include "tests/engine/oracle_declared.hpp"

namespace softmax::oracle {
namespace {

Interval power_of_two(long exponent) { return times_power_of_two(Interval(1.0), exponent); }

/// What an operation adds, exp relative to the result and log in itself. `off` is |x - 1|.
template <class Number>
struct Declared;

template <>
struct Declared<Certified> {  // ball.hpp
  static constexpr int unit = -127;
  static Interval exp(const Interval& /*size*/) { return power_of_two(-124); }
  static Interval log(const Interval& off, const Interval& size) {
    if (off.below(power_of_two(-7))) { return times_power_of_two(size, -122); }
    return times_power_of_two(size.below(Interval(1.0)) ? Interval(1.0) : size, -124);
  }
};

template <>
struct Declared<Witness> {  // wide_ball.hpp
  static constexpr int unit = -167;
  static Interval exp(const Interval& size) {
    return times_power_of_two(Interval(32.0) + times_power_of_two(size, 3), -168);
  }
  static Interval log(const Interval& off, const Interval& size) {
    const Interval least = power_of_two(-20);
    return times_power_of_two(!off.below(least) && size.below(least) ? least : size, -150);
  }
};

template <class Number>
Interval unit_of(const Measured<Number>& result) {
  return times_power_of_two(result.size, Declared<Number>::unit);
}

/// |(a +- b) - (A +- B)| <= ra + rb.
template <class Number>
Interval radius_of_sum(const Measured<Number>& a, const Measured<Number>& b,
                       const Measured<Number>& result) {
  return a.radius + b.radius + unit_of(result);
}

/// |ab - AB| <= |A| rb + |B| ra + ra rb.
template <class Number>
Interval radius_of_product(const Measured<Number>& a, const Measured<Number>& b,
                           const Measured<Number>& result) {
  return a.size * b.radius + b.size * a.radius + a.radius * b.radius + unit_of(result);
}

/// |a/b - A/B| <= (ra + |A/B| rb) / (|B| - rb).
template <class Number>
Interval radius_of_quotient(const Measured<Number>& a, const Measured<Number>& b,
                            const Measured<Number>& result) {
  return (a.radius + a.size / b.size * b.radius) / (b.size - b.radius) + unit_of(result);
}

/// The radius r of x adds e^r - 1 <= r + r^2. Domain: r below 1/2.
template <class Number>
Interval radius_of_exp(const Measured<Number>& x, const Measured<Number>& result) {
  const Interval own = Declared<Number>::exp(x.size);
  const Interval spread = x.radius + x.radius * x.radius;
  return result.size * (own + spread + own * spread);
}

/// The radius r of x adds r / (X - r).
template <class Number>
Interval radius_of_log(const Measured<Number>& x, const Measured<Number>& result) {
  return Declared<Number>::log(abs(x.midpoint - Interval(1.0)), result.size) +
         x.radius / (x.size - x.radius);
}

}  // namespace

Radii declared_sum(const Sized& a, const Sized& b, const Sized& result) {
  return {radius_of_sum(a.ball, b.ball, result.ball),
          radius_of_sum(a.witness, b.witness, result.witness)};
}
Radii declared_product(const Sized& a, const Sized& b, const Sized& result) {
  return {radius_of_product(a.ball, b.ball, result.ball),
          radius_of_product(a.witness, b.witness, result.witness)};
}
Radii declared_quotient(const Sized& a, const Sized& b, const Sized& result) {
  return {radius_of_quotient(a.ball, b.ball, result.ball),
          radius_of_quotient(a.witness, b.witness, result.witness)};
}
Radii declared_exp(const Sized& x, const Sized& result) {
  return {radius_of_exp(x.ball, result.ball), radius_of_exp(x.witness, result.witness)};
}
Radii declared_log(const Sized& x, const Sized& result) {
  return {radius_of_log(x.ball, result.ball), radius_of_log(x.witness, result.witness)};
}

}  // namespace softmax::oracle
