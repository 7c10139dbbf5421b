#include "app/lesson_words.hpp"

#include <fmt/format.h>

#include "app/complaint.hpp"
#include "app/home.hpp"
#include "app/options.hpp"
#include "app/quiz_command.hpp"
#include "engine/quotation.hpp"
#include "lessons/terminal/lesson_command.hpp"
#include "lessons/terminal/output.hpp"

namespace softmax::app {

ExitCode lesson_from_words(const std::vector<std::string>& words) {
  CLI::App lesson(
      "A lesson: on a terminal a screen at a time, else as text in order. Without a number\n"
      "the list of all lessons.",
      "./workbook lesson");
  terminal::LessonCommand command;
  lesson.add_option("LESSON", command.lesson, "its number or its name")->type_name("");
  int views = 0;
  const auto view = [&](const char* name, terminal::View wanted, const char* help) {
    lesson.add_flag_callback(
        name,
        [&command, &views, wanted] {
          command.view = wanted;
          ++views;
        },
        help);
  };
  view("--present", terminal::View::present, "for a projector: answers and speaker notes on a key");
  view("--markdown", terminal::View::markdown, "the page as Markdown");
  view("--json", terminal::View::json, "the page as JSON (see lessons/page/schema)");
  lesson.allow_extras();
  try {
    parse(lesson, words);
  } catch (const CLI::CallForHelp&) {
    terminal::write_output(lesson.help());
    return ExitCode::done;
  } catch (const CLI::ParseError& error) { return usage(error.what() + see_help(lesson)); }
  if (const auto unknown = lesson.remaining(); !unknown.empty()) {
    if (unknown[0].starts_with('-')) { return usage(unknown_option(lesson, unknown[0])); }
    return usage(fmt::format("one lesson at a time: {} is one too many", quotation(unknown[0])));
  }
  if (views > 1) { return usage("--present, --markdown and --json: choose one of them"); }
  if (!command.lesson.empty()) { return terminal::run(command); }
  if (views > 0) { return usage("which lesson? write its number, as in ./workbook lesson 3"); }
  return list_lessons();
}

ExitCode quiz_from_words(const std::vector<std::string>& words) {
  CLI::App quiz(
      "The questions at the end of the lessons, alone: of one lesson, or without a number all\n"
      "that were not yet answered right.",
      "./workbook quiz");
  QuizCommand command;
  quiz.add_option("LESSON", command.lesson, "its number or its name")->type_name("");
  named(quiz.add_option("--answers", command.answers,
                        "grade a filled-in sheet (- is standard input): exit code 1 if not all is "
                        "right"),
        "FILE");
  quiz.add_flag("--json", command.json, "print the sheet to fill in, or its grades, as JSON");
  quiz.allow_extras();
  require_values(quiz, words);
  try {
    parse(quiz, words);
  } catch (const CLI::CallForHelp&) {
    terminal::write_output(quiz.help());
    return ExitCode::done;
  } catch (const CLI::ParseError& error) { return usage(error.what() + see_help(quiz)); }
  if (const auto unknown = quiz.remaining(); !unknown.empty()) {
    if (unknown[0].starts_with('-')) { return usage(unknown_option(quiz, unknown[0])); }
    return usage(fmt::format("one lesson at a time: {} is one too many", quotation(unknown[0])));
  }
  refuse_repeated(quiz);
  return run(command);
}

}  // namespace softmax::app
