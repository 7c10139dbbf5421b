#include "app/grade_words.hpp"

#include <fmt/format.h>

#include <stdexcept>
#include <thread>

#include "app/complaint.hpp"
#include "app/grade_command.hpp"
#include "app/options.hpp"
#include "engine/quotation.hpp"
#include "lessons/terminal/output.hpp"
#include "lessons/terminal/whole_number.hpp"

namespace softmax::app {
namespace {

constexpr const char* purpose =
    "Marks what a class handed in: folders like answers/, zip or tar archives of them, or folders\n"
    "that hold such, one for each learner. Exit code 0 if all is graded, whatever the marks, 2 "
    "for\n"
    "usage, 3 if something beneath failed.";

/// "2/3" is the second of three parts.
grader::Shard shard_of(const std::string& word) {
  const std::size_t slash = word.find('/');
  if (slash != std::string::npos) {
    const auto index = terminal::whole_number(word.substr(0, slash));
    const auto count = terminal::whole_number(word.substr(slash + 1));
    if (index && count && *index >= 1 && *index <= *count) { return {*index - 1, *count}; }
  }
  throw std::invalid_argument(
      fmt::format("--shard {}: write I/N, as in 2/3 for the second of three", quotation(word)));
}

void add_options(CLI::App& parser, GradeCommand& command, std::string& shard) {
  parser.add_option("PATH", command.paths, "what was handed in")->type_name("")->expected(0, -1);
  parser.add_option("--exercise", command.exercises, "only this one; several may be given")
      ->type_name("NN")
      ->expected(1)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  parser
      .add_option("--report", command.reports,
                  "json, csv, junit, html, or of one submission gradescope, prairielearn; - is "
                  "standard output;\nseveral may be given; without any a summary is printed")
      ->type_name("FORMAT=FILE")
      ->expected(1)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  named(parser.add_option("--journal", command.journal,
                          "keeps what is graded, so that the same command goes on after a kill"),
        "FILE");
  named(parser.add_option("-j,--jobs", command.jobs, "how many at a time"), "N")
      ->check(whole_number_from(1));
  named(parser.add_option("--shard", shard, "only the I-th of N parts"), "I/N");
  named(parser.add_option("--seed", command.seed, "what the cases by chance are drawn with"),
        "NUMBER")
      ->check(whole_number_from(0));
}

}  // namespace

ExitCode grade_from_words(const std::vector<std::string>& words) {
  CLI::App parser(purpose, "./workbook grade");
  GradeCommand command;
  command.jobs = std::max(1U, std::thread::hardware_concurrency());
  std::string shard = "1/1";
  add_options(parser, command, shard);
  parser.allow_extras();
  require_values(parser, words);
  try {
    parse(parser, words);
  } catch (const CLI::CallForHelp&) {
    terminal::write_output(parser.help());
    return ExitCode::done;
  } catch (const CLI::ParseError& error) { return usage(error.what() + see_help(parser)); }
  if (const auto unknown = parser.remaining(); !unknown.empty()) {
    return usage(unknown_option(parser, unknown[0]));
  }
  refuse_repeated(parser);
  if (command.paths.empty()) {
    return usage("what was handed in? write its path, as in ./workbook grade class/");
  }
  command.shard = shard_of(shard);
  return run(command);
}

}  // namespace softmax::app
