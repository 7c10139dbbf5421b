#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/errors.hpp"
#include "engine/number_text.hpp"
#include "engine/report_text.hpp"

namespace softmax {
namespace {

struct Failures {
  std::size_t not_numbers = 0;
  std::size_t silent_zeros = 0;  ///< zero, though the real value is a number of the format
};

struct Worst {
  std::optional<Certified> size;  ///< of an error in ulp
  std::size_t element = 0;
};

bool should_not_be_zero(const Certified& reference, const Format& format) {
  return reference.finite() && !reference.zero() && reference.round_to(format).value_or(1) != 0;
}

bool is_undefined(const StageRow& row) { return row.reference.front().undefined(); }

/// An undefined row has no values to fail of.
Failures failures_of(const StageRow& row, const Alike& alike, const Format& format) {
  Failures failures;
  if (is_undefined(row)) { return failures; }
  const std::size_t n = row.computed.size();
  for (std::size_t k = 0; k < alike.groups(n); ++k) {
    const auto [i, times] = alike.group(k, n);
    const double computed = row.computed[i];
    const bool may_be_mask = std::isinf(computed) && computed < 0;
    if (!std::isfinite(computed)) {
      failures.not_numbers += may_be_mask && is_masked(row.reference[i]) ? 0U : times;
    } else if (computed == 0) {
      failures.silent_zeros += should_not_be_zero(row.reference[i], format) ? times : 0U;
    }
  }
  return failures;
}

Worst worst_of(const StageRow& row, const Alike& alike, const Format& format) {
  Worst worst;
  const std::size_t n = row.computed.size();
  for (std::size_t k = 0; k < alike.groups(n); ++k) {
    const std::size_t i = alike.group(k, n).first;
    const std::optional<Certified> error = total_error_in<Certified>(row, i, format);
    if (!error) { continue; }
    const Certified size = abs(*error);
    if (!worst.size || *worst.size < size) { worst = {size, i}; }
  }
  return worst;
}

std::string worst_text(const Worst& worst, const StageRow& row, const Format& format) {
  const NumberText text = number_text(*worst.size, 3);
  if (text.complete) { return text.digits; }
  return number_text(abs(*total_error_in<Witness>(row, worst.element, format)), 3).digits;
}

/// "1 of 3 values is", "1 of 1 value is", "2 of 3 values are".
std::string counted(std::size_t some, std::size_t all) {
  return fmt::format("{} of {} {} {}", some, all, all == 1 ? "value" : "values",
                     some == 1 ? "is" : "are");
}

}  // namespace

bool broke(const Trace& trace, const Run& run) {
  const Failures failures = failures_of(run.stages.back(), trace.alike, trace.format());
  return failures.not_numbers + failures.silent_zeros > 0;
}

std::string verdict(const Trace& trace, const Run& run) {
  const StageRow& last = run.stages.back();
  const std::size_t n = last.computed.size();
  if (is_undefined(last)) { return "undefined: every logit is masked"; }
  const Failures failures = failures_of(last, trace.alike, trace.format());
  if (failures.not_numbers > 0) {
    return fmt::format("BROKE: {} nan or inf", counted(failures.not_numbers, n));
  }
  if (failures.silent_zeros > 0) {
    return fmt::format("BROKE: {} 0 and should not be", counted(failures.silent_zeros, n));
  }
  const Worst worst = worst_of(last, trace.alike, trace.format());
  if (!worst.size) { return "no finite value to judge"; }
  return fmt::format("largest error {} ulp, at element {}", worst_text(worst, last, trace.format()),
                     worst.element);
}

}  // namespace softmax
