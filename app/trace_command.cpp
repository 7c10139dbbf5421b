#include "app/trace_command.hpp"

#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <stdexcept>

#include "app/compare_command.hpp"
#include "app/progress.hpp"
#include "app/trace_logits.hpp"
#include "app/trace_progress.hpp"
#include "app/trace_report.hpp"
#include "app/trace_settings.hpp"
#include "app/trace_words.hpp"
#include "engine/witness.hpp"
#include "lessons/terminal/output.hpp"
#include "lessons/terminal/step_view.hpp"
#include "lessons/terminal/terminal.hpp"

namespace softmax::app {
namespace {

TraceWork work_of(const TraceCommand& command, std::size_t logits, std::size_t algorithms) {
  const bool lists_all = command.output != Output::text && !command.step;
  const std::size_t listed = lists_all ? std::min(command.top.value_or(logits), logits) : 0;
  return {logits, algorithms, listed, command.witness};
}

void run_with(const TraceCommand& command, const Settings& settings,
              const std::vector<Algorithm>& algorithms) {
  if (command.compare) {
    terminal::write_output(compare_report(command, logits_of(command), settings, algorithms,
                                          terminal::output_style(), progress_line("comparing")));
    return;
  }
  const Progress after_a_second = progress_line("tracing");
  std::vector<Given> logits = logits_of(command);
  const TraceWork work = work_of(command, logits.size(), algorithms.size());
  const Progress line = witnesses_take_long(work) ? progress_line("tracing", true) : after_a_second;
  const TraceProgress progress(line, work);
  const Trace result = trace(std::move(logits), settings, algorithms, progress.tracing());
  if (command.witness) { call_witnesses(result, progress.witnesses()); }
  const std::string text =
      command.step ? "" : report(command, result, terminal::output_style(), progress.report());
  if (line) { line(1); }
  if (command.step) {
    terminal::step_through(result, command.witness, terminal::output_style(), std::cin);
  } else {
    terminal::write_output(text);
  }
}

}  // namespace

ExitCode run(const TraceCommand& command) {
  require_output(command,
                 terminal::is_terminal(STDIN_FILENO) && terminal::is_terminal(STDOUT_FILENO));
  try {
    run_with(command, settings_of(command), algorithms_of(command));
  } catch (const LogitError& error) { throw std::invalid_argument(refusal(command, error)); }
  return ExitCode::done;
}

ExitCode trace_from_words(const std::vector<std::string>& words) {
  const TraceWords read = read_trace_words(words);
  if (read.help.empty()) { return run(read.command); }
  terminal::write_output(read.help);
  return ExitCode::done;
}

}  // namespace softmax::app
