#pragma once
/// A reference by two witnesses: the ball that the workbook works with, and Boost.Multiprecision.
///
///     const TwoWitnesses two = two_witnesses(row.reference, i);
///     two.ball.decimal.digits;       // "1.97007111401704699388887935224332313e434"
///     two.witness.decimal.digits;    // the same and a dozen digits more
///     two.agree;                     // or else one of the two has a bug
///
/// No line of the +, -, *, /, exp and log of one is one of the other's. What they share is the text
/// of the stages, and the arithmetic of radii (magnitude.hpp).
/// Cost: 20 microseconds a value; and of an algorithm's first, 5 for each of the row's exps.

#include <cstddef>
#include <string>

#include "engine/certified_row.hpp"
#include "engine/trace.hpp"

namespace softmax {

/// The most digits that each is asked for; fewer are certain of most numbers.
constexpr int ball_digits = 36;
constexpr int witness_digits = 50;

/// What one of them says.
struct Testimony {
  CertainDecimal decimal;
  std::string relative_radius;  ///< two digits, rounded up; "0" if it is known to the last bit;
                                ///< empty where no digit is certain, and of undefined

  bool operator==(const Testimony& other) const {
    return decimal.digits == other.decimal.digits && relative_radius == other.relative_radius;
  }
};

struct TwoWitnesses {
  Testimony ball;
  Testimony witness;
  bool agree = true;
};

/// Computes: whether one real number can be in both enclosures. Undefined claims nothing: a ball
/// gives up sooner than its witness.
bool agree(const Certified& ball, const Witness& witness);

/// Computes: what both say of element i of a reference.
TwoWitnesses two_witnesses(const CertifiedRow& reference, std::size_t i);

/// Does: has the trace make what its witnesses keep, the sums of every algorithm, so that a report
/// need not wait for them. Progress is told after each algorithm and stage.
void call_witnesses(const Trace& trace, const Progress& progress);

}  // namespace softmax
