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
/// They are certified numbers: a printed digit of them is right.

#include <cstddef>
#include <optional>

#include "engine/trace.hpp"

namespace softmax {

struct Errors {
  Certified total;
  Certified local;
  Certified inherited;
};

/// Computes: the errors of element i of a stage's row. Cost: under a microsecond.
std::optional<Errors> errors(const StageRow& row, std::size_t i, const Format& format);

/// Computes: |computed - reference| / reference in units of u, as a double; empty where errors
/// are, or where the reference is zero.
std::optional<double> relative_error_in_u(const StageRow& row, std::size_t i, const Format& format);

}  // namespace softmax
