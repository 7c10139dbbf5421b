#include "app/trace_report.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "engine/report_json.hpp"
#include "engine/report_table.hpp"
#include "engine/report_text.hpp"

namespace softmax::app {
namespace {

/// Longer rows are cut to their largest logits on a screen unless --top says otherwise.
constexpr std::size_t most_on_screen = 16;

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

}  // namespace

void require_output(const TraceCommand& command, bool keys) {
  if (command.step && !keys) {
    throw std::invalid_argument("--step asks for keys: run it on a terminal");
  }
  if (command.witness && command.output == Output::markdown) {
    throw std::invalid_argument(
        "--witness has no column in --markdown: choose text, --json, --csv or --step");
  }
}

std::string report(const TraceCommand& command, const Trace& trace, const Style& style,
                   const Progress& progress) {
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
  return report_text(trace, {style, listed_on_screen(command, trace), element, command.witness});
}

}  // namespace softmax::app
