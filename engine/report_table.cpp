#include "engine/report_table.hpp"

#include <fmt/format.h>

#include "engine/birthplace.hpp"
#include "engine/cell.hpp"
#include "engine/report_progress.hpp"
#include "engine/report_text.hpp"
#include "engine/witness.hpp"

namespace softmax {
namespace {

/// Calls line(stage index, element) for every listed value of the run, in order.
template <class Line>
void each_value(const Trace& trace, const Run& run, std::size_t top, Line&& line) {
  const std::vector<std::size_t> elements = largest_logits(trace, top);
  for (std::size_t stage = 0; stage < run.stages.size(); ++stage) {
    for (const std::size_t i : listed(trace, run.stages[stage], elements)) { line(stage, i); }
  }
}

void append_markdown_births(std::string& out, const Trace& trace, const Run& run) {
  if (const auto birth = first_infinity(run, trace)) {
    out += fmt::format("\nFirst inf: {}.\n", sentence(*birth, run));
  }
  if (const auto birth = first_nan(run, trace)) {
    out += fmt::format("\nFirst nan: {}.\n", sentence(*birth, run));
  }
}

std::string csv_of_witness(const CertifiedRow& reference, std::size_t i) {
  const TwoWitnesses two = two_witnesses(reference, i);
  const CertainDecimal decimal = two.witness.decimal(witness_digits);
  return fmt::format(",{},{},{}", decimal.digits, decimal.radius, two.agree());
}

}  // namespace

std::string report_csv(const Trace& trace, std::size_t top, bool witness,
                       const Progress& progress) {
  std::string out = fmt::format(
      "algorithm,stage,index,computed,bits,reference,radius,error_ulp,local_ulp,inherited_ulp,"
      "outcome{}\n",
      witness ? ",witness,witness_radius,witness_agrees" : "");
  ReportProgress written(trace, std::min(top, trace.logits.size()), progress);
  for (const Run& run : trace.runs) {
    each_value(trace, run, top, [&](std::size_t stage, std::size_t i) {
      const Cell c = cell(trace, run, stage, i);
      out += fmt::format("{},{},{},{},{},{},{},{},{},{},{}{}\n", name(run.algorithm),
                         name(run.stages[stage].step.stage), i, c.computed, c.bits,
                         c.reference.digits, c.reference.radius, c.error_ulp, c.local_ulp,
                         c.inherited_ulp, name(c.outcome),
                         witness ? csv_of_witness(run.stages[stage].reference, i) : "");
      written.next();
    });
  }
  return out;
}

std::string report_markdown(const Trace& trace, std::size_t top) {
  std::string out;
  for (const Run& run : trace.runs) {
    out += fmt::format("{}### {} in {}: {}\n\n", out.empty() ? "" : "\n", name(run.algorithm),
                       trace.format().name, verdict(trace, run));
    out +=
        "| stage | element | computed | reference | error (ulp) | outcome |\n| --- | ---: | ---: | "
        "---: | ---: | --- |\n";
    each_value(trace, run, top, [&](std::size_t stage, std::size_t i) {
      const Cell c = cell(trace, run, stage, i, {12, 3});
      out += fmt::format("| {} | {} | {} | {} | {} | {} |\n", name(run.stages[stage].step.stage), i,
                         short_digits(run.stages[stage].computed[i], trace.format()),
                         c.reference.digits, c.error_ulp, name(c.outcome));
    });
    append_markdown_births(out, trace, run);
  }
  return out;
}

}  // namespace softmax
