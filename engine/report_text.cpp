#include "engine/report_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/birthplace.hpp"
#include "engine/cell.hpp"

namespace softmax {
namespace {

constexpr std::size_t block_width = 54;
constexpr std::string_view gutter = "  | ";
using Lines = std::vector<std::string>;

/// Pads by what is seen: colour codes take no room.
std::string padded(const std::string& text, std::size_t seen, std::size_t width) {
  return text + std::string(width > seen ? width - seen : 0, ' ');
}

std::string_view short_name(Outcome outcome) {
  return outcome == Outcome::underflow_to_zero ? "underflow" : name(outcome);
}

Colour colour_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::overflow:
    case Outcome::nan:
    case Outcome::underflow_to_zero:
      return Colour::bad;
    case Outcome::carried:
      return Colour::bad;
    case Outcome::masked:
      return Colour::faint;
    default:
      return Colour::plain;
  }
}

/// Three digits; of an error of nothing visible, its power of ten.
std::string signed_ulp(std::string digits) {
  const std::size_t e = digits.find('e');
  if (e != std::string::npos) {
    digits = digits.substr(0, digits.front() == '-' ? 2 : 1) + digits.substr(e);
  }
  if (digits.empty() || digits == "0" || digits.front() == '-') { return digits; }
  return "+" + digits;
}

/// One line of a block, 54 columns: position, computed, reference, error, outcome.
std::string value_line(const Trace& trace, const Run& run, std::size_t stage, std::size_t i,
                       const Style& style) {
  const StageRow& row = run.stages[stage];
  const Cell text = cell(trace, run, stage, i, {10, 3});
  const std::string line =
      fmt::format("{:>6} {:>13} {:>15} {:>7} ", i, short_digits(row.computed[i], trace.format()),
                  text.reference.digits, signed_ulp(text.error_ulp));
  const std::string_view word = short_name(text.outcome);
  return padded(line + paint(style, colour_of(text.outcome), word), line.size() + word.size(),
                block_width);
}

std::string heading() {
  return fmt::format("{:>6} {:>13} {:>15} {:>7} {:<9}", "", "computed", "reference", "ulp",
                     "outcome");
}

struct Block {
  std::string title;
  std::vector<std::pair<std::string_view, Lines>> sections;  ///< stage name, its lines
};

Block block_of(const Trace& trace, const Run& run, const std::vector<std::size_t>& elements,
               const Style& style) {
  Block block{std::string(name(run.algorithm)), {}};
  for (std::size_t stage = 0; stage < run.stages.size(); ++stage) {
    Lines lines;
    for (const std::size_t i : listed(trace, run.stages[stage], elements)) {
      lines.push_back(value_line(trace, run, stage, i, style));
    }
    block.sections.emplace_back(name(run.stages[stage].step.stage), std::move(lines));
  }
  return block;
}

std::string rule(std::string_view title, std::size_t width) {
  std::string line = fmt::format("{} ", title);
  while (line.size() < width) { line += '-'; }
  return line;
}

void append_single(std::string& out, const Block& block, const Style& style) {
  out += paint(style, Colour::strong, block.title) + "\n" + heading() + "\n";
  for (const auto& [stage, lines] : block.sections) {
    out += paint(style, Colour::faint, rule(stage, block_width)) + "\n";
    for (const std::string& line : lines) { out += line + "\n"; }
  }
}

bool comes_later(const Block& block, std::size_t from, std::string_view stage) {
  return std::any_of(block.sections.begin() + static_cast<std::ptrdiff_t>(from),
                     block.sections.end(),
                     [&](const auto& section) { return section.first == stage; });
}

/// One stage of both blocks; an empty name where one has no such stage here.
void append_beside(std::string& out, std::string_view left_name, const Lines& left,
                   std::string_view right_name, const Lines& right, const Style& style) {
  const auto header = [&](std::string_view stage) {
    const std::string text =
        stage.empty() ? std::string(block_width, ' ') : rule(stage, block_width);
    return paint(style, Colour::faint, text);
  };
  out += header(left_name) + std::string(gutter) + header(right_name) + "\n";
  for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
    out += i < left.size() ? left[i] : std::string(block_width, ' ');
    out += gutter;
    out += (i < right.size() ? right[i] : "") + "\n";
  }
}

void append_pair(std::string& out, const Block& left, const Block& right, const Style& style) {
  const auto head = [&](const std::string& title) {
    return padded(paint(style, Colour::strong, title), title.size(), block_width);
  };
  out += head(left.title) + std::string(gutter) + head(right.title) + "\n";
  out += padded(heading(), heading().size(), block_width) + std::string(gutter) + heading() + "\n";
  std::size_t l = 0;
  std::size_t r = 0;
  while (l < left.sections.size() || r < right.sections.size()) {
    const bool left_done = l == left.sections.size();
    const bool right_done = r == right.sections.size();
    const bool same =
        !left_done && !right_done && left.sections[l].first == right.sections[r].first;
    const bool take_left =
        same || right_done || (!left_done && comes_later(left, l, right.sections[r].first));
    const bool take_right = same || !take_left;
    static const Lines none;
    append_beside(out, take_left ? left.sections[l].first : "",
                  take_left ? left.sections[l].second : none,
                  take_right ? right.sections[r].first : "",
                  take_right ? right.sections[r].second : none, style);
    l += take_left ? 1 : 0;
    r += take_right ? 1 : 0;
  }
}

void append_births(std::string& out, const Trace& trace, const Run& run) {
  const auto line = [&](std::string_view what, const std::optional<Birth>& birth) {
    if (birth) { out += fmt::format("  first {}  {}\n", what, sentence(*birth, run)); }
  };
  line("inf", first_infinity(run, trace));
  line("nan", first_nan(run, trace));
}

void append_findings(std::string& out, const Trace& trace, const Style& style) {
  for (const Run& run : trace.runs) {
    const std::string text = verdict(trace, run);
    const bool broke = text.starts_with("BROKE");
    out += paint(style, broke ? Colour::bad : Colour::good,
                 fmt::format("{:<14}{}", name(run.algorithm), text)) +
           "\n";
    append_births(out, trace, run);
  }
}

/// Eighths of a block, so that a bar is honest to a fraction of a character.
std::string bar(double share, std::size_t width) {
  constexpr std::array<std::string_view, 8> part = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const auto eighths = static_cast<std::size_t>(
      std::lround(std::clamp(share, 0.0, 1.0) * static_cast<double>(width) * 8));
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
                       std::isnan(p) ? "" : bar(p, width));
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
  return text +
         (s.arithmetic.exp == ExpSource::libm ? ", exp by this machine's libm"
                                              : ", exp correctly rounded") +
         "\n";
}

}  // namespace

std::string report_text(const Trace& trace, const TextOptions& options) {
  const std::vector<std::size_t> elements = largest_logits(trace, options.top);
  const Style& style = options.style;
  std::string out = summary_line(trace) + "\n";
  std::vector<Block> blocks;
  for (const Run& run : trace.runs) { blocks.push_back(block_of(trace, run, elements, style)); }
  if (blocks.size() == 2 && style.width >= 2 * block_width + gutter.size()) {
    append_pair(out, blocks[0], blocks[1], style);
  } else {
    for (const Block& block : blocks) {
      append_single(out, block, style);
      out += "\n";
    }
  }
  if (elements.size() < trace.logits.size()) {
    out += fmt::format("the {} largest logits; {} more\n", elements.size(),
                       trace.logits.size() - elements.size());
  }
  out += "\n";
  append_findings(out, trace, style);
  append_bars(out, trace, elements, style);
  return without_trailing_blanks(out);
}

}  // namespace softmax
