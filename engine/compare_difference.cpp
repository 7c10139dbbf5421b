#include "engine/compare_difference.hpp"

#include <algorithm>
#include <cmath>

namespace softmax {
namespace {

bool kinds_differ(double computed, double given) {
  if (std::isfinite(computed) && std::isfinite(given)) { return false; }
  return !(std::isnan(computed) && std::isnan(given)) && computed != given;
}

double ulp_at(double x, const Format& format) {
  const int exponent = x == 0 ? format.emin : std::max(std::ilogb(x), format.emin);
  return std::ldexp(1.0, exponent - format.precision + 1);
}

/// Digits finer than the format name one number of it; coarser ones a range.
double difference_in_ulp(double computed, const Printed& given, const Format& format) {
  if (prints_as(computed, given)) { return 0; }
  const double unit = ulp_at(std::max(std::fabs(computed), std::fabs(given.value)), format);
  if (given.quantum >= unit) {
    return (std::fabs(computed - given.value) - given.quantum / 2) / unit;
  }
  const double distance = std::fabs(computed - round_to_format(given.value, format));
  return (distance > 0 ? distance : std::fabs(computed - given.value)) / unit;
}

}  // namespace

Difference difference(std::span<const double> computed, std::span<const Printed> outputs,
                      const Format& format) {
  Difference worst;
  for (std::size_t i = 0; i < computed.size(); ++i) {
    if (kinds_differ(computed[i], outputs[i].value)) {
      if (worst.kinds == 0) { worst.element = i; }
      ++worst.kinds;
      continue;
    }
    const double ulp = difference_in_ulp(computed[i], outputs[i], format);
    if (ulp > worst.ulp) {
      worst.ulp = ulp;
      if (worst.kinds == 0) { worst.element = i; }
    }
  }
  return worst;
}

bool within(std::span<const double> computed, std::span<const Printed> outputs,
            const std::optional<Allowance>& allowed) {
  if (!allowed || allowed->vacuous) { return false; }
  for (std::size_t i = 0; i < computed.size(); ++i) {
    if (prints_as(computed[i], outputs[i])) { continue; }
    const double most =
        allowed->relative * std::fabs(computed[i]) + allowed->absolute + outputs[i].quantum / 2;
    const bool close = std::fabs(computed[i] - outputs[i].value) <= most;
    if (!close || kinds_differ(computed[i], outputs[i].value)) { return false; }
  }
  return true;
}

}  // namespace softmax
