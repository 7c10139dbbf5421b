#include "grader/wanted.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>

namespace softmax::grader {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// The number that the reference rounds to; 128 bits decide it unless it lies within 2^-118 of a
/// midpoint of the format, and then the nearer of both is what approximate() says.
double rounded(const Certified& reference, const Format& format) {
  const std::optional<double> exact = reference.round_to(format);
  return exact ? *exact : round_to_format(reference.approximate(), format);
}

/// The next number of the format, towards `goal`.
double next(double x, double goal, const Format& format) {
  if (format.precision == 53) { return std::nextafter(x, goal); }
  return static_cast<double>(std::nextafter(static_cast<float>(x), static_cast<float>(goal)));
}

bool less(const Certified& a, const Certified& b) { return (b - a).sign() == 1; }

/// No number of the format lies between the two.
bool beside(const Certified& reference, double computed, const Format& format) {
  const double below = next(computed, -infinity, format);
  const double above = next(computed, infinity, format);
  return (std::isinf(below) || less(Certified(below), reference)) &&
         (std::isinf(above) || less(reference, Certified(above)));
}

bool within(const Wanted& wanted, double computed) {
  const Certified off = abs(Certified(computed) - wanted.reference);
  return !less(wanted.tolerance, off);
}

std::string short_number(const Certified& x) { return fmt::format("{:.3g}", x.approximate()); }

}  // namespace

const Format& binary32() {
  static const Format format = parse_format("binary32");
  return format;
}

const Format& binary64() {
  static const Format format = parse_format("binary64");
  return format;
}

Wanted near(const Certified& reference, double relative) {
  if (reference.kind() == CertifiedKind::minus_infinity) { return exactly(-infinity); }
  if (reference.undefined()) { return exactly(std::numeric_limits<double>::quiet_NaN()); }
  return {reference, Certified(relative) * abs(reference), std::nullopt};
}

Wanted near_in_ulp(const Certified& reference, double ulps, const Format& format) {
  if (!reference.finite()) { return near(reference, 0); }
  return {reference, Certified(ulps) * ulp(reference, format), std::nullopt};
}

Wanted exactly(double number) { return {Certified(number), Certified(), number}; }

bool accepts(const Wanted& wanted, double computed, const Format& format) {
  if (wanted.exact) {
    return std::isnan(*wanted.exact) ? std::isnan(computed) : computed == *wanted.exact;
  }
  if (std::isnan(computed)) { return false; }
  const double right = rounded(wanted.reference, format);
  if (computed == right) { return true; }
  if (!std::isfinite(computed)) {
    // Right is finite: infinity is as good only if the tolerance reaches where rounding overflows.
    const bool up = computed > 0;
    const Certified reach =
        up ? wanted.reference + wanted.tolerance : wanted.reference - wanted.tolerance;
    return rounded(reach, format) == computed;
  }
  if (within(wanted, computed)) { return true; }
  return std::isfinite(right) && beside(wanted.reference, computed, format);
}

std::string outcome_class(double number, const Format& format) {
  if (std::isnan(number)) { return "nan"; }
  if (std::isinf(number)) { return number > 0 ? "inf" : "-inf"; }
  if (number == 0) { return "zero"; }
  if (is_subnormal(number, format)) { return "subnormal"; }
  return number < 0 ? "negative" : "positive";
}

std::string outcome_class(const Wanted& wanted, const Format& format) {
  return outcome_class(wanted.exact ? *wanted.exact : rounded(wanted.reference, format), format);
}

std::string error_in_ulp(const Wanted& wanted, double computed, const Format& format) {
  if (!std::isfinite(computed) || !wanted.reference.finite()) { return ""; }
  return short_number(abs(Certified(computed) - wanted.reference) / ulp(wanted.reference, format));
}

std::string allowed_ulp(const Wanted& wanted, const Format& format) {
  if (!wanted.reference.finite()) { return ""; }
  return short_number(wanted.tolerance / ulp(wanted.reference, format));
}

}  // namespace softmax::grader
