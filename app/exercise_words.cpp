#include "app/exercise_words.hpp"

#include <fmt/format.h>

#include "app/complaint.hpp"
#include "app/exercise/author_command.hpp"
#include "app/exercise/check_command.hpp"
#include "app/exercise/help_command.hpp"
#include "app/exercise/list_command.hpp"
#include "app/options.hpp"
#include "engine/quotation.hpp"
#include "lessons/terminal/output.hpp"

namespace softmax::app {
namespace {

/// Does: reads the words into what the parser's options stand for. Returns: nothing if the command
/// may now run, else what came of it.
std::optional<ExitCode> parsed(CLI::App& parser, const std::vector<std::string>& words) {
  parser.allow_extras();
  require_values(parser, words);
  try {
    parse(parser, words);
  } catch (const CLI::CallForHelp&) {
    terminal::write_output(parser.help());
    return ExitCode::done;
  } catch (const CLI::ParseError& error) { return usage(error.what() + see_help(parser)); }
  if (const auto unknown = parser.remaining(); !unknown.empty()) {
    if (unknown[0].starts_with('-')) { return usage(unknown_option(parser, unknown[0])); }
    return usage(fmt::format("{} is one word too many{}", quotation(unknown[0]), see_help(parser)));
  }
  refuse_repeated(parser);
  return std::nullopt;
}

void add_exercise(CLI::App& parser, std::string& exercise) {
  parser
      .add_option("EXERCISE", exercise,
                  "its number or its name; without one the first that has not passed")
      ->type_name("");
}

ExitCode check_from_words(const std::vector<std::string>& words, bool watching) {
  CLI::App parser(watching ? "Checks an answer now, and again each time it is saved."
                           : "Compiles an answer, tries it, and says what is not right yet: exit "
                             "code 0 if it\npasses, 1 if not.",
                  watching ? "./workbook watch" : "./workbook check");
  CheckCommand command;
  add_exercise(parser, command.exercise);
  named(parser.add_option("--file", command.file,
                          "another file than answers/NN_topic/answer.cpp; nothing is recorded"),
        "PATH");
  named(parser.add_option("--seed", command.seed, "what the cases by chance are drawn with"),
        "NUMBER")
      ->check(whole_number_from(0));
  parser.add_flag("--sanitize", command.sanitizers,
                  "with the address and undefined behaviour sanitizers");
  if (const auto done = parsed(parser, words)) { return *done; }
  return watching ? watch(command) : run(command);
}

ExitCode hint_from_words(const std::vector<std::string>& words) {
  CLI::App parser("A hint to a task of an exercise; each time one more.", "./workbook hint");
  HelpCommand command;
  add_exercise(parser, command.exercise);
  parser.add_option("TASK", command.task, "its name; without one the first task")->type_name("");
  if (const auto done = parsed(parser, words)) { return *done; }
  return hint(command);
}

ExitCode solution_from_words(const std::vector<std::string>& words) {
  CLI::App parser("Our own answer to an exercise, with its reasons.", "./workbook solution");
  HelpCommand command;
  add_exercise(parser, command.exercise);
  parser.add_flag("--yes", command.confirmed, "also if it has not passed");
  if (const auto done = parsed(parser, words)) { return *done; }
  return solution(command);
}

ExitCode reset_from_words(const std::vector<std::string>& words) {
  CLI::App parser("Puts the skeleton in the place of an answer, which is kept as a backup.",
                  "./workbook reset");
  HelpCommand command;
  parser.add_option("EXERCISE", command.exercise, "its number or its name")->type_name("");
  if (const auto done = parsed(parser, words)) { return *done; }
  return reset_answer(command);
}

ExitCode verify_from_words(const std::vector<std::string>& words) {
  CLI::App parser(
      "Tries what the authors of exercises promise: the skeleton fails, the solution and every\n"
      "variant passes, every misconception fails and is named, every check counts.",
      "./workbook verify-exercises");
  VerifyCommand command;
  parser.add_option("EXERCISE", command.exercises, "numbers or names; without one all")
      ->type_name("");
  parser.add_flag("--clang", command.clang, "right answers by clang too");
  if (const auto done = parsed(parser, words)) { return *done; }
  return verify(command);
}

ExitCode new_from_words(const std::vector<std::string>& words) {
  CLI::App parser("Makes all the files of a new exercise.", "./workbook new-exercise");
  std::string folder;
  parser.add_option("FOLDER", folder, "two digits, _ and a topic: 18_topic")->type_name("");
  if (const auto done = parsed(parser, words)) { return *done; }
  if (folder.empty()) { return usage("which one? write ./workbook new-exercise 18_topic"); }
  return new_exercise(folder);
}

ExitCode list_from_words(const std::vector<std::string>& words) {
  CLI::App parser("All exercises, and which of them have passed.", "./workbook exercises");
  bool markdown = false;
  parser.add_flag("--markdown", markdown, "the page exercises/README.md");
  if (const auto done = parsed(parser, words)) { return *done; }
  return list_exercises(markdown);
}

}  // namespace

ExitCode exercise_from_words(const std::vector<std::string>& words) {
  const std::vector<std::string> rest(words.begin() + 1, words.end());
  if (words[0] == "exercises") { return list_from_words(rest); }
  if (words[0] == "hint") { return hint_from_words(rest); }
  if (words[0] == "solution") { return solution_from_words(rest); }
  if (words[0] == "reset") { return reset_from_words(rest); }
  if (words[0] == "verify-exercises") { return verify_from_words(rest); }
  if (words[0] == "new-exercise") { return new_from_words(rest); }
  return check_from_words(rest, words[0] == "watch");
}

}  // namespace softmax::app
