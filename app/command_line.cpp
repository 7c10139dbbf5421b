// The one translation unit that sees the option parser.
#include "app/command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <span>
#include <stdexcept>

#include "app/input/message.hpp"
#include "app/input/row.hpp"
#include "app/number_words.hpp"
#include "app/output.hpp"
#include "app/trace_command.hpp"
#include "app/welcome.hpp"
#include "app/whole_number.hpp"
#include "engine/nearest_name.hpp"
#include "engine/quotation.hpp"

namespace softmax::app {
namespace {

constexpr const char* version_line = "softmax workbook 0.1.0\n";
constexpr const char* see_help = " (see workbook trace --help)";

constexpr const char* trace_footer = R"(
examples:
  workbook trace 1000 999 998                    where e^1000 breaks, and the fix
  workbook trace 2 1 0.1 --format binary16       the same in 16 bits
  workbook trace -inf 2 1 --algorithm online     a masked first logit
  workbook trace --file logits.npy --top 10      a model's row
  workbook trace 2 1 0.1 --compare 0.659,0.242,0.099
)";

/// Digits and nothing else: CLI11 alone would take "-1" and "" for a count.
CLI::Validator whole_number_from(std::size_t least) {
  const auto fault = [least](const std::string& text) {
    const std::optional<std::size_t> number = whole_number(text);
    return number && *number >= least
               ? ""
               : fmt::format("{} is not a whole number from {}", quotation(text), least);
  };
  return {fault, "", ""};
}

void add_input_options(CLI::App& trace, TraceCommand& command) {
  trace.add_option("LOGITS", command.logits, "numbers; -inf is a mask")->expected(0, -1);
  trace.add_option("--file", command.file,
                   "read them from a file (text, CSV, JSON, .npy), or from -");
  trace.add_option("--row", command.row, "which row of a two-dimensional file, from 0")
      ->check(whole_number_from(0));
  trace.add_option("--compare", command.compare,
                   "which settings reproduce these probabilities (a list 0.7,0.3, or a file)");
}

void add_arithmetic_options(CLI::App& trace, TraceCommand& command) {
  trace
      .add_option("-f,--format", command.format,
                  "e4m3fn, e5m2, bfloat16, binary16, binary32, binary64, or precision,emin,emax")
      ->capture_default_str();
  trace
      .add_option(
          "-a,--algorithm", command.algorithms,
          "unshifted, shifted, online, division_free, unshifted_division_free, log_softmax, "
          "log_sum_exp, or all; several with commas")
      ->delimiter(',')
      ->capture_default_str();
  trace.add_option("-T,--temperature", command.temperature, "divides the logits")
      ->capture_default_str();
  trace
      .add_option("--temperature-order", command.temperature_order, "subtract_first or scale_first")
      ->capture_default_str();
  trace.add_option("--sum", command.order, "sequential, reverse, pairwise or compensated")
      ->capture_default_str();
  trace.add_option("--accumulator", command.accumulator, "the format that sums are taken in");
  trace.add_option("--exp", command.exp, "correctly_rounded, or this machine's libm")
      ->capture_default_str();
}

void add_output_options(CLI::App& trace, TraceCommand& command) {
  trace.add_option("--top", command.top, "list the K largest logits only")
      ->check(whole_number_from(1));
  trace.add_option("--element", command.element, "whose ledger is shown (the most probable's)")
      ->check(whole_number_from(0));
  trace.add_flag_callback(
      "--json", [&] { command.output = Output::json; }, "as JSON (see engine/schema)");
  trace.add_flag_callback("--csv", [&] { command.output = Output::csv; }, "as CSV");
  trace.add_flag_callback(
      "--markdown", [&] { command.output = Output::markdown; }, "as Markdown tables");
  trace.add_flag("--step", command.step, "one value at a time, on a terminal");
}

/// Whether the word is an option of the command that takes a value.
bool takes_value(const CLI::App& command, const std::string& word) {
  if (word.size() < 2 || word[0] != '-' || word.find('=') != std::string::npos) { return false; }
  const CLI::Option* option = command.get_option_no_throw(word);
  return option != nullptr && option->get_items_expected_max() > 0;
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

/// One line, whatever was typed: control characters are spelled out.
ExitCode complain(const std::string& message, ExitCode code) {
  fmt::print(stderr, "workbook: {}\n", printable(message));
  return code;
}

ExitCode usage(const std::string& message) { return complain(message, ExitCode::usage); }

/// What the parser did not know: an option, for a word that is none is taken as a logit.
std::string unknown_option(const CLI::App& command, const std::string& word) {
  const std::string option = word.substr(0, word.find('='));
  std::vector<std::string> names;
  for (const CLI::Option* known : command.get_options()) {
    for (const std::string& name : known->get_lnames()) { names.push_back("--" + name); }
  }
  return fmt::format("unknown option {}{}{}", quotation(option), did_you_mean(option, names),
                     see_help);
}

/// CLI11 wants the words last first.
void parse(CLI::App& app, std::vector<std::string> words) {
  std::reverse(words.begin(), words.end());
  app.parse(words);
}

ExitCode trace_from_words(const std::vector<std::string>& words) {
  CLI::App trace(
      "One softmax, stage by stage: what the machine computes, and what is certain beside it.",
      "workbook trace");
  trace.footer(trace_footer);
  trace.allow_extras();
  TraceCommand command;
  add_input_options(trace, command);
  add_arithmetic_options(trace, command);
  add_output_options(trace, command);
  const SplitWords split =
      split_numbers(words, [&](const std::string& word) { return takes_value(trace, word); });
  try {
    parse(trace, split.others);
  } catch (const CLI::CallForHelp&) {
    write_output(trace.help());
    return ExitCode::done;
  } catch (const CLI::ParseError& error) { return usage(error.what() + std::string(see_help)); }
  if (const auto unknown = trace.remaining(); !unknown.empty()) {
    return usage(unknown_option(trace, unknown[0]));
  }
  if (!command.logits.empty()) { return usage(no_number(command.logits[0])); }
  command.logits = split.numbers;
  command.fixed = written_options(trace);
  return run(command);
}

void print_help() {
  write_output(
      "The softmax workbook: watch one softmax go by, stage by stage.\n\n"
      "  workbook                       the first thing to see\n"
      "  workbook trace LOGITS...       trace a softmax (workbook trace --help)\n"
      "  workbook --version\n");
}

ExitCode dispatch(const std::vector<std::string>& words) {
  if (words.empty()) { return welcome(); }
  const std::string& command = words[0];
  if (command == "trace") { return trace_from_words({words.begin() + 1, words.end()}); }
  if (command == "--help" || command == "-h" || command == "help") {
    print_help();
    return ExitCode::done;
  }
  if (command == "--version") {
    write_output(version_line);
    return ExitCode::done;
  }
  if (Given::is_number(command)) {
    return usage("numbers need a command before them: workbook trace " + command +
                 (words.size() > 1 ? " ..." : ""));
  }
  return usage(fmt::format("unknown command {}{} (see workbook --help)", quotation(command),
                           did_you_mean(command, {"trace", "help"})));
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
