#include "engine/cell.hpp"

#include <fmt/format.h>

#include <array>
#include <numeric>

#include "engine/decode.hpp"
#include "engine/errors.hpp"
#include "engine/number_text.hpp"

namespace softmax {

namespace {

/// What is certain of a value: its reference and its errors.
struct CertainTexts {
  CertainDecimal reference;
  std::array<std::string, 3> errors;
  bool settled = false;
};

template <class Number>
CertainTexts certain_texts(const StageRow& row, std::size_t i, const Format& format,
                           const Digits& digits) {
  const auto reference = value_in<Number>(row.reference, i);
  CertainTexts texts{reference.decimal(digits.reference), {}, true};
  texts.settled = texts.reference.settled;
  const auto error = errors_in<Number>(row, i, format);
  if (!error) {
    const bool no_sign_yet = reference.finite() && !reference.sign();
    texts.settled = texts.settled && !no_sign_yet;
    return texts;
  }
  const std::array<Number, 3> all = {error->total, error->local, error->inherited};
  for (std::size_t k = 0; k < all.size(); ++k) {
    NumberText number = number_text(all[k], digits.error);
    texts.errors[k] = std::move(number.digits);
    texts.settled = texts.settled && number.complete;
  }
  return texts;
}

}  // namespace

std::string bits_text(double held, const Format& format) {
  return fmt::format("0x{:0{}x}", encode(held, format), (encoding_bits(format) + 3) / 4);
}

Cell cell(const Trace& trace, const Run& run, std::size_t stage, std::size_t i, Digits digits) {
  const StageRow& row = run.stages[stage];
  const Format& format = trace.format();
  CertainTexts certain = certain_texts<Certified>(row, i, format, digits);
  if (!certain.settled) { certain = certain_texts<Witness>(row, i, format, digits); }
  return {i,
          computed_text(row.computed[i]),
          bits_text(row.computed[i], format),
          certain.reference,
          certain.errors[0],
          certain.errors[1],
          certain.errors[2],
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
