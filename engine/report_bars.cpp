#include "engine/report_bars.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "engine/cell.hpp"
#include "engine/report_text.hpp"

namespace softmax {
namespace {

/// The width of the element, its logit and its percentage; 0 where one is left out.
using LabelWidths = std::array<std::size_t, 3>;

constexpr LabelWidths roomy = {6, 15, 11};
constexpr std::size_t least_bar = 10;
constexpr std::size_t longest_bar = 50;

struct BarRow {
  std::array<std::string, 3> labels;
  double share;  ///< of a full bar
};

/// Of the default pair, the one that works.
const Run* run_for_bars(const Trace& trace) {
  const Run* chosen = nullptr;
  for (const Run& run : trace.runs) {
    if (output_of(run.algorithm) != Output::probabilities) { continue; }
    if (chosen == nullptr || !broke(trace, run) || broke(trace, *chosen)) { chosen = &run; }
  }
  return chosen;
}

BarRow bar_row(const Trace& trace, const Run& run, std::size_t i) {
  const double p = run.stages.back().computed[i];
  const bool number = std::isfinite(p);
  return {{std::to_string(i), short_digits(run.stages[0].computed[i], trace.format()),
           number ? fmt::format("{:.4g} %", 100 * p) : computed_text(p)},
          number ? p : 0};
}

/// A label is followed by a blank, the last by two.
std::size_t room_for_bar(const LabelWidths& widths, const Style& style) {
  std::size_t taken = 1;
  for (const std::size_t width : widths) { taken += width > 0 ? width + 1 : 0; }
  return style.width > taken ? std::min(style.width - taken, longest_bar) : 0;
}

/// The first that leave room for a bar: roomy, as wide as their texts, those but for the logit.
LabelWidths label_widths(const std::vector<BarRow>& rows, const Style& style) {
  LabelWidths roomiest = roomy;
  LabelWidths tight{};
  for (const BarRow& row : rows) {
    for (std::size_t k = 0; k < tight.size(); ++k) {
      tight[k] = std::max(tight[k], row.labels[k].size());
      roomiest[k] = std::max(roomiest[k], tight[k]);
    }
  }
  if (room_for_bar(roomiest, style) >= least_bar) { return roomiest; }
  if (room_for_bar(tight, style) >= least_bar) { return tight; }
  return {tight[0], 0, tight[2]};
}

std::string bar_line(const BarRow& row, const LabelWidths& widths, const Style& style) {
  std::string line;
  for (std::size_t k = 0; k < widths.size(); ++k) {
    if (widths[k] > 0) { line += fmt::format("{:>{}} ", row.labels[k], widths[k]); }
  }
  return line + " " + bar(row.share, room_for_bar(widths, style), style) + "\n";
}

}  // namespace

std::string bar(double share, std::size_t width, const Style& style) {
  constexpr std::array<std::string_view, 8> part = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  if (std::isnan(share)) { return ""; }
  const auto eighths = static_cast<std::size_t>(
      std::lround(std::clamp(share, 0.0, 1.0) * static_cast<double>(width) * 8));
  if (style.ascii) { return std::string((eighths + 4) / 8, '#'); }
  std::string text;
  for (std::size_t i = 0; i < eighths / 8; ++i) { text += "█"; }
  return text + std::string(part.at(eighths % 8));
}

std::string text_of_bars(const Trace& trace, const std::vector<std::size_t>& elements,
                         const Style& style) {
  const Run* run = run_for_bars(trace);
  if (run == nullptr) { return ""; }
  std::vector<BarRow> rows;
  rows.reserve(elements.size());
  for (const std::size_t i : elements) { rows.push_back(bar_row(trace, *run, i)); }
  const LabelWidths widths = label_widths(rows, style);
  std::string out =
      "\n" + wrapped(fmt::format("probabilities ({}, {}){}", name(run->algorithm),
                                 trace.format().name, widths[1] == 0 ? ", without the logits" : ""),
                     style.width, 2);
  for (const BarRow& row : rows) { out += bar_line(row, widths, style); }
  return out;
}

}  // namespace softmax
