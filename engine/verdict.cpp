#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/cell.hpp"
#include "engine/errors.hpp"
#include "engine/report_text.hpp"

namespace softmax {
namespace {

struct Tally {
  std::size_t not_numbers = 0;
  std::size_t silent_zeros = 0;  ///< zero, though the real value is a number of the format
  std::optional<Certified> worst;
  std::size_t worst_element = 0;
};

bool silently_zero(const StageRow& row, std::size_t i, const Format& format) {
  const Certified& reference = row.reference[i];
  return row.computed[i] == 0 && reference.finite() && !reference.zero() &&
         reference.round_to(format).value_or(1) != 0;
}

void take_error(Tally& tally, const StageRow& row, std::size_t i, const Format& format) {
  const std::optional<Errors> error = errors(row, i, format);
  if (!error) { return; }
  const Certified size = abs(error->total);
  if (!tally.worst || *tally.worst < size) {
    tally.worst = size;
    tally.worst_element = i;
  }
}

Tally tally_of(const StageRow& row, const Format& format) {
  Tally tally;
  for (std::size_t i = 0; i < row.computed.size(); ++i) {
    const bool masked = is_masked(row.reference[i]);
    tally.not_numbers += !std::isfinite(row.computed[i]) && !masked ? 1U : 0U;
    tally.silent_zeros += silently_zero(row, i, format) ? 1U : 0U;
    take_error(tally, row, i, format);
  }
  return tally;
}

}  // namespace

std::string verdict(const Trace& trace, const Run& run) {
  const StageRow& last = run.stages.back();
  const std::size_t n = last.computed.size();
  const Tally tally = tally_of(last, trace.format());
  if (last.reference.front().undefined()) { return "undefined: every logit is masked"; }
  if (tally.not_numbers > 0) {
    return fmt::format("BROKE: {} of {} values are nan or inf", tally.not_numbers, n);
  }
  if (tally.silent_zeros > 0) {
    return fmt::format("BROKE: {} of {} values are 0 and should not be", tally.silent_zeros, n);
  }
  if (!tally.worst) { return "no finite value to judge"; }
  return fmt::format("largest error {} ulp, at element {}", certain_number(*tally.worst, 3),
                     tally.worst_element);
}

}  // namespace softmax
