#include "engine/report_theory.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "engine/bounds.hpp"
#include "engine/cell.hpp"
#include "engine/ledger.hpp"

namespace softmax {
namespace {

constexpr std::size_t text_column = 13;  // under the text of a line "  first inf  ..."

std::string line(std::string_view label, const std::string& text, const Style& style) {
  return wrapped(fmt::format("  {:<11}{}", label, text), style.width, text_column);
}

std::string text_of_bound(const Bound& bound) {
  std::string where = bound.name;
  if (bound.name == "componentwise") { where += fmt::format(" at element {}", bound.element); }
  const double measured = *bound.measured_in_u;
  const std::string vacuous =
      bound.vacuous ? fmt::format(" = {}, vacuous (1 or more)", bound_text(*bound.relative)) : "";
  return fmt::format(
      "{}, {} = {} u{}: measured {} u", where, bound.formula, bound_text(*bound.in_u), vacuous,
      measured < 1000 ? fmt::format("{:.3g}", measured) : fmt::format("{:.0f}", measured));
}

std::string signed_digits(const std::string& digits) {
  if (digits.empty()) { return "?"; }
  return digits == "0" || digits.front() == '-' ? digits : "+" + digits;
}

std::string text_of_entries(const Run& run, const std::vector<LedgerText>& entries) {
  std::vector<std::string> parts;
  for (const LedgerText& entry : entries) {
    if (!entry.known) { break; }
    parts.push_back(fmt::format("{} {}", name(run.stages[entry.stage].step.stage),
                                signed_digits(entry.digits)));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace

std::string text_of_bounds(const std::vector<Bound>& all, const Style& style) {
  std::string out;
  std::string said;
  for (const Bound& bound : all) {
    if (bound.applies) {
      out += line("bound", text_of_bound(bound), style);
    } else if (bound.why_not != said) {
      out += line("bound", "none: " + bound.why_not, style);
      said = bound.why_not;
    }
  }
  return out;
}

std::string text_of_ledger(const Run& run, const Trace& trace, std::size_t element,
                           const Style& style) {
  const std::string entries = text_of_entries(run, ledger_text(run, trace, element, 3));
  if (entries.empty()) { return ""; }
  return line("ledger", fmt::format("of ln p({}): {}", element, entries), style);
}

std::string text_of_reading(const Trace& trace, std::size_t element, const Style& style) {
  const std::optional<Certified> cost = cost_of_reading(trace, element);
  if (!cost || cost->zero()) { return ""; }
  const std::string change = signed_digits(cost_of_reading_text(trace, element, 3));
  return wrapped(
      fmt::format("reading       rounded the given numbers to {}, which changes ln p({}) by {}",
                  trace.format().name, element, change == "0" ? "less than 1e-12" : change),
      style.width, 14);
}

}  // namespace softmax
