#include "lessons/page/text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "lessons/page/inline.hpp"
#include "lessons/page/lines.hpp"
#include "lessons/page/parts.hpp"

namespace softmax::page {
namespace {

/// Collects lines, numbering the questions as they come.
class Sheet {
 public:
  explicit Sheet(const Style& style) : style_(style) {}

  void heading(const std::string& text) {
    Lines lines = split_lines(wrapped(text, style_.width, 0));
    const std::size_t columns = std::min(columns_of(text), style_.width);
    for (std::string& line : lines) { line = paint(style_, Colour::strong, line); }
    lines.push_back(paint(style_, Colour::faint, std::string(columns, '-')));
    append(lines_, std::move(lines));
  }
  void markdown(const std::string& text) { append(lines_, lines_of_markdown(text, style_)); }

  void block(const Block& block) {
    if (const auto* question = std::get_if<Question>(&block)) {
      ask(*question);
    } else if (!std::holds_alternative<SpeakerNote>(block)) {
      append(lines_, lines_of(block, style_));
    }
  }

  void ask(const Question& question) {
    asked_.push_back(&question);
    markdown(fmt::format("**Question {}.** {}", asked_.size(), question.text));
    Question bare = question;
    bare.text.clear();
    append(lines_, lines_of(bare, style_));
  }

  void answers() {
    if (asked_.empty()) { return; }
    heading(answers_heading);
    for (std::size_t i = 0; i < asked_.size(); ++i) {
      markdown(fmt::format("**Question {}.**", i + 1));
      for (const std::string& line : lines_of_answer(*asked_[i], style_)) {
        lines_.push_back(line);
      }
    }
  }

  [[nodiscard]] std::string text() const {
    std::string out;
    for (const std::string& line : lines_) { out += line + "\n"; }
    return out;
  }

 private:
  Style style_;
  Lines lines_;
  std::vector<const Question*> asked_;
};

void write_end(Sheet& sheet, const Page& page) {
  sheet.heading(remember_heading);
  sheet.markdown(remember_list(page));
  sheet.heading(tries_heading);
  std::string tries;
  for (const Try& one : page.content.tries) { tries += text_of_try(one); }
  sheet.markdown(tries);
  if (!page.content.exercises.empty()) {
    sheet.heading(exercises_heading);
    for (const Exercise& one : page.content.exercises) { sheet.markdown("- " + one.text); }
  }
}

}  // namespace

std::string text_of(const Page& page, const Style& style) {
  Sheet sheet(style);
  sheet.heading(title_of(page));
  sheet.markdown(fmt::format("{} minutes. {}", page.minutes, page.content.question));
  for (const Idea& idea : page.content.ideas) {
    sheet.heading(idea.title);
    for (const Block& block : idea.blocks) { sheet.block(block); }
  }
  write_end(sheet, page);
  sheet.heading(quiz_heading);
  for (const Question& question : page.quiz) { sheet.ask(question); }
  sheet.answers();
  return sheet.text();
}

std::string text_of_quiz(const Page& page, const Style& style) {
  Sheet sheet(style);
  sheet.heading(fmt::format("{}: {}", title_of(page), quiz_heading));
  for (const Question& question : page.quiz) { sheet.ask(question); }
  sheet.answers();
  return sheet.text();
}

}  // namespace softmax::page
