#include "engine/cell.hpp"

#include <fmt/format.h>

#include <array>
#include <numeric>
#include <utility>

#include "engine/decode.hpp"
#include "engine/errors.hpp"
#include "engine/number_text.hpp"

namespace softmax {

namespace {

using ErrorTexts = std::array<std::string, 3>;

/// By the witness where 128 bits leave a digit in doubt, as they do of every decimal that is no
/// binary fraction: its error is all radius.
CertainDecimal reference_text(const CertifiedRow& reference, std::size_t i, int digits) {
  const CertainDecimal text = reference[i].decimal(digits);
  return text.settled ? text : reference.witness(i).decimal(digits);
}

/// Total, local and inherited, and whether another witness could say no more of them.
template <class Number>
std::pair<ErrorTexts, bool> error_texts_in(const StageRow& row, std::size_t i, const Format& format,
                                           int digits) {
  const auto error = errors_in<Number>(row, i, format);
  if (!error) {
    const auto reference = value_in<Number>(row.reference, i);
    return {{}, !reference.finite() || reference.sign()};
  }
  ErrorTexts texts;
  bool complete = true;
  const std::array<const Number*, 3> all = {&error->total, &error->local, &error->inherited};
  for (std::size_t k = 0; k < all.size(); ++k) {
    NumberText number = number_text(*all[k], digits);
    texts[k] = std::move(number.digits);
    complete = complete && number.complete;
  }
  return {texts, complete};
}

ErrorTexts error_texts(const StageRow& row, std::size_t i, const Format& format, int digits) {
  const auto [texts, complete] = error_texts_in<Certified>(row, i, format, digits);
  return complete ? texts : error_texts_in<Witness>(row, i, format, digits).first;
}

}  // namespace

std::string bits_text(double held, const Format& format) {
  return fmt::format("0x{:0{}x}", encode(held, format), (encoding_bits(format) + 3) / 4);
}

Cell cell(const Trace& trace, const Run& run, std::size_t stage, std::size_t i, Digits digits) {
  const StageRow& row = run.stages[stage];
  const Format& format = trace.format();
  const ErrorTexts errors = error_texts(row, i, format, digits.error);
  return {i,
          computed_text(row.computed[i]),
          bits_text(row.computed[i], format),
          reference_text(row.reference, i, digits.reference),
          errors[0],
          errors[1],
          errors[2],
          outcome(run, stage, i, format)};
}

std::vector<std::size_t> largest_logits(const Trace& trace, std::size_t most) {
  const std::vector<double>& logits = trace.runs.front().stages.front().computed;
  if (most < logits.size()) { return largest_first(logits, most); }
  std::vector<std::size_t> indices(logits.size());
  std::iota(indices.begin(), indices.end(), std::size_t{0});
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
