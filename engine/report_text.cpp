#include "engine/report_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/birthplace.hpp"
#include "engine/bounds.hpp"
#include "engine/cell.hpp"
#include "engine/report_bars.hpp"
#include "engine/report_theory.hpp"
#include "engine/report_witness.hpp"
#include "engine/text_block.hpp"

namespace softmax {
namespace {

/// Good is what theory promised; without a promise a small error is luck, and stays plain.
Colour colour_of(const Run& run, const Trace& trace, const std::vector<Bound>& theory) {
  if (broke(trace, run)) { return Colour::bad; }
  const bool promised = std::any_of(theory.begin(), theory.end(), [](const Bound& bound) {
    return bound.applies && !bound.vacuous && *bound.ratio <= 1;
  });
  return promised ? Colour::good : Colour::plain;
}

void append_findings(std::string& out, const Trace& trace, std::size_t element,
                     const Style& style) {
  out += text_of_reading(trace, element, style);
  for (const Run& run : trace.runs) {
    const std::vector<Bound> theory = bounds(run, trace);
    out += painted_lines(fmt::format("{:<13} {}", name(run.algorithm), verdict(trace, run)),
                         colour_of(run, trace, theory), style, 14);
    out += text_of_births(trace, run, style);
    out += text_of_bounds(theory, style) + text_of_ledger(run, trace, element, style);
  }
}

std::string without_trailing_blanks(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') { out.erase(out.find_last_not_of(' ') + 1); }
    out += c;
  }
  return out;
}

std::string count_of_listed(std::size_t listed, std::size_t all) {
  if (listed == 1) { return fmt::format("the largest of {} logits", all); }
  return fmt::format("the {} largest of {} logits", listed, all);
}

std::string summary_line(const Trace& trace) {
  const Settings& s = trace.settings;
  std::string text =
      fmt::format("softmax of {} logit{} in {}, T = {}", trace.logits.size(),
                  trace.logits.size() == 1 ? "" : "s", trace.format().name, s.temperature.text());
  if (trace.temperature != 1) { text += fmt::format(" ({})", name(s.temperature_order)); }
  text += fmt::format(", sum {}", name(s.order));
  if (s.accumulator.name != trace.format().name) { text += " in " + s.accumulator.name; }
  if (s.arithmetic.exp == ExpSource::libm) { return text + ", exp by this machine's libm"; }
  const std::size_t undecided = undecided_roundings(trace);
  return text + ", exp correctly rounded" +
         (undecided == 0 ? "" : fmt::format(" ({} by more than 128 bits)", undecided));
}

}  // namespace

std::string text_of_births(const Trace& trace, const Run& run, const Style& style) {
  const auto line = [&](std::string_view what, const std::optional<Birth>& birth) {
    if (!birth) { return std::string(); }
    return wrapped(fmt::format("  first {}  {}", what, sentence(*birth, run)), style.width, 13);
  };
  return line("inf", first_infinity(run, trace)) + line("nan", first_nan(run, trace));
}

std::string report_text(const Trace& trace, const TextOptions& options) {
  const std::vector<std::size_t> elements = largest_logits(trace, options.top);
  std::vector<TextBlock> blocks;
  blocks.reserve(trace.runs.size());
  for (const Run& run : trace.runs) { blocks.push_back(text_block(trace, run, elements)); }
  std::string out = wrapped(summary_line(trace), options.style.width, 2) + "\n";
  out += lay_out(blocks, options.style);
  if (elements.size() < trace.logits.size()) {
    out += wrapped(count_of_listed(elements.size(), trace.logits.size()), options.style.width, 2);
    out += "\n";
  }
  if (options.witness) { out += text_of_witnesses(trace, elements, options.style); }
  append_findings(out, trace, options.element, options.style);
  return without_trailing_blanks(out + text_of_bars(trace, elements, options.style));
}

}  // namespace softmax
