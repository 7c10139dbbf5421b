#include "engine/report_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/birthplace.hpp"
#include "engine/bounds.hpp"
#include "engine/cell.hpp"
#include "engine/report_theory.hpp"
#include "engine/text_block.hpp"

namespace softmax {
namespace {

void append_births(std::string& out, const Trace& trace, const Run& run, const Style& style) {
  const auto line = [&](std::string_view what, const std::optional<Birth>& birth) {
    if (!birth) { return; }
    out += wrapped(fmt::format("  first {}  {}", what, sentence(*birth, run)), style.width, 13);
  };
  line("inf", first_infinity(run, trace));
  line("nan", first_nan(run, trace));
}

/// Good is what theory promised; without a promise a small error is luck, and stays plain.
Colour colour_of(const std::string& verdict, const std::vector<Bound>& theory) {
  if (verdict.starts_with("BROKE")) { return Colour::bad; }
  const bool promised = std::any_of(theory.begin(), theory.end(), [](const Bound& bound) {
    return bound.applies && !bound.vacuous && *bound.ratio <= 1;
  });
  return promised ? Colour::good : Colour::plain;
}

void append_findings(std::string& out, const Trace& trace, std::size_t element,
                     const Style& style) {
  out += text_of_reading(trace, element, style);
  for (const Run& run : trace.runs) {
    const std::string text = verdict(trace, run);
    const std::vector<Bound> theory = bounds(run, trace);
    out += painted_lines(fmt::format("{:<13} {}", name(run.algorithm), text),
                         colour_of(text, theory), style, 14);
    append_births(out, trace, run, style);
    out += text_of_bounds(theory, style) + text_of_ledger(run, trace, element, style);
  }
}

/// Eighths of a block, so that a bar is honest to a fraction of a character.
std::string bar(double share, std::size_t width, const Style& style) {
  constexpr std::array<std::string_view, 8> part = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const auto eighths = static_cast<std::size_t>(
      std::lround(std::clamp(share, 0.0, 1.0) * static_cast<double>(width) * 8));
  if (style.ascii) { return std::string((eighths + 4) / 8, '#'); }
  std::string text;
  for (std::size_t i = 0; i < eighths / 8; ++i) { text += "█"; }
  return text + std::string(part.at(eighths % 8));
}

/// The last run that gives probabilities: of the default pair, the one that works.
const Run* probabilities_run(const Trace& trace) {
  const auto found = std::find_if(trace.runs.rbegin(), trace.runs.rend(), [](const Run& run) {
    return output_of(run.algorithm) == Output::probabilities;
  });
  return found == trace.runs.rend() ? nullptr : &*found;
}

void append_bars(std::string& out, const Trace& trace, const std::vector<std::size_t>& elements,
                 const Style& style) {
  const Run* run = probabilities_run(trace);
  if (run == nullptr) { return; }
  constexpr std::size_t labels = 40;
  const std::size_t width =
      std::min<std::size_t>(style.width > labels + 10 ? style.width - labels : 10, 50);
  out += fmt::format("\nprobabilities ({}, {})\n", name(run->algorithm), trace.format().name);
  for (const std::size_t i : elements) {
    const double p = run->stages.back().computed[i];
    const std::string percent = std::isnan(p) ? "nan" : fmt::format("{:.4g} %", 100 * p);
    out += fmt::format("{:>6} {:>15} {:>11}  {}\n", i,
                       short_digits(run->stages[0].computed[i], trace.format()), percent,
                       std::isnan(p) ? "" : bar(p, width, style));
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

std::string summary_line(const Trace& trace) {
  const Settings& s = trace.settings;
  std::string text =
      fmt::format("softmax of {} logit{} in {}, T = {}", trace.logits.size(),
                  trace.logits.size() == 1 ? "" : "s", trace.format().name, s.temperature.text());
  if (trace.temperature != 1) { text += fmt::format(" ({})", name(s.temperature_order)); }
  text += fmt::format(", sum {}", name(s.order));
  if (s.accumulator.name != trace.format().name) { text += " in " + s.accumulator.name; }
  return text + (s.arithmetic.exp == ExpSource::libm ? ", exp by this machine's libm"
                                                     : ", exp correctly rounded");
}

}  // namespace

std::string report_text(const Trace& trace, const TextOptions& options) {
  const std::vector<std::size_t> elements = largest_logits(trace, options.top);
  std::vector<TextBlock> blocks;
  blocks.reserve(trace.runs.size());
  for (const Run& run : trace.runs) { blocks.push_back(text_block(trace, run, elements)); }
  std::string out = wrapped(summary_line(trace), options.style.width, 2) + "\n";
  out += lay_out(blocks, options.style);
  if (elements.size() < trace.logits.size()) {
    out += fmt::format("the {} largest of {} logits\n\n", elements.size(), trace.logits.size());
  }
  append_findings(out, trace, options.element, options.style);
  append_bars(out, trace, elements, options.style);
  return without_trailing_blanks(out);
}

}  // namespace softmax
