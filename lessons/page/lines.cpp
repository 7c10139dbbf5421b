#include "lessons/page/lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "engine/cell.hpp"
#include "engine/report_text.hpp"
#include "engine/text_block.hpp"
#include "lessons/page/inline.hpp"
#include "lessons/page/judge.hpp"

namespace softmax::page {
namespace {

/// The text with `first` before its first line and as many blanks before the others; where `first`
/// takes more than half of the width, the text stands below it.
Lines hanging(const std::string& first, const std::string& markdown, const Style& style) {
  const bool beside = 2 * columns_of(first) <= style.width;
  const std::size_t indent = beside ? columns_of(first) : std::min<std::size_t>(4, style.width / 4);
  Style inner = style;
  inner.width -= indent;
  Lines lines = lines_of_markdown(markdown, inner);
  for (std::string& line : lines) {
    if (!line.empty()) { line.insert(0, indent, ' '); }
  }
  if (beside && !lines.empty()) {
    lines[0].replace(0, indent, first);
  } else {
    lines.insert(lines.begin(), first.substr(0, first.find_last_not_of(' ') + 1));
  }
  return lines;
}

}  // namespace

Lines split_lines(const std::string& text) {
  Lines lines(1);
  for (const char c : text) {
    if (c == '\n') {
      lines.emplace_back();
    } else {
      lines.back() += c;
    }
  }
  while (!lines.empty() && lines.back().find_first_not_of(' ') == std::string::npos) {
    lines.pop_back();
  }
  for (std::string& line : lines) { line.erase(line.find_last_not_of(' ') + 1); }
  return lines;
}

void append(Lines& lines, Lines more) {
  if (!lines.empty() && !more.empty()) { lines.emplace_back(); }
  std::move(more.begin(), more.end(), std::back_inserter(lines));
}

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\x1b') {
      i = std::min(text.find('m', i), text.size() - 1);
    } else if ((static_cast<unsigned char>(text[i]) & 0xc0U) != 0x80U) {
      ++columns;
    }
  }
  return columns;
}

Lines lines_of(const Prose& prose, const Style& style) {
  return lines_of_markdown(prose.markdown, style);
}

Lines lines_of(const Formula& formula, const Style& style) {
  Lines lines;
  for (const std::string& line : split_lines(formula.plain)) {
    for (std::string& part : split_lines(wrapped("    " + line, style.width, 8))) {
      lines.push_back(std::move(part));
    }
  }
  return lines;
}

Lines lines_of(const TraceFigure& figure, const Style& style) {
  const std::vector<std::size_t> elements =
      largest_logits(figure.trace, figure.shown == 0 ? figure.trace.logits.size() : figure.shown);
  std::vector<TextBlock> blocks;
  blocks.reserve(figure.trace.runs.size());
  for (const Run& run : figure.trace.runs) {
    blocks.push_back(text_block(figure.trace, run, elements));
  }
  Lines lines = lines_of_markdown(figure.caption, style);
  append(lines, split_lines(wrapped("$ ./workbook trace " + figure.command, style.width, 4)));
  append(lines, split_lines(lay_out(blocks, style)));
  std::string findings;
  for (const Run& run : figure.trace.runs) {
    const std::string text =
        fmt::format("{:<13} {}", name(run.algorithm), verdict(figure.trace, run));
    findings +=
        painted_lines(text, broke(figure.trace, run) ? Colour::bad : Colour::plain, style, 14);
    findings += text_of_births(figure.trace, run, style);
  }
  append(lines, split_lines(findings));
  return lines;
}

Lines lines_of(const Question& question, const Style& style) {
  Lines lines = lines_of_markdown(question.text, style);
  if (const auto* options = std::get_if<std::vector<Option>>(&question.answer)) {
    if (!lines.empty()) { lines.emplace_back(); }
    for (std::size_t i = 0; i < options->size(); ++i) {
      const Lines option = hanging(fmt::format("  {}  ", i + 1), (*options)[i].text, style);
      lines.insert(lines.end(), option.begin(), option.end());
    }
  }
  return lines;
}

Lines lines_of(const SpeakerNote& note, const Style& style) {
  return hanging("speaker: ", note.markdown, style);
}

Lines lines_of(const Block& block, const Style& style) {
  return std::visit([&](const auto& kind) { return lines_of(kind, style); }, block);
}

Lines lines_of_answer(const Question& question, const Style& style) {
  Lines lines;
  if (const auto* options = std::get_if<std::vector<Option>>(&question.answer)) {
    for (std::size_t i = 0; i < options->size(); ++i) {
      const Option& option = (*options)[i];
      const std::string first = fmt::format("  {} {} ", i + 1, option.right ? "right:" : "wrong:");
      const Lines why = hanging(first, option.why, style);
      lines.insert(lines.end(), why.begin(), why.end());
    }
  } else {
    lines = lines_of_markdown("The answer is **" + right_answer(question) + "**.", style);
    for (const Slip& slip : std::get<Number>(question.answer).slips) {
      const Lines why = hanging(fmt::format("  {}: ", slip.value), slip.why, style);
      lines.insert(lines.end(), why.begin(), why.end());
    }
  }
  if (!question.why.empty()) { append(lines, lines_of_markdown(question.why, style)); }
  return lines;
}

}  // namespace softmax::page
