#include "lessons/guide/instructor.hpp"

#include <fmt/format.h>

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
    rows += fmt::format("| {} | [{}]({:02}_{}/README.md) | {} |\n", lesson.number, lesson.title,
                        lesson.number, lesson.id, lesson.minutes);
  }
  const int sum = minutes_of(schedule);
  return fmt::format(
      "\n### {} minutes\n\n{}\n| lesson | title | minutes |\n| ---: | --- | ---: |\n{}| | together "
      "| {} |\n| | left for questions | {} |\n",
      schedule.minutes, page::prose_lines(std::string(schedule.purpose)), rows, sum,
      schedule.minutes - sum);
}

/// The figures and tables that a class should see, by the captions that the page gives them.
std::string shown(const Page& page) {
  std::string out;
  for (const page::Idea& idea : page.content.ideas) { out += "- " + idea.title + "\n"; }
  return out;
}

std::string notes(const Page& page) {
  std::string out;
  for (const page::Idea& idea : page.content.ideas) {
    for (const page::Block& block : idea.blocks) {
      if (const auto* note = std::get_if<page::SpeakerNote>(&block)) {
        out += page::prose_lines(fmt::format("- *{}*: {}", idea.title, note->markdown));
      }
    }
  }
  return out;
}

/// Every wrong option and every slip is an error that somebody makes.
std::string mistakes_in(const page::Question& question) {
  std::string out;
  if (const auto* options = std::get_if<std::vector<page::Option>>(&question.answer)) {
    for (const page::Option& option : *options) {
      if (!option.right) {
        out += page::prose_lines(fmt::format("  - \"{}\" {}", option.text, option.why));
      }
    }
  } else {
    for (const page::Slip& slip : std::get<page::Number>(question.answer).slips) {
      out += page::prose_lines(fmt::format("  - \"{}\" {}", slip.value, slip.why));
    }
  }
  return out;
}

std::string mistakes(const Page& page) {
  std::string out;
  for (const page::Question* question : page::questions(page)) {
    out += page::prose_lines("- " + question->text) + mistakes_in(*question);
  }
  return out;
}

std::string lesson_text(const Lesson& lesson) {
  const Page page = lessons::page_of(lesson);
  return fmt::format(
      "\n## {}\n\n{} minutes. {}\n\n**Show**, by `./workbook lesson {} "
      "--present`:\n\n{}\n**Say**\n\n"
      "{}\n**What learners answer, and why it is wrong**\n\n{}",
      page::title_of(page), page.minutes, page.content.question, page.number, shown(page),
      notes(page), mistakes(page));
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
          "lessons' own. Before a class: build once (`./workbook`), try `./workbook lesson N "
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
