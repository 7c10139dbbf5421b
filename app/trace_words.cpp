#include "app/trace_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "app/number_words.hpp"
#include "app/options.hpp"
#include "engine/plan.hpp"
#include "engine/quotation.hpp"

namespace softmax::app {
namespace {

constexpr const char* trace_footer = R"(
examples:
  ./workbook trace 1000 999 998                    where e^1000 breaks, and the fix
  ./workbook trace 2 1 0.1 --format binary16       the same in 16 bits
  ./workbook trace -inf 2 1 --algorithm online     a masked first logit
  ./workbook trace --file logits.npy --top 10      a model's row
  ./workbook trace 2 1 0.1 --compare 0.659,0.242,0.099
)";

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

/// A word that is neither a logit nor an option's: -a online shifted is likely two algorithms.
std::string no_logit(const std::string& word) {
  const bool algorithm = std::any_of(all_algorithms.begin(), all_algorithms.end(),
                                     [&](Algorithm known) { return name(known) == word; });
  return algorithm ? quotation(word) + " is an algorithm: write -a, and several with commas"
                   : no_number(word);
}

}  // namespace

TraceWords read_trace_words(const std::vector<std::string>& words) {
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
    return {{}, trace.help()};
  } catch (const CLI::ParseError& error) {
    throw std::invalid_argument(error.what() + see_help(trace));
  }
  if (const auto unknown = trace.remaining(); !unknown.empty()) {
    throw std::invalid_argument(unknown_option(trace, unknown[0]));
  }
  if (!split.strangers.empty()) { throw std::invalid_argument(no_logit(split.strangers[0])); }
  refuse_repeated(trace);
  command.logits = split.numbers;
  command.fixed = written_options(trace);
  refuse_two_outputs(command.fixed);
  return {command, ""};
}

}  // namespace softmax::app
