#include "engine/report_json.hpp"

#include <fmt/format.h>

#include <cmath>
#include <vector>

#include "engine/birthplace.hpp"
#include "engine/bounds.hpp"
#include "engine/cell.hpp"
#include "engine/json_text.hpp"
#include "engine/ledger.hpp"
#include "engine/report_progress.hpp"
#include "engine/witness.hpp"

namespace softmax {
namespace {

using Indices = std::vector<std::size_t>;

/// What a report is asked for.
struct Wanted {
  Indices elements;
  std::size_t element = 0;  ///< the ledger's
  bool witness = false;
  bool window = false;  ///< nothing that looks at the whole row
};

std::string or_null(const std::string& number) { return number.empty() ? "null" : number; }

std::string number_or_word(double computed) {
  const std::string text = computed_text(computed);
  return std::isfinite(computed) ? text : quoted(text);
}

std::string json_list(const std::vector<std::string>& items, std::string_view separator = ", ") {
  return fmt::format("[{}]", fmt::join(items, separator));
}

template <class Item>
std::string json_of_elements(const Indices& elements, Item&& item) {
  std::vector<std::string> items;
  items.reserve(elements.size());
  for (const std::size_t i : elements) { items.push_back(item(i)); }
  return json_list(items);
}

std::string quoted_or_null(const std::string& text) { return text.empty() ? "null" : quoted(text); }

std::string json_of_witness(const CertifiedRow& reference, std::size_t i) {
  const TwoWitnesses two = two_witnesses(reference, i);
  const CertainDecimal decimal = two.witness.decimal(witness_digits);
  return fmt::format(R"("witness": {}, "witness_radius": {}, "witness_agrees": {}, )",
                     quoted(decimal.digits), quoted_or_null(decimal.radius), two.agree());
}

/// What stands beside a value on request: its text on a page, its witness.
std::string json_of_more(const Trace& trace, const StageRow& row, std::size_t i,
                         const Wanted& wanted) {
  if (wanted.window) {
    return fmt::format("\"text\": {}, ", quoted(short_digits(row.computed[i], trace.format())));
  }
  return wanted.witness ? json_of_witness(row.reference, i) : "";
}

std::string json_of_value(const Trace& trace, const Run& run, std::size_t stage, std::size_t i,
                          const Wanted& wanted) {
  const Cell c = cell(trace, run, stage, i);
  const StageRow& row = run.stages[stage];
  return fmt::format(
      R"(        {{"index": {}, "computed": {}, "bits": {}, "reference": {}, "radius": {}, {})"
      R"("error_ulp": {}, "local_ulp": {}, "inherited_ulp": {}, "outcome": {}}})",
      i, number_or_word(row.computed[i]), quoted(c.bits), quoted(c.reference.digits),
      quoted_or_null(c.reference.radius), json_of_more(trace, row, i, wanted), or_null(c.error_ulp),
      or_null(c.local_ulp), or_null(c.inherited_ulp), quoted(name(c.outcome)));
}

std::string json_of_stage(const Trace& trace, const Run& run, std::size_t stage,
                          const Wanted& wanted, ReportProgress& progress) {
  std::vector<std::string> values;
  for (const std::size_t i : listed(trace, run.stages[stage], wanted.elements)) {
    values.push_back(json_of_value(trace, run, stage, i, wanted));
    progress.next();
  }
  return fmt::format("      {{\"stage\": {}, \"values\": [\n{}]}}",
                     quoted(name(run.stages[stage].step.stage)), fmt::join(values, ",\n"));
}

std::string json_of_birth(const std::optional<Birth>& birth, const Run& run) {
  if (!birth) { return "null"; }
  return fmt::format(R"({{"stage": {}, "element": {}, "reason": {}}})",
                     quoted(name(run.stages[birth->stage].step.stage)), birth->element,
                     quoted(birth->reason));
}

std::string number_or_null(const std::optional<double>& number) {
  return number ? fmt::format("{:.6g}", *number) : "null";
}

std::string json_of_bound(const Bound& bound) {
  return fmt::format(
      R"(      {{"name": {}, "theorem": {}, "formula": {}, "applies": {}, "why_not": {}, )"
      R"("in_u": {}, "vacuous": {}, "measured_in_u": {}, "ratio": {}, "element": {}}})",
      quoted(bound.name), quoted(bound.theorem), quoted(bound.formula), bound.applies,
      bound.applies ? "null" : quoted(bound.why_not),
      bound.applies ? bound_text(*bound.in_u) : "null", bound.vacuous,
      number_or_null(bound.measured_in_u), number_or_null(bound.ratio),
      bound.applies ? std::to_string(bound.element) : "null");
}

std::string json_of_bounds(const Run& run, const Trace& trace) {
  std::vector<std::string> items;
  for (const Bound& bound : bounds(run, trace)) { items.push_back(json_of_bound(bound)); }
  return items.empty() ? "[]" : fmt::format("[\n{}]", fmt::join(items, ",\n"));
}

std::string json_of_ledger(const Run& run, const Trace& trace, std::size_t element) {
  std::vector<std::string> items;
  for (const LedgerText& entry : ledger_text(run, trace, element, 6)) {
    items.push_back(fmt::format(R"(      {{"stage": {}, "ln_p_change": {}}})",
                                quoted(name(run.stages[entry.stage].step.stage)),
                                or_null(entry.digits)));
  }
  return fmt::format("{{\"element\": {}, \"entries\": [\n{}]}}", element, fmt::join(items, ",\n"));
}

std::string json_of_run(const Trace& trace, const Run& run, const Wanted& wanted,
                        ReportProgress& progress) {
  std::vector<std::string> stages;
  stages.reserve(run.stages.size());
  for (std::size_t stage = 0; stage < run.stages.size(); ++stage) {
    stages.push_back(json_of_stage(trace, run, stage, wanted, progress));
  }
  const StageRow& last = run.stages.back();
  const std::string_view output = name(output_of(run.algorithm));
  std::vector<std::string> members = {
      fmt::format("\"algorithm\": {}, \"stages\": [\n{}]", quoted(name(run.algorithm)),
                  fmt::join(stages, ",\n")),
      fmt::format(
          "\"output\": {}, {}: {}", quoted(output), quoted(output),
          json_of_elements(listed(trace, last, wanted.elements),
                           [&](std::size_t i) { return number_or_word(last.computed[i]); })),
      fmt::format("\"first_infinity\": {}", json_of_birth(first_infinity(run, trace), run)),
      fmt::format("\"first_nan\": {}", json_of_birth(first_nan(run, trace), run))};
  if (wanted.witness || run.undecided > 0) {
    members.push_back(fmt::format("\"undecided\": {}", run.undecided));
  }
  if (!wanted.window) {
    members.push_back(fmt::format("\"bounds\": {}", json_of_bounds(run, trace)));
    members.push_back(fmt::format("\"ledger\": {}", json_of_ledger(run, trace, wanted.element)));
  }
  return fmt::format("    {{{}}}", fmt::join(members, ",\n     "));
}

std::string json_of_settings(const Trace& trace) {
  const Settings& s = trace.settings;
  std::string out = fmt::format("  \"format\": {},\n", quoted(trace.format().name));
  out += fmt::format("  \"temperature\": {{\"given\": {}, \"computed\": {}, \"order\": {}}},\n",
                     quoted(s.temperature.text()), computed_text(trace.temperature),
                     quoted(name(s.temperature_order)));
  out += fmt::format("  \"exp\": {},\n", quoted(name(s.arithmetic.exp)));
  out += fmt::format("  \"summation\": {{\"order\": {}, \"accumulator\": {}}},\n",
                     quoted(name(s.order)), quoted(s.accumulator.name));
  return out;
}

std::string json_of_reading(const Trace& trace, std::size_t element) {
  return fmt::format("  \"reading\": {{\"element\": {}, \"ln_p_change\": {}}},\n", element,
                     or_null(cost_of_reading_text(trace, element, 6)));
}

std::string json_of_trace(const Trace& trace, const Wanted& wanted, const Progress& progress) {
  const Indices& elements = wanted.elements;
  ReportProgress written(trace, elements.size(), progress);
  std::vector<std::string> runs;
  runs.reserve(trace.runs.size());
  for (const Run& run : trace.runs) { runs.push_back(json_of_run(trace, run, wanted, written)); }
  std::string out = fmt::format("{{\n  \"schema\": \"softmax-workbook/{}/1\",\n",
                                wanted.window ? "window" : "trace");
  out += fmt::format("  \"count\": {}, \"shown\": {},\n", trace.logits.size(), elements.size());
  out += fmt::format("  \"indices\": {},\n",
                     json_of_elements(elements, [](std::size_t i) { return std::to_string(i); }));
  out += fmt::format("  \"logits\": {},\n", json_of_elements(elements, [&](std::size_t i) {
                       return quoted(trace.logits[i].text());
                     }));
  out += json_of_settings(trace);
  if (!wanted.window) { out += json_of_reading(trace, wanted.element); }
  return out + fmt::format("  \"runs\": [\n{}]\n}}\n", fmt::join(runs, ",\n"));
}

}  // namespace

std::size_t largest_element(const Trace& trace) { return largest_logits(trace, 1).front(); }

std::string report_json(const Trace& trace, std::size_t top, std::size_t element, bool witness,
                        const Progress& progress) {
  return json_of_trace(trace, {largest_logits(trace, top), element, witness, false}, progress);
}

std::string window_json(const Trace& trace, std::size_t top) {
  return json_of_trace(trace, {largest_logits(trace, top), 0, false, true}, {});
}

}  // namespace softmax
