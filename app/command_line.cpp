// The one translation unit that sees the option parser.
#include "app/command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <span>
#include <stdexcept>

#include "app/home.hpp"
#include "app/input/row.hpp"
#include "app/number_words.hpp"
#include "app/progress_command.hpp"
#include "app/quiz_command.hpp"
#include "app/trace_command.hpp"
#include "engine/given.hpp"
#include "engine/nearest_name.hpp"
#include "engine/plan.hpp"
#include "engine/quotation.hpp"
#include "lessons/guide/glossary.hpp"
#include "lessons/guide/instructor.hpp"
#include "lessons/terminal/lesson_command.hpp"
#include "lessons/terminal/output.hpp"
#include "lessons/terminal/whole_number.hpp"

namespace softmax::app {
namespace {

constexpr const char* version_line = "softmax workbook 0.1.0\n";

constexpr const char* trace_footer = R"(
examples:
  ./workbook trace 1000 999 998                    where e^1000 breaks, and the fix
  ./workbook trace 2 1 0.1 --format binary16       the same in 16 bits
  ./workbook trace -inf 2 1 --algorithm online     a masked first logit
  ./workbook trace --file logits.npy --top 10      a model's row
  ./workbook trace 2 1 0.1 --compare 0.659,0.242,0.099
)";

/// Where a command's options are told.
std::string see_help(const CLI::App& command) { return " (see " + command.get_name() + " --help)"; }

/// Digits and nothing else: CLI11 alone would take "-1" and "" for a count.
CLI::Validator whole_number_from(std::size_t least) {
  const auto fault = [least](const std::string& text) {
    const std::optional<std::size_t> number = terminal::whole_number(text);
    return number && *number >= least
               ? ""
               : fmt::format("{} is not a whole number from {}", quotation(text), least);
  };
  return {fault, "", ""};
}

/// What --help calls its value. The parser takes the last of several: refuse_repeated() tells.
CLI::Option* named(CLI::Option* option, const char* value) {
  return option->type_name(value)->take_last()->capture_default_str();
}

void add_input_options(CLI::App& trace, TraceCommand& command) {
  // For --help alone: they never come to the parser (number_words.hpp).
  trace.add_option("LOGITS", command.logits, "numbers; -inf is a mask")
      ->expected(0, -1)
      ->type_name("");
  named(trace.add_option("--file", command.file,
                         "read them from a file (text, CSV, JSON, .npy), or from -"),
        "PATH");
  named(trace.add_option("--row", command.row, "which row of a two-dimensional file, from 0"),
        "ROW")
      ->check(whole_number_from(0));
  named(trace.add_option("--compare", command.compare,
                         "which settings reproduce these probabilities (a list 0.7,0.3, or a "
                         "file)"),
        "PROBABILITIES");
}

void add_arithmetic_options(CLI::App& trace, TraceCommand& command) {
  named(trace.add_option(
            "-f,--format", command.format,
            "e4m3fn, e5m2, bfloat16, binary16, binary32, binary64, or precision,emin,emax"),
        "FORMAT");
  named(trace.add_option(
            "-a,--algorithm", command.algorithms,
            "unshifted, shifted, online, division_free, unshifted_division_free, log_softmax, "
            "log_sum_exp, or all; several with commas"),
        "ALGORITHM")
      ->join();
  named(trace.add_option("-T,--temperature", command.temperature, "divides the logits"), "T");
  named(trace.add_option("--temperature-order", command.temperature_order,
                         "subtract_first or scale_first"),
        "ORDER");
  named(trace.add_option("--sum", command.order, "sequential, reverse, pairwise or compensated"),
        "ORDER");
  named(trace.add_option("--accumulator", command.accumulator, "the format that sums are taken in"),
        "FORMAT");
  named(trace.add_option("--exp", command.exp, "correctly_rounded, or this machine's libm"), "EXP");
}

void add_output_options(CLI::App& trace, TraceCommand& command) {
  named(trace.add_option("--top", command.top, "list the K largest logits only"), "K")
      ->check(whole_number_from(1));
  named(
      trace.add_option("--element", command.element, "whose ledger is shown (the most probable's)"),
      "ELEMENT")
      ->check(whole_number_from(0));
  trace.add_flag_callback(
      "--json", [&] { command.output = Output::json; }, "as JSON (see engine/schema)");
  trace.add_flag_callback("--csv", [&] { command.output = Output::csv; }, "as CSV");
  trace.add_flag_callback(
      "--markdown", [&] { command.output = Output::markdown; }, "as Markdown tables");
  trace.add_flag("--step", command.step, "one value at a time, on a terminal");
  trace.add_flag("--witness", command.witness,
                 "references by a second library too, to 50 digits (text, JSON, CSV, --step)");
}

/// Whether the word is an option of the command that takes a value.
bool takes_value(const CLI::App& command, const std::string& word) {
  if (word.size() < 2 || word[0] != '-' || word.find('=') != std::string::npos) { return false; }
  const CLI::Option* option = command.get_option_no_throw(word);
  return option != nullptr && option->get_items_expected_max() > 0;
}

bool is_option_of(const CLI::App& command, const std::string& word) {
  return word.starts_with('-') &&
         command.get_option_no_throw(word.substr(0, word.find('='))) != nullptr;
}

[[noreturn]] void refuse_without_value(const CLI::App& command, const std::string& name) {
  const std::string value = command.get_option(name)->get_type_name();
  throw std::invalid_argument(
      fmt::format("{0} needs a value: {0} {1}{2}", name, value, see_help(command)));
}

/// Refuses --top without a value, and --json=false: the parser would in words of its own.
void require_values(const CLI::App& command, const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_option_of(command, words[i])) { continue; }
    const std::size_t equals = words[i].find('=');
    const std::string name = words[i].substr(0, equals);
    if (takes_value(command, words[i])) {
      ++i;  // the next word is the value
      const bool missing = i == words.size() || is_option_of(command, words[i]);
      if (missing) { refuse_without_value(command, name); }
    } else if (equals != std::string::npos && !takes_value(command, name)) {
      throw std::invalid_argument(fmt::format("{0} takes no value: write {0} alone", name));
    } else if (equals + 1 == words[i].size()) {
      refuse_without_value(command, name);
    }
  }
}

/// A value given twice; a flag may be, and --algorithm, whose names add up.
void refuse_repeated(const CLI::App& command) {
  for (const CLI::Option* option : command.get_options()) {
    const bool last_counts = option->get_items_expected_max() > 0 &&
                             option->get_multi_option_policy() == CLI::MultiOptionPolicy::TakeLast;
    if (last_counts && option->count() > 1) {
      throw std::invalid_argument(
          fmt::format("--{} is given twice: give it once", option->get_lnames()[0]));
    }
  }
}

/// Options that were written, by their long names: what --compare must keep fixed.
std::vector<std::string> written_options(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    if (option->count() > 0 && !option->get_lnames().empty()) {
      names.push_back(option->get_lnames()[0]);
    }
  }
  return names;
}

void refuse_two_outputs(const std::vector<std::string>& written) {
  std::string first;
  for (const std::string& name : written) {
    if (name != "json" && name != "csv" && name != "markdown" && name != "step") { continue; }
    if (!first.empty()) {
      throw std::invalid_argument(
          fmt::format("--{} and --{} are two outputs: choose one of them", first, name));
    }
    first = name;
  }
}

/// One line, whatever was typed: control characters are spelled out. Where standard error is closed
/// or full the exit code alone tells.
ExitCode complain(const std::string& message, ExitCode code) {
  const std::string line = "workbook: " + printable(message) + "\n";
  static_cast<void>(std::fputs(line.c_str(), stderr));
  return code;
}

ExitCode usage(const std::string& message) { return complain(message, ExitCode::usage); }

/// What the parser did not know: an option, for a word that is none never comes to it.
std::string unknown_option(const CLI::App& command, const std::string& word) {
  const std::string option = word.substr(0, word.find('='));
  std::vector<std::string> names;
  for (const CLI::Option* known : command.get_options()) {
    for (const std::string& name : known->get_lnames()) { names.push_back("--" + name); }
  }
  return fmt::format("unknown option {}{}{}", quotation(option), did_you_mean(option, names),
                     see_help(command));
}

/// A word that is neither a logit nor an option's: -a online shifted is likely two algorithms.
std::string no_logit(const std::string& word) {
  const bool algorithm = std::any_of(all_algorithms.begin(), all_algorithms.end(),
                                     [&](Algorithm known) { return name(known) == word; });
  return algorithm ? quotation(word) + " is an algorithm: write -a, and several with commas"
                   : no_number(word);
}

/// CLI11 wants the words last first.
void parse(CLI::App& app, std::vector<std::string> words) {
  std::reverse(words.begin(), words.end());
  app.parse(words);
}

ExitCode trace_from_words(const std::vector<std::string>& words) {
  CLI::App trace(
      "One softmax, stage by stage: what the machine computes, and what is certain beside it.",
      "./workbook trace");
  trace.footer(trace_footer);
  trace.allow_extras();
  TraceCommand command;
  add_input_options(trace, command);
  add_arithmetic_options(trace, command);
  add_output_options(trace, command);
  const SplitWords split =
      split_numbers(words, [&](const std::string& word) { return takes_value(trace, word); });
  require_values(trace, split.others);
  try {
    parse(trace, split.others);
  } catch (const CLI::CallForHelp&) {
    terminal::write_output(trace.help());
    return ExitCode::done;
  } catch (const CLI::ParseError& error) { return usage(error.what() + see_help(trace)); }
  if (const auto unknown = trace.remaining(); !unknown.empty()) {
    return usage(unknown_option(trace, unknown[0]));
  }
  if (!split.strangers.empty()) { return usage(no_logit(split.strangers[0])); }
  refuse_repeated(trace);
  command.logits = split.numbers;
  command.fixed = written_options(trace);
  refuse_two_outputs(command.fixed);
  return run(command);
}

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

/// A command that takes no words.
ExitCode alone(const std::vector<std::string>& words, ExitCode (*command)()) {
  if (words.size() == 1) { return command(); }
  return usage(fmt::format("{} takes no words: write ./workbook {}", words[0], words[0]));
}

void print_help() {
  terminal::write_output(
      "The softmax workbook: watch one softmax go by, stage by stage.\n\n"
      "  ./workbook                     the lessons, and where you are in them\n"
      "  ./workbook lesson [LESSON]     read one, such as 3 (./workbook lesson --help)\n"
      "  ./workbook quiz [LESSON]       its questions alone (./workbook quiz --help)\n"
      "  ./workbook trace LOGITS...     trace a softmax (./workbook trace --help)\n"
      "  ./workbook progress            what you have done, and the file that keeps it\n"
      "  ./workbook reset               begin anew (the file is kept as a backup)\n"
      "  ./workbook glossary            the terms and formulas on one page\n"
      "  ./workbook instructor          schedules, notes and common mistakes, for a class\n"
      "  ./workbook --version\n");
}

ExitCode print_glossary() {
  terminal::write_output(guide::glossary());
  return ExitCode::done;
}

ExitCode print_instructor_guide() {
  terminal::write_output(guide::instructor_guide());
  return ExitCode::done;
}

ExitCode dispatch(const std::vector<std::string>& words) {
  if (words.empty()) { return home(); }
  const std::string& command = words[0];
  const std::vector<std::string> rest(words.begin() + 1, words.end());
  if (command == "trace") { return trace_from_words(rest); }
  if (command == "lesson") { return lesson_from_words(rest); }
  if (command == "quiz") { return quiz_from_words(rest); }
  if (command == "progress") { return alone(words, show_progress); }
  if (command == "reset") { return alone(words, reset_progress); }
  if (command == "glossary") { return alone(words, print_glossary); }
  if (command == "instructor") { return alone(words, print_instructor_guide); }
  if (command == "--help" || command == "-h" || command == "help") {
    print_help();
    return ExitCode::done;
  }
  if (command == "--version") {
    terminal::write_output(version_line);
    return ExitCode::done;
  }
  if (Given::is_number(command)) {
    return usage("numbers need a command before them: ./workbook trace " + command +
                 (words.size() > 1 ? " ..." : ""));
  }
  return usage(fmt::format("unknown command {}{} (see ./workbook --help)", quotation(command),
                           did_you_mean(command, {"lesson", "quiz", "trace", "progress", "reset",
                                                  "glossary", "instructor", "help"})));
}

}  // namespace

ExitCode main_command(int count, const char* const* words) {
  try {
    const std::span all(words, static_cast<std::size_t>(count));
    return dispatch({all.begin() + 1, all.end()});
  } catch (const std::invalid_argument& error) {
    return usage(error.what());
  } catch (const InputError& error) {
    return usage(error.what());
  } catch (const std::exception& error) { return complain(error.what(), ExitCode::infrastructure); }
}

}  // namespace softmax::app
