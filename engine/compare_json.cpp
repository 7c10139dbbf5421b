#include <fmt/format.h>

#include <cmath>

#include "engine/cell.hpp"
#include "engine/compare_groups.hpp"
#include "engine/compare_report.hpp"
#include "engine/json_text.hpp"

namespace softmax {
namespace {

std::string names_list(const std::vector<std::string>& names) {
  std::vector<std::string> items;
  items.reserve(names.size());
  for (const std::string& each : names) { items.push_back(quoted(each)); }
  return fmt::format("[{}]", fmt::join(items, ", "));
}

/// One item a line.
template <class Items, class Text>
std::string list_of(const Items& items, Text&& text) {
  if (items.empty()) { return "[]"; }
  std::vector<std::string> lines;
  lines.reserve(items.size());
  for (const auto& item : items) { lines.push_back("    " + text(item)); }
  return fmt::format("[\n{}]", fmt::join(lines, ",\n"));
}

std::string json_of_group(const Group& group) {
  return fmt::format(
      R"({{"algorithms": {}, "formats": {}, "temperatures": {}, "temperature_orders": {}, )"
      R"("sums": {}, "accumulators": {}, "exps": {}}})",
      names_list(group.on(Axis::algorithm)), names_list(group.on(Axis::formats)),
      names_list(group.on(Axis::temperature)), names_list(group.on(Axis::temperature_order)),
      names_list(group.on(Axis::sum)), names_list(group.on(Axis::accumulator)),
      names_list(group.on(Axis::exp)));
}

std::string json_of_allowance(const std::optional<Allowance>& allowed) {
  if (!allowed) { return "null"; }
  return fmt::format(R"({{"formula": {}, "source": {}, "in_u": {:.6g}, "vacuous": {}}})",
                     quoted(allowed->formula), quoted(allowed->source), allowed->in_u,
                     allowed->vacuous);
}

std::string json_of_settings(const Candidate& c) {
  const Settings& s = c.settings;
  return fmt::format(
      R"("algorithm": {}, "format": {}, "read": {}, "stored": {}, "temperature": {}, )"
      R"("temperature_order": {}, "sum": {}, "accumulator": {}, "exp": {})",
      quoted(name(c.algorithm)), quoted(c.working().name), quoted(c.read.name),
      quoted(c.stored.name), quoted(s.temperature.text()), quoted(name(s.temperature_order)),
      quoted(name(s.order)), quoted(s.accumulator.name), quoted(name(s.arithmetic.exp)));
}

std::string json_of_attempt(const Attempt& attempt, const Question& question) {
  const Difference& d = attempt.difference;
  const std::string computed = computed_text(attempt.computed);
  return fmt::format(
      R"({{{}, "match": {}, "kinds": {}, "ulp": {:.6g}, "element": {}, "given": {}, )"
      R"("computed": {}, "allowed": {}}})",
      json_of_settings(attempt.candidate), quoted(name(attempt.match)), d.kinds, d.ulp, d.element,
      quoted(question.outputs[d.element].text()),
      std::isfinite(attempt.computed) ? computed : quoted(computed),
      json_of_allowance(attempt.allowed));
}

std::string json_of_recovered(const RecoveredTemperature& r) {
  std::vector<std::string> tried;
  tried.reserve(r.tried.size());
  for (const Given& temperature : r.tried) { tried.push_back(temperature.text()); }
  return fmt::format(R"({{"format": {}, "low": {}, "high": {}, "tried": {}}})",
                     quoted(r.format.name), r.low,
                     std::isfinite(r.high) ? fmt::format("{}", r.high) : "null", names_list(tried));
}

std::string json_of_rejection(const Rejection& r) {
  return fmt::format(R"({{"format": {}, "reason": {}}})", quoted(r.format.name), quoted(r.reason));
}

std::string json_of_origin(const Origin& o) {
  return fmt::format(
      R"({{"algorithm": {}, "formats": {}, "kind": {}, "stage": {}, "element": {}, "reason": {}}})",
      quoted(name(o.candidate.algorithm)), quoted(formats_text(o.candidate)),
      quoted(o.nan ? "nan" : "inf"), quoted(o.stage), o.element, quoted(o.reason));
}

}  // namespace

std::string compare_json(const Question& question, const Comparison& answer) {
  const int digits = most_digits(question);
  const Attempt* nearest = answer.nearest();
  const auto attempt_text = [&](const Attempt& a) { return json_of_attempt(a, question); };
  std::string out = "{\n  \"schema\": \"softmax-workbook/compare/1\",\n";
  out += fmt::format("  \"logits\": {}, \"outputs\": {},\n", question.logits.size(),
                     question.outputs.size());
  out += fmt::format("  \"known\": {}, \"digits\": {},\n",
                     quoted(question.decimal ? "as_printed" : "exactly"),
                     digits > 0 ? std::to_string(digits) : "null");
  out += fmt::format("  \"tried\": {}, \"verdict\": {},\n", answer.tried,
                     quoted(name(answer.verdict)));
  out += fmt::format("  \"temperature\": {{\"given\": {}, \"recovered\": {}}},\n",
                     quoted(question.temperature ? question.temperature->text() : "1"),
                     list_of(answer.recovered, json_of_recovered));
  out += fmt::format("  \"reproduced_by\": {},\n",
                     list_of(grouped(answer.reproduced, question), json_of_group));
  out += fmt::format("  \"best\": {},\n", list_of(answer.best, attempt_text));
  out += fmt::format("  \"rejected\": {},\n", list_of(answer.rejected, json_of_rejection));
  out += fmt::format("  \"nearest\": {},\n", nearest == nullptr ? "null" : attempt_text(*nearest));
  return out + fmt::format("  \"births\": {}\n}}\n", list_of(answer.origins, json_of_origin));
}

}  // namespace softmax
