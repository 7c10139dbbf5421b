#include "engine/text_block.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "engine/cell.hpp"
#include "engine/table_columns.hpp"

namespace softmax {
namespace {

constexpr std::string_view gutter = " | ";

std::string_view short_name(Outcome outcome) {
  return outcome == Outcome::underflow_to_zero ? "underflow" : name(outcome);
}

Colour colour_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::overflow:
    case Outcome::nan:
    case Outcome::underflow_to_zero:
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
  const bool unsigned_text = digits.empty() || digits == "0" || digits.front() == '-';
  return unsigned_text ? digits : "+" + digits;
}

TextRow text_row(const Trace& trace, const Run& run, std::size_t stage, std::size_t i) {
  const Cell text = cell(trace, run, stage, i, {10, 3});
  return {std::to_string(i), short_digits(run.stages[stage].computed[i], trace.format()),
          text.reference.digits, signed_ulp(text.error_ulp), text.outcome};
}

void widen(ColumnWidths& widths, const TextRow& row) {
  const ColumnWidths seen = {row.index.size() + 2, row.computed.size(), row.reference.size(),
                             row.ulp.size(), short_name(row.outcome).size()};
  for (std::size_t k = 0; k < widths.size(); ++k) { widths[k] = std::max(widths[k], seen[k]); }
}

ColumnWidths widths_of(const std::vector<TextBlock>& blocks) {
  ColumnWidths widths{};
  for (std::size_t k = 0; k < widths.size(); ++k) { widths[k] = column_headings[k].size(); }
  for (const TextBlock& block : blocks) {
    for (const TextSection& section : block.sections) {
      for (const TextRow& row : section.rows) { widen(widths, row); }
    }
  }
  return widths;
}

/// Lays out blocks of one width.
class Layout {
 public:
  Layout(const ColumnWidths& widths, const Style& style)
      : widths_(widths), style_(style), width_(line_width(widths)) {}

  [[nodiscard]] std::string title(const TextBlock& block) const {
    const std::size_t blanks = width_ - std::min(width_, block.title.size());
    return paint(style_, Colour::strong, block.title) + std::string(blanks, ' ');
  }

  [[nodiscard]] std::string heading() const {
    return line({column_headings[0], column_headings[1], column_headings[2], column_headings[3]}) +
           last(column_headings[4], Colour::plain);
  }

  [[nodiscard]] std::string rule(const TextSection* section) const {
    if (section == nullptr) { return std::string(width_, ' '); }
    return paint(style_, Colour::faint, fmt::format("{:-<{}}", section->stage + " ", width_));
  }

  [[nodiscard]] std::string row(const TextSection* section, std::size_t k) const {
    if (section == nullptr || k >= section->rows.size()) { return std::string(width_, ' '); }
    const TextRow& text = section->rows[k];
    return line({text.index, text.computed, text.reference, text.ulp}) +
           last(short_name(text.outcome), colour_of(text.outcome));
  }

 private:
  /// All columns but the outcome's.
  [[nodiscard]] std::string line(const std::array<std::string_view, 4>& texts) const {
    std::string out;
    for (std::size_t k = 0; k < texts.size(); ++k) {
      if (widths_[k] > 0) { out += fmt::format("{:>{}} ", texts[k], widths_[k]); }
    }
    return out;
  }

  [[nodiscard]] std::string last(std::string_view word, Colour colour) const {
    if (widths_[4] == 0) { return ""; }
    return paint(style_, colour, word) + std::string(widths_[4] - word.size(), ' ');
  }

  ColumnWidths widths_;
  Style style_;
  std::size_t width_;
};

std::string one_below(const std::vector<TextBlock>& blocks, const Layout& layout) {
  std::string out;
  for (const TextBlock& block : blocks) {
    out += layout.title(block) + "\n" + layout.heading() + "\n";
    for (const TextSection& section : block.sections) {
      out += layout.rule(&section) + "\n";
      for (std::size_t k = 0; k < section.rows.size(); ++k) {
        out += layout.row(&section, k) + "\n";
      }
    }
    out += "\n";
  }
  return out;
}

bool comes_later(const std::vector<TextSection>& sections, std::size_t from,
                 const std::string& stage) {
  const auto begin = sections.begin() + static_cast<std::ptrdiff_t>(from);
  return std::any_of(begin, sections.end(), [&](const TextSection& s) { return s.stage == stage; });
}

using Pair = std::pair<const TextSection*, const TextSection*>;

/// The sections in pairs of one stage; null where only the other block has it here.
std::vector<Pair> aligned(const std::vector<TextSection>& left,
                          const std::vector<TextSection>& right) {
  std::vector<Pair> pairs;
  std::size_t l = 0;
  std::size_t r = 0;
  while (l < left.size() || r < right.size()) {
    if (l < left.size() && r < right.size() && left[l].stage == right[r].stage) {
      pairs.emplace_back(&left[l++], &right[r++]);
    } else if (r == right.size() || (l < left.size() && comes_later(left, l, right[r].stage))) {
      pairs.emplace_back(&left[l++], nullptr);
    } else {
      pairs.emplace_back(nullptr, &right[r++]);
    }
  }
  return pairs;
}

std::size_t rows_of(const TextSection* section) {
  return section == nullptr ? 0 : section->rows.size();
}

std::string side_by_side(const TextBlock& left, const TextBlock& right, const Layout& layout) {
  std::string out;
  const auto beside = [&](const std::string& a, const std::string& b) {
    out += fmt::format("{}{}{}\n", a, gutter, b);
  };
  beside(layout.title(left), layout.title(right));
  beside(layout.heading(), layout.heading());
  for (const auto& [a, b] : aligned(left.sections, right.sections)) {
    beside(layout.rule(a), layout.rule(b));
    for (std::size_t k = 0; k < std::max(rows_of(a), rows_of(b)); ++k) {
      beside(layout.row(a, k), layout.row(b, k));
    }
  }
  return out + "\n";
}

}  // namespace

TextBlock text_block(const Trace& trace, const Run& run, const std::vector<std::size_t>& elements) {
  TextBlock block{std::string(name(run.algorithm)), {}};
  for (std::size_t stage = 0; stage < run.stages.size(); ++stage) {
    TextSection section{std::string(name(run.stages[stage].step.stage)), {}};
    for (const std::size_t i : listed(trace, run.stages[stage], elements)) {
      section.rows.push_back(text_row(trace, run, stage, i));
    }
    block.sections.push_back(std::move(section));
  }
  return block;
}

std::string lay_out(const std::vector<TextBlock>& blocks, const Style& style) {
  const ColumnWidths full = widths_of(blocks);
  if (blocks.size() == 2 && 2 * line_width(full) + gutter.size() <= style.width) {
    return side_by_side(blocks[0], blocks[1], Layout(full, style));
  }
  const ColumnWidths widths = narrowed(full, style.width);
  const std::string note = left_out(widths, full);
  return one_below(blocks, Layout(widths, style)) +
         (note.empty() ? "" : wrapped(note, style.width, 2) + "\n");
}

}  // namespace softmax
