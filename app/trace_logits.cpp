#include "app/trace_logits.hpp"

#include <fmt/format.h>

#include <stdexcept>
#include <string_view>

#include "app/input/message.hpp"
#include "app/input/read.hpp"

namespace softmax::app {
namespace {

/// What holds the logits: "logits.npy, row 3: "; nothing of the command line.
std::string source_of(const TraceCommand& command) {
  if (!command.file) { return ""; }
  const std::string row = command.row ? fmt::format(", row {}", *command.row) : "";
  return source_name(*command.file) + row + ": ";
}

}  // namespace

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

std::string refusal(const TraceCommand& command, const LogitError& error) {
  const std::string_view remedy = error.remedy();
  return fmt::format("{}{}{}{}", source_of(command), error.what(), remedy.empty() ? "" : "; ",
                     remedy);
}

}  // namespace softmax::app
