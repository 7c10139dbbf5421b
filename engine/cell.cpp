#include "engine/cell.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "engine/errors.hpp"

namespace softmax {

std::string certain_number(const Certified& x, int digits) {
  std::string text = x.decimal(digits).digits;
  if (text != "0" || x.zero()) { return text; }
  const bool nothing_visible = (Certified(1e-12) - abs(x)).sign() == 1;
  return nothing_visible ? "0" : "";
}

std::string bits_text(double held, const Format& format) {
  return fmt::format("0x{:0{}x}", encode(held, format), (encoding_bits(format) + 3) / 4);
}

Cell cell(const Trace& trace, const Run& run, std::size_t stage, std::size_t i, Digits digits) {
  const StageRow& row = run.stages[stage];
  const Format& format = trace.format();
  Cell text{i,
            computed_text(row.computed[i]),
            bits_text(row.computed[i], format),
            row.reference[i].decimal(digits.reference),
            "",
            "",
            "",
            outcome(run, stage, i, format)};
  if (const std::optional<Errors> error = errors(row, i, format)) {
    text.error_ulp = certain_number(error->total, digits.error);
    text.local_ulp = certain_number(error->local, digits.error);
    text.inherited_ulp = certain_number(error->inherited, digits.error);
  }
  return text;
}

std::vector<std::size_t> largest_logits(const Trace& trace, std::size_t most) {
  const std::vector<double>& logits = trace.runs.front().stages.front().computed;
  std::vector<std::size_t> indices(logits.size());
  std::iota(indices.begin(), indices.end(), std::size_t{0});
  if (most >= indices.size()) { return indices; }
  const auto end = indices.begin() + static_cast<std::ptrdiff_t>(most);
  std::partial_sort(indices.begin(), end, indices.end(), [&](std::size_t a, std::size_t b) {
    return logits[a] != logits[b] ? logits[a] > logits[b] : a < b;
  });
  indices.erase(end, indices.end());
  return indices;
}

std::vector<std::size_t> listed(const Trace& trace, const StageRow& row,
                                const std::vector<std::size_t>& elements) {
  const Stage stage = row.step.stage;
  const bool one_value = is_reduction(stage) || stage == Stage::log || stage == Stage::add ||
                         row.computed.size() < trace.logits.size();
  if (!one_value) { return elements; }
  std::vector<std::size_t> all(row.computed.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return all;
}

}  // namespace softmax
