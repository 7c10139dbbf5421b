#include "engine/errors.hpp"

#include <cmath>
#include <type_traits>

#include "engine/certified_arithmetic.hpp"

namespace softmax {
namespace {

/// The error as it is measured, if there is a spacing to measure it by.
template <class Number>
std::optional<Number> measured(double computed, const Number& reference, const Format& format) {
  if (!std::isfinite(computed) || !reference.sign()) { return std::nullopt; }
  const Number held(computed);
  if (held.same(reference)) { return Number(); }  // most logits are held as they are
  return (held - reference) / ulp(reference, format);
}

template <class Number>
std::optional<RelativeError> relative(const StageRow& row, std::size_t i, double u) {
  const auto reference = value_in<Number>(row.reference, i);
  if (!std::isfinite(row.computed[i]) || reference.sign().value_or(0) == 0) { return std::nullopt; }
  const Number error = Number(row.computed[i]) - reference;
  // An error that drowns in its radius is left to whoever knows more digits.
  const bool known = std::is_same_v<Number, Witness> || error.relative_radius() < 0x1p-30;
  if (!known) { return relative<Witness>(row, i, u); }
  return RelativeError{reference.approximate(), std::fabs((error / reference).approximate()) / u};
}

}  // namespace

template <class Number>
std::optional<Number> total_error_in(const StageRow& row, std::size_t i, const Format& format) {
  if (!row.local.finite(i)) { return std::nullopt; }
  return measured(row.computed[i], value_in<Number>(row.reference, i), format);
}

template <class Number>
std::optional<ErrorsIn<Number>> errors_in(const StageRow& row, std::size_t i,
                                          const Format& format) {
  const auto local = value_in<Number>(row.local, i);
  const auto reference = value_in<Number>(row.reference, i);
  const std::optional<Number> total = measured(row.computed[i], reference, format);
  if (!total || !local.finite()) { return std::nullopt; }
  const Number unit = ulp(reference, format);
  // local - reference directly: total - local would carry the computed value's digits twice.
  const Number inherited =
      row.local.repeats(row.reference, i) ? Number() : (local - reference) / unit;
  return ErrorsIn<Number>{*total, (Number(row.computed[i]) - local) / unit, inherited};
}

template std::optional<ErrorsIn<Certified>> errors_in(const StageRow&, std::size_t, const Format&);
template std::optional<ErrorsIn<Witness>> errors_in(const StageRow&, std::size_t, const Format&);
template std::optional<Certified> total_error_in(const StageRow&, std::size_t, const Format&);
template std::optional<Witness> total_error_in(const StageRow&, std::size_t, const Format&);

std::optional<RelativeError> relative_error(const StageRow& row, std::size_t i,
                                            const Format& format) {
  if (!row.local.finite(i)) { return std::nullopt; }
  return relative<Certified>(row, i, unit_roundoff(format));
}

std::optional<double> relative_error_in_u(const StageRow& row, std::size_t i,
                                          const Format& format) {
  const std::optional<RelativeError> error = relative_error(row, i, format);
  return error ? std::optional(error->in_u) : std::nullopt;
}

}  // namespace softmax
