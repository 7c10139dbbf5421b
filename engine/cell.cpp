#include "engine/cell.hpp"

#include <fmt/format.h>

#include <numeric>
#include <utility>

#include "engine/decode.hpp"
#include "engine/errors.hpp"
#include "engine/number_text.hpp"

namespace softmax {

namespace {

/// By the witness where 128 bits leave a digit in doubt, as they do of every decimal that is no
/// binary fraction: its error is all radius.
CertainDecimal reference_text(const CertifiedRow& reference, std::size_t i, int digits) {
  const CertainDecimal text = reference[i].decimal(digits);
  return text.settled ? text : reference.witness(i).decimal(digits);
}

struct ErrorTexts {
  std::string total;
  std::string local;
  std::string inherited;
  bool settled = true;  ///< another witness could say no more of them
};

template <class Number>
ErrorTexts error_texts_in(const StageRow& row, std::size_t i, const Format& format, int digits) {
  const auto error = errors_in<Number>(row, i, format);
  if (!error) {
    const auto reference = value_in<Number>(row.reference, i);
    const bool unknown = reference.undefined() || (reference.finite() && !reference.sign());
    return {"", "", "", !unknown};
  }
  NumberText total = number_text(error->total, digits);
  NumberText local = number_text(error->local, digits);
  NumberText inherited = number_text(error->inherited, digits);
  const bool settled = total.complete && local.complete && inherited.complete;
  return {std::move(total.digits), std::move(local.digits), std::move(inherited.digits), settled};
}

ErrorTexts error_texts(const StageRow& row, std::size_t i, const Format& format, int digits) {
  const ErrorTexts texts = error_texts_in<Certified>(row, i, format, digits);
  return texts.settled ? texts : error_texts_in<Witness>(row, i, format, digits);
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
          errors.total,
          errors.local,
          errors.inherited,
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
