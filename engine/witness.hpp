#pragma once
/// A reference by two witnesses: the ball that the workbook works with, and Boost.Multiprecision.
///
///     const TwoWitnesses two = two_witnesses(row.reference, i);
///     two.ball.decimal(ball_digits).digits;         // "0.731058578630004879251159241821836274"
///     two.witness.decimal(witness_digits).digits;   // the same, and a dozen digits more
///     two.agree();                                  // or else one of the two has a bug
///
/// No line of the +, -, *, /, exp and log of one is one of the other's. What they share is the text
/// of the stages, the reading of decimals and the arithmetic of radii (magnitude.hpp).
/// Cost: of an element, 10 microseconds; of an algorithm's first, 5 for each of the row's exps.

#include <cstddef>
#include <cstdint>

#include "engine/certified_row.hpp"
#include "engine/trace.hpp"

namespace softmax {

/// The most digits that each is asked for; fewer are certain of most numbers.
constexpr int ball_digits = 36;
constexpr int witness_digits = 50;

/// By how many of the two a number is defined.
enum class Defined : std::uint8_t { by_none, by_one, by_both };

struct TwoWitnesses {
  Certified ball;
  Witness witness;

  /// Whether one real number can be in both enclosures. Undefined claims nothing: a ball gives up
  /// sooner than its witness.
  [[nodiscard]] bool agree() const;
  [[nodiscard]] Defined defined() const;
};

/// Computes: both, of element i of a reference.
TwoWitnesses two_witnesses(const CertifiedRow& reference, std::size_t i);

/// Does: has the trace make what its witnesses keep, the sums of every algorithm, so that a report
/// need not wait for them. Progress is told after each stage of each algorithm.
void call_witnesses(const Trace& trace, const Progress& progress = {});

}  // namespace softmax
