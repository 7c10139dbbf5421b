#pragma once
/// The error of a computed value: in all, and of its own stage.
///
///     error = (computed - reference) / ulp(reference)      total
///     local = (computed - exact value of the stage on the inputs it got) / ulp(reference)
///     inherited = error - local                             what came in
///
/// Units: ulp of the format at the certified reference, signed. All three are empty where a value
/// is not finite, or where the reference is undefined, beyond a decimal exponent of 10^8, or known
/// only to lie near zero on both sides of it: no spacing is known there.
/// They are certified numbers, in 128 bits or (Witness) in 168: a printed digit of them is right.
/// Cost: a fifth of a microsecond, and what the row's values cost; of a witness, a hundred times.

#include <cstddef>
#include <optional>

#include "engine/trace.hpp"

namespace softmax {

template <class Number>
struct ErrorsIn {
  Number total;
  Number local;
  Number inherited;
};

using Errors = ErrorsIn<Certified>;

/// Computes: the errors of element i of a stage's row, for Number Certified or Witness.
template <class Number>
std::optional<ErrorsIn<Number>> errors_in(const StageRow& row, std::size_t i, const Format& format);
inline std::optional<Errors> errors(const StageRow& row, std::size_t i, const Format& format) {
  return errors_in<Certified>(row, i, format);
}

/// Computes: the total alone.
template <class Number>
std::optional<Number> total_error_in(const StageRow& row, std::size_t i, const Format& format);

/// A reference as a double, and how far off the computed value is.
struct RelativeError {
  double reference = 0;
  double in_u = 0;  ///< |computed - reference| / reference, in units of u
};

/// Computes: the relative error of element i, by one evaluation of its reference; empty where
/// errors are, or where the reference is zero.
std::optional<RelativeError> relative_error(const StageRow& row, std::size_t i,
                                            const Format& format);

/// Computes: its in_u.
std::optional<double> relative_error_in_u(const StageRow& row, std::size_t i, const Format& format);

}  // namespace softmax
