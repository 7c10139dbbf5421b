#pragma once
/// What one number of an answer must be, and whether a number is it.
///
///     const Wanted p = near(Certified(1.0) / Certified(3.0), 4 * unit_roundoff(binary32()));
///     accepts(p, 0.33333334, binary32());     // true
///     accepts(exactly(0), 1e-45, binary32()); // false
///
/// A tolerance is relative alone: an absolute one accepts wrong tails. NaN is accepted where NaN is
/// wanted and nowhere else, infinity likewise.

#include <optional>
#include <string>

#include "engine/certified.hpp"
#include "engine/format.hpp"

namespace softmax::grader {

/// The formats of float and double.
const Format& binary32();
const Format& binary64();

struct Wanted {
  Certified reference;  ///< undefined: NaN is wanted
  // With initializers, so that a Wanted may be made of the first alone.
  // NOLINTBEGIN(readability-redundant-member-init)
  Certified tolerance{};          ///< of a distance from the reference
  std::optional<double> exact{};  ///< this very number, and no other; either zero for zero
  // NOLINTEND(readability-redundant-member-init)
};

/// The real number, to within relative * |reference|; and the numbers of the format next to it on
/// either side, for where its spacing is wide (subnormals, underflow to zero) no format can do
/// better. A real number that rounds to infinity wants infinity.
/// Domain: the reference is finite, -inf, or undefined (NaN is wanted); relative >= 0.
Wanted near(const Certified& reference, double relative);

/// The same with a tolerance in ulp of the reference: for one operation, or a few, whose error is
/// known in steps of the format, below the normal range too.
Wanted near_in_ulp(const Certified& reference, double ulps, const Format& format);

/// That number alone: of a rule (0 of a masked logit), a count, an index, inf, -inf or nan.
Wanted exactly(double number);

/// Computes: whether a number of the format is what is wanted.
bool accepts(const Wanted& wanted, double computed, const Format& format);

/// Computes: the class of a number, in a word: "nan", "inf", "-inf", "zero", "subnormal",
/// "negative" or "positive".
std::string outcome_class(double number, const Format& format);

/// Computes: the class of what is wanted, the number itself left out.
std::string outcome_class(const Wanted& wanted, const Format& format);

/// Computes: how far off a finite number is, in ulp of the reference, in a few digits; empty where
/// no such error is defined.
std::string error_in_ulp(const Wanted& wanted, double computed, const Format& format);

/// Computes: the error that is allowed, in ulp of the reference, likewise.
std::string allowed_ulp(const Wanted& wanted, const Format& format);

}  // namespace softmax::grader
