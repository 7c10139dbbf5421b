#include "lessons/guide/instructor.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "lessons/catalogue.hpp"
#include "lessons/page/page.hpp"
#include "lessons/page/parts.hpp"
#include "lessons/page/prose.hpp"

namespace softmax::guide {
namespace {

using lessons::Lesson;
using page::Page;

std::string schedule_text(const Schedule& schedule) {
  std::string rows;
  for (const std::string_view id : schedule.lessons) {
    const Lesson& lesson = lessons::find(id);
    rows += fmt::format("| {} | [{}]({}/README.md) | {} |\n", lesson.number, lesson.title,
                        lessons::folder(lesson), lesson.minutes);
  }
  const int sum = minutes_of(schedule);
  return fmt::format(
      "\n### {} minutes\n\n{}\n| lesson | title | minutes |\n| ---: | --- | ---: |\n{}| | together "
      "| {} |\n| | left for questions | {} |\n",
      schedule.minutes, page::prose_lines(std::string(schedule.purpose)), rows, sum,
      schedule.minutes - sum);
}

std::string right_answer(const page::Question& question) {
  if (const auto* number = std::get_if<page::Number>(&question.answer)) { return number->value; }
  const auto& options = std::get<std::vector<page::Option>>(question.answer);
  return std::find_if(options.begin(), options.end(),
                      [](const page::Option& option) { return option.right; })
      ->text;
}

/// The question and its answer. Every wrong option and every slip is an error that somebody makes.
std::string mistakes_in(const page::Question& question) {
  std::string out = page::prose_lines("- *Ask*: " + question.text) +
                    page::prose_lines(fmt::format("  - **right**: {}", right_answer(question)));
  if (const auto* options = std::get_if<std::vector<page::Option>>(&question.answer)) {
    for (const page::Option& option : *options) {
      if (!option.right) {
        out += page::prose_lines(fmt::format("  - \"{}\": {}", option.text, option.why));
      }
    }
  } else {
    for (const page::Slip& slip : std::get<page::Number>(question.answer).slips) {
      out += page::prose_lines(fmt::format("  - \"{}\": {}", slip.value, slip.why));
    }
  }
  return out;
}

/// What there is to say and to ask at an idea, in its order.
std::string idea_text(const page::Idea& idea) {
  std::string out;
  for (const page::Block& block : idea.blocks) {
    if (const auto* note = std::get_if<page::SpeakerNote>(&block)) {
      out += page::prose_lines("- *Say*: " + note->markdown);
    } else if (const auto* question = std::get_if<page::Question>(&block)) {
      out += mistakes_in(*question);
    }
  }
  return fmt::format("\n**{}**\n{}{}", idea.title, out.empty() ? "" : "\n", out);
}

std::string lesson_text(const Lesson& lesson) {
  const Page page = lessons::page_of(lesson);
  std::string out =
      fmt::format("\n## {}\n\n", page::title_of(page)) +
      page::prose_lines(fmt::format("{} minutes, by `./workbook lesson {} --present`. {}",
                                    page.minutes, page.number, page.content.question));
  for (const page::Idea& idea : page.content.ideas) { out += idea_text(idea); }
  out += fmt::format("\n**{}**\n\n", page::quiz_heading);
  for (const page::Question& question : page.quiz) { out += mistakes_in(question); }
  return out;
}

}  // namespace

std::span<const Schedule> schedules() {
  static const std::vector<Schedule> all = {
      {45,
       "One thing well: why every softmax subtracts the maximum.",
       {"normalize", "overflow", "max_subtract"}},
      {90,
       "From scores to a sampled token.",
       {"normalize", "spread", "temperature", "overflow", "max_subtract", "decoding"}},
      {180,
       "All but the second lesson, which the third repeats in short; with a walk through the "
       "museum.",
       {"logits", "normalize", "spread", "temperature", "overflow", "max_subtract", "rounding",
        "decoding", "attention", "online", "runtime", "museum"}},
  };
  return all;
}

int minutes_of(const Schedule& schedule) {
  int sum = 0;
  for (const std::string_view id : schedule.lessons) { sum += lessons::find(id).minutes; }
  return sum;
}

std::string instructor_guide() {
  std::string out =
      "# For the one who teaches\n\n" +
      page::prose_lines(
          "This page is what `./workbook instructor` prints: minutes, notes and mistakes are the "
          "lessons' own. Under each idea stands what to say and what to ask. In quotes is what "
          "learners answer, and after it why it is wrong. Before a class: build once "
          "(`./workbook`), try `./workbook lesson N "
          "--present` on the projector (one idea a screen; `a` shows an answer, `n` the notes), "
          "and "
          "let learners guess before you show. Without terminals hand out `./workbook quiz N "
          "--json` as a sheet and grade it by `--answers FILE`.");
  out += "\n## Schedules\n";
  for (const Schedule& schedule : schedules()) { out += schedule_text(schedule); }
  for (const Lesson& lesson : lessons::all()) { out += lesson_text(lesson); }
  return out;
}

}  // namespace softmax::guide
