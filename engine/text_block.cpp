#include "engine/text_block.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/cell.hpp"

namespace softmax {
namespace {

constexpr std::string_view gutter = " | ";
constexpr std::array<std::string_view, 5> headings = {"", "computed", "reference", "ulp",
                                                      "outcome"};

using Widths = std::array<std::size_t, headings.size()>;

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

void widen(Widths& widths, const TextRow& row) {
  const Widths seen = {row.index.size() + 2, row.computed.size(), row.reference.size(),
                       row.ulp.size(), short_name(row.outcome).size()};
  for (std::size_t k = 0; k < widths.size(); ++k) { widths[k] = std::max(widths[k], seen[k]); }
}

Widths widths_of(const std::vector<TextBlock>& blocks) {
  Widths widths{};
  for (std::size_t k = 0; k < widths.size(); ++k) { widths[k] = headings[k].size(); }
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
  Layout(const Widths& widths, const Style& style) : widths_(widths), style_(style) {
    for (const std::size_t width : widths) { width_ += width + 1; }
    width_ -= 1;
  }

  [[nodiscard]] std::size_t width() const { return width_; }

  [[nodiscard]] std::string title(const TextBlock& block) const {
    const std::size_t blanks = width_ - std::min(width_, block.title.size());
    return paint(style_, Colour::strong, block.title) + std::string(blanks, ' ');
  }

  [[nodiscard]] std::string heading() const {
    return line(headings[0], headings[1], headings[2], headings[3]) +
           fmt::format("{:<{}}", headings[4], widths_[4]);
  }

  [[nodiscard]] std::string rule(const TextSection* section) const {
    if (section == nullptr) { return std::string(width_, ' '); }
    return paint(style_, Colour::faint, fmt::format("{:-<{}}", section->stage + " ", width_));
  }

  [[nodiscard]] std::string row(const TextSection* section, std::size_t k) const {
    if (section == nullptr || k >= section->rows.size()) { return std::string(width_, ' '); }
    const TextRow& text = section->rows[k];
    const std::string_view word = short_name(text.outcome);
    return line(text.index, text.computed, text.reference, text.ulp) +
           paint(style_, colour_of(text.outcome), word) +
           std::string(widths_[4] - word.size(), ' ');
  }

 private:
  [[nodiscard]] std::string line(std::string_view index, std::string_view computed,
                                 std::string_view reference, std::string_view ulp) const {
    return fmt::format("{:>{}} {:>{}} {:>{}} {:>{}} ", index, widths_[0], computed, widths_[1],
                       reference, widths_[2], ulp, widths_[3]);
  }

  Widths widths_;
  Style style_;
  std::size_t width_ = 0;
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
  const Layout layout(widths_of(blocks), style);
  const bool wide_enough = 2 * layout.width() + gutter.size() <= style.width;
  if (blocks.size() == 2 && wide_enough) { return side_by_side(blocks[0], blocks[1], layout); }
  return one_below(blocks, layout);
}

}  // namespace softmax
