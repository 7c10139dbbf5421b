// The tables of lesson 6.
#include "lessons/06_overflow/figures.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "engine/birthplace.hpp"
#include "engine/outcome.hpp"
#include "lessons/catalogue.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons::lesson_06 {
namespace {

using namespace page;

constexpr std::array tops = {11, 12, 88, 89, 700, 710};

std::string share_of_top(int z, const Settings& settings) {
  const auto held = [&](double logit) {
    return round_to_format(logit, settings.arithmetic.format);
  };
  const std::array row = {held(z), held(z - 1.0), held(z - 2.0)};
  return rounded(probabilities(row, settings, Algorithm::unshifted)[0], 2);
}

std::string birthplace(const std::optional<Birth>& birth, const Run& run) {
  if (!birth) { return "none"; }
  return fmt::format("{} {}", name(run.stages[birth->stage].step.stage), birth->element);
}

std::string shares(const Trace& t) {
  std::string text;
  for (const double p : t.runs[0].stages.back().computed) {
    text += (text.empty() ? "" : " ") + rounded(p, 3);
  }
  return text;
}

}  // namespace

Ends ends_of_exp(const Format& format) {
  const NumberLine line = exp_line("", format, {});
  return {line.zones[0].end, line.zones[1].end, line.zones[2].end};
}

Table largest_by_format() {
  Table table{fmt::format("The largest number of each format (where e^z leaves it: lesson {}):",
                          find("exponentiate").number),
              {"format", "largest number"},
              {}};
  for (const Format& format : builtin_formats()) {
    table.rows.push_back({format.name, rounded(format.largest, 5)});
  }
  return table;
}

Table tops_by_format() {
  Table table{
      "The computed share of the largest of three logits that are one apart, by the largest:",
      {"format"},
      {}};
  for (const int z : tops) { table.headings.push_back(std::to_string(z)); }
  for (const char* name : {"binary16", "bfloat16", "binary32", "binary64"}) {
    std::vector<std::string> row = {name};
    for (const int z : tops) { row.push_back(share_of_top(z, in(name))); }
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table stages_of(std::size_t i, std::string caption, const Trace& trace) {
  Table table{std::move(caption), {"stage", "computed", "reference", "outcome"}, {}};
  const Run& run = trace.runs[0];
  for (std::size_t k = 1; k < run.stages.size(); ++k) {
    const StageRow& row = run.stages[k];
    const std::size_t element = is_reduction(row.step.stage) ? 0 : i;
    table.rows.push_back({std::string(name(row.step.stage)),
                          digits(row.computed[element], trace.format()),
                          digits(row.reference[element], 8),
                          std::string(name(outcome(run, k, element, trace.format())))});
  }
  return table;
}

Table births() {
  Table table{
      "Stage and element (counted from zero) of the first infinity and of the first NaN, in "
      "binary32:",
      {"logits", "first inf", "first NaN", "shares"},
      {}};
  for (const char* logits : {"1000 999", "89 88", "88 88 88", "-136 -137", "-103 -103.5"}) {
    const Trace t = traced(logits, {Algorithm::unshifted});
    table.rows.push_back({logits, birthplace(first_infinity(t.runs[0], t), t.runs[0]),
                          birthplace(first_nan(t.runs[0], t), t.runs[0]), shares(t)});
  }
  return table;
}

}  // namespace softmax::lessons::lesson_06
