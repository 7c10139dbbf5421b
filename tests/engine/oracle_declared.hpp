#pragma once
/// How wide the engine's headers let the radius of a result be: the radii of its operands carried
/// over as CERTIFIED.md proves, and what the operation adds.

#include "engine/certified.hpp"
#include "tests/engine/oracle.hpp"
#include "tests/engine/oracle_three.hpp"

namespace softmax::oracle {

/// What an enclosure is made of, in intervals.
template <class Number>
struct Measured {
  Interval midpoint;
  Interval size;  ///< of the midpoint
  Interval radius;

  explicit Measured(const Number& c)
      : midpoint(Interval::midpoint_of(c)), size(abs(midpoint)), radius(Interval::radius_of(c)) {}
};

/// A number in three libraries, and what its two enclosures are made of.
struct Sized {
  Three number;
  Measured<Certified> ball;
  Measured<Witness> witness;

  explicit Sized(const Three& x) : number(x), ball(x.ball), witness(x.witness) {}
  [[nodiscard]] bool exact() const { return number.ball.exact(); }
};

struct Radii {
  Interval ball;
  Interval witness;
};

/// Computes: the radii that are declared for the result. Of exp, the radius of x is below 1/2.
Radii declared_sum(const Sized& a, const Sized& b, const Sized& result);  ///< or the difference
Radii declared_product(const Sized& a, const Sized& b, const Sized& result);
Radii declared_quotient(const Sized& a, const Sized& b, const Sized& result);
Radii declared_exp(const Sized& x, const Sized& result);
Radii declared_log(const Sized& x, const Sized& result);

}  // namespace softmax::oracle
