#include "app/trace_command.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string_view>

#include "app/compare_command.hpp"
#include "app/input/file_bytes.hpp"
#include "app/input/read.hpp"
#include "app/progress.hpp"
#include "app/trace_progress.hpp"
#include "engine/compute.hpp"
#include "engine/nearest_name.hpp"
#include "engine/quotation.hpp"
#include "engine/report_json.hpp"
#include "engine/report_table.hpp"
#include "engine/report_text.hpp"
#include "engine/trace.hpp"
#include "engine/witness.hpp"
#include "lessons/terminal/output.hpp"
#include "lessons/terminal/step_view.hpp"
#include "lessons/terminal/terminal.hpp"

namespace softmax::app {
namespace {

/// Longer rows are cut to their largest logits on a screen unless --top says otherwise.
constexpr std::size_t most_on_screen = 16;

template <class Value>
Value one_of(const std::string& what, const std::string& text,
             const std::vector<std::pair<std::string, Value>>& choices) {
  std::vector<std::string> names;
  for (const auto& [choice, value] : choices) {
    if (choice == text) { return value; }
    names.push_back(choice);
  }
  throw std::invalid_argument(fmt::format("unknown {} {}{} (one of {})", what, quotation(text),
                                          did_you_mean(text, names), joined(names)));
}

SumOrder parse_order(const std::string& text) {
  return one_of<SumOrder>("sum", text,
                          {{"sequential", SumOrder::sequential},
                           {"reverse", SumOrder::reverse},
                           {"pairwise", SumOrder::pairwise},
                           {"compensated", SumOrder::compensated}});
}

TemperatureOrder parse_temperature_order(const std::string& text) {
  return one_of<TemperatureOrder>("temperature order", text,
                                  {{"subtract_first", TemperatureOrder::subtract_first},
                                   {"scale_first", TemperatureOrder::scale_first}});
}

ExpSource parse_exp(const std::string& text) {
  return one_of<ExpSource>(
      "exp", text,
      {{"correctly_rounded", ExpSource::correctly_rounded}, {"libm", ExpSource::libm}});
}

Given parse_temperature(const std::string& text) {
  if (!Given::is_number(text)) {
    throw std::invalid_argument(
        fmt::format("temperature {} is not a number; write one above 0", quotation(text)));
  }
  return Given::from_text(text);
}

Settings settings_of(const TraceCommand& command) {
  Settings settings;
  settings.arithmetic = {parse_format(command.format), parse_exp(command.exp)};
  settings.accumulator = parse_format(command.accumulator.value_or(command.format));
  settings.order = parse_order(command.order);
  settings.temperature = parse_temperature(command.temperature);
  settings.temperature_order = parse_temperature_order(command.temperature_order);
  return settings;
}

/// Names with commas between; the parser joins repeated options by line ends.
std::vector<Algorithm> algorithms_of(const TraceCommand& command) {
  std::vector<Algorithm> algorithms;
  bool all = false;
  std::string names = command.algorithms;
  std::replace(names.begin(), names.end(), '\n', ',');
  std::istringstream rest(names);
  for (std::string text; std::getline(rest, text, ',');) {
    if (text == "all") {
      all = true;
    } else if (!text.empty()) {
      algorithms.push_back(parse_algorithm(text));
    }
  }
  if (all) { return {all_algorithms.begin(), all_algorithms.end()}; }
  if (algorithms.empty()) {
    throw std::invalid_argument("--algorithm needs a value: a name, several with commas, or all");
  }
  return algorithms;
}

std::vector<Given> logits_of(const TraceCommand& command) {
  if (command.file) {
    if (!command.logits.empty()) {
      throw std::invalid_argument(
          "logits both on the command line and in --file: give one of them");
    }
    return read_logits(*command.file, command.row).logits;
  }
  if (command.row) { throw std::invalid_argument("--row is of a file: give one by --file PATH"); }
  if (command.logits.empty()) {
    throw std::invalid_argument(
        "no logits: give numbers, or --file PATH (see ./workbook trace --help)");
  }
  std::vector<Given> logits;
  logits.reserve(command.logits.size());
  for (const std::string& word : command.logits) { logits.push_back(Given::from_text(word)); }
  return logits;
}

/// What holds the logits: "logits.npy, row 3: "; nothing of the command line.
std::string source_of(const TraceCommand& command) {
  if (!command.file) { return ""; }
  const std::string row = command.row ? fmt::format(", row {}", *command.row) : "";
  return source_name(*command.file) + row + ": ";
}

std::size_t element_of(const TraceCommand& command, const Trace& trace) {
  const std::size_t element = command.element.value_or(largest_element(trace));
  if (element >= trace.logits.size()) {
    throw std::invalid_argument(fmt::format("--element {}: the logits are numbered 0 to {}",
                                            element, trace.logits.size() - 1));
  }
  return element;
}

std::size_t listed_on_screen(const TraceCommand& command, const Trace& trace) {
  const bool long_row = trace.logits.size() > most_on_screen;
  return command.top.value_or(long_row ? 10 : trace.logits.size());
}

std::string report(const TraceCommand& command, const Trace& trace, const Progress& progress) {
  const std::size_t top = command.top.value_or(trace.logits.size());
  const std::size_t element = element_of(command, trace);
  switch (command.output) {
    case Output::json:
      return report_json(trace, top, element, command.witness, progress);
    case Output::csv:
      return report_csv(trace, top, command.witness, progress);
    case Output::markdown:
      return report_markdown(trace, top);
    case Output::text:
      break;
  }
  return report_text(trace, {terminal::output_style(), listed_on_screen(command, trace), element,
                             command.witness});
}

TraceWork work_of(const TraceCommand& command, std::size_t logits, std::size_t algorithms) {
  const bool lists_all = command.output != Output::text && !command.step;
  const std::size_t listed = lists_all ? std::min(command.top.value_or(logits), logits) : 0;
  return {logits, algorithms, listed, command.witness};
}

void run_with(const TraceCommand& command, const Settings& settings,
              const std::vector<Algorithm>& algorithms) {
  if (command.compare) {
    terminal::write_output(compare_report(command, logits_of(command), settings, algorithms));
    return;
  }
  const Progress after_a_second = progress_line("tracing");
  std::vector<Given> logits = logits_of(command);
  const TraceWork work = work_of(command, logits.size(), algorithms.size());
  const Progress line = witnesses_take_long(work) ? progress_line("tracing", true) : after_a_second;
  const TraceProgress progress(line, work);
  const Trace result = trace(std::move(logits), settings, algorithms, progress.tracing());
  if (command.witness) { call_witnesses(result, progress.witnesses()); }
  const std::string text = command.step ? "" : report(command, result, progress.report());
  if (line) { line(1); }
  if (command.step) {
    terminal::step_through(result, command.witness, terminal::output_style(), std::cin);
  } else {
    terminal::write_output(text);
  }
}

}  // namespace

ExitCode run(const TraceCommand& command) {
  if (command.step &&
      !(terminal::is_terminal(STDIN_FILENO) && terminal::is_terminal(STDOUT_FILENO))) {
    throw std::invalid_argument("--step asks for keys: run it on a terminal");
  }
  if (command.witness && command.output == Output::markdown) {
    throw std::invalid_argument(
        "--witness has no column in --markdown: choose text, --json, --csv or --step");
  }
  try {
    run_with(command, settings_of(command), algorithms_of(command));
  } catch (const LogitError& error) {
    const std::string_view remedy = error.remedy();
    throw std::invalid_argument(fmt::format("{}{}{}{}", source_of(command), error.what(),
                                            remedy.empty() ? "" : "; ", remedy));
  }
  return ExitCode::done;
}

}  // namespace softmax::app
