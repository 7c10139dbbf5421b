#include "engine/errors.hpp"

#include <cmath>

namespace softmax {
namespace {

bool measurable(const StageRow& row, std::size_t i) {
  return std::isfinite(row.computed[i]) && row.reference[i].sign() && row.local[i].finite();
}

}  // namespace

std::optional<Errors> errors(const StageRow& row, std::size_t i, const Format& format) {
  if (!measurable(row, i)) { return std::nullopt; }
  const Certified computed(row.computed[i]);
  const Certified unit = ulp(row.reference[i], format);
  const Certified total = (computed - row.reference[i]) / unit;
  const Certified local = (computed - row.local[i]) / unit;
  // local - reference directly: total - local would carry the computed value's digits twice.
  return Errors{total, local, (row.local[i] - row.reference[i]) / unit};
}

std::optional<double> relative_error_in_u(const StageRow& row, std::size_t i,
                                          const Format& format) {
  if (!measurable(row, i) || row.reference[i].zero()) { return std::nullopt; }
  const Certified error = (Certified(row.computed[i]) - row.reference[i]) / row.reference[i];
  return std::fabs(error.approximate()) / unit_roundoff(format);
}

}  // namespace softmax
