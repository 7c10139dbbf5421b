#include "lessons/page/markdown.hpp"

#include <fmt/format.h>

#include "lessons/page/inline.hpp"
#include "lessons/page/judge.hpp"
#include "lessons/page/lines.hpp"
#include "lessons/page/parts.hpp"
#include "lessons/page/prose.hpp"

namespace softmax::page {
namespace {

constexpr std::size_t trace_width = 100;

std::string joined(const Lines& lines) {
  std::string out;
  for (const std::string& line : lines) { out += line + "\n"; }
  return out;
}

/// The lines of a figure without its caption, which stands above as prose.
template <class Figure>
std::string code_block(Figure figure, std::string_view language, std::size_t width) {
  const std::string caption = figure.caption;
  figure.caption.clear();
  Style style;
  style.width = width;
  return fmt::format("{}\n```{}\n{}```\n", prose_lines(caption), language,
                     joined(lines_of(figure, style)));
}

std::string text_of(const Prose& block) { return prose_lines(block.markdown); }
std::string text_of(const Formula& block) { return fmt::format("$$\n{}\n$$\n", block.tex); }
std::string text_of(const TraceFigure& block) { return code_block(block, "console", trace_width); }
std::string text_of(const Bars& block) { return code_block(block, "text", prose_width); }
std::string text_of(const NumberLine& block) { return code_block(block, "text", prose_width); }

std::string text_of(const SpeakerNote& block) {
  return fmt::format("<!-- For the speaker:\n{}-->\n", prose_lines(block.markdown));
}

std::string table_row(const std::vector<std::string>& cells) {
  std::string out = "|";
  for (const std::string& cell : cells) {
    out += ' ';
    for (const char c : cell) { out += c == '|' ? "\\|" : std::string(1, c); }
    out += " |";
  }
  return out + "\n";
}

std::string text_of(const Table& table) {
  std::string out = prose_lines(table.caption) + "\n" + table_row(table.headings) + "|";
  for (std::size_t k = 0; k < table.headings.size(); ++k) { out += k == 0 ? " --- |" : " ---: |"; }
  out += "\n";
  for (const auto& row : table.rows) { out += table_row(row); }
  return out;
}

std::string answer_to(const Question& question) {
  std::string out;
  if (const auto* options = std::get_if<std::vector<Option>>(&question.answer)) {
    for (std::size_t i = 0; i < options->size(); ++i) {
      const Option& option = (*options)[i];
      out += prose_lines(
          fmt::format("- {}, **{}**: {}", i + 1, option.right ? "right" : "wrong", option.why));
    }
  } else {
    const std::vector<Slip>& slips = std::get<Number>(question.answer).slips;
    out += fmt::format("**{}**\n{}", right_answer(question), slips.empty() ? "" : "\n");
    for (const Slip& slip : slips) {
      out += prose_lines(fmt::format("- {}: {}", slip.value, slip.why));
    }
  }
  if (!question.why.empty()) { out += "\n" + prose_lines(question.why); }
  return out;
}

std::string text_of(const Question& question) {
  std::string out = prose_lines("**?** " + question.text) + "\n";
  if (const auto* options = std::get_if<std::vector<Option>>(&question.answer)) {
    for (std::size_t i = 0; i < options->size(); ++i) {
      out += filled(fmt::format("{}. {}", i + 1, (*options)[i].text), 3);
    }
    out += "\n";
  }
  return out +
         fmt::format("<details><summary>Answer</summary>\n\n{}\n</details>\n", answer_to(question));
}

void write_section(std::string& out, const std::string& heading) {
  out += fmt::format("\n## {}\n", heading);
}

void write_end(std::string& out, const Page& page) {
  write_section(out, remember_heading);
  out += "\n" + prose_lines(remember_list(page));
  write_section(out, tries_heading);
  out += "\n";
  for (const Try& one : page.content.tries) { out += prose_lines(text_of_try(one)); }
  if (!page.content.exercises.empty()) {
    write_section(out, exercises_heading);
    out += "\n";
  }
  for (const Exercise& one : page.content.exercises) { out += prose_lines("- " + one.text); }
  write_section(out, quiz_heading);
  for (const Question& question : page.quiz) { out += "\n" + text_of(question); }
}

}  // namespace

std::string markdown_of(const Page& page) {
  std::string out = fmt::format("# {}\n\n", title_of(page));
  out += prose_lines(fmt::format("*{} minutes.* {}", page.minutes, page.content.question)) + "\n";
  out +=
      prose_lines(fmt::format("On a terminal, with your own guesses: `./workbook lesson {}`. "
                              "This page is what `./workbook lesson {} --markdown` prints.",
                              page.number, page.number));
  for (const Idea& idea : page.content.ideas) {
    write_section(out, idea.title);
    for (const Block& block : idea.blocks) {
      out += "\n" + std::visit([](const auto& kind) { return text_of(kind); }, block);
    }
  }
  write_end(out, page);
  return out;
}

}  // namespace softmax::page
