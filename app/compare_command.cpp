#include "app/compare_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <string_view>

#include "app/input/file_bytes.hpp"
#include "app/input/message.hpp"
#include "app/input/npy.hpp"
#include "app/input/read.hpp"
#include "app/number_words.hpp"
#include "engine/compare_report.hpp"

namespace softmax::app {
namespace {

bool written(const TraceCommand& command, std::string_view option) {
  return std::find(command.fixed.begin(), command.fixed.end(), option) != command.fixed.end();
}

void refuse_options_of_a_trace(const TraceCommand& command) {
  for (const std::string_view option : {"step", "csv", "markdown", "top", "element", "witness"}) {
    if (!written(command, option)) { continue; }
    throw std::invalid_argument(
        fmt::format("--{} is of a trace: --compare prints text, or --json", option));
  }
}

/// A list begins with a number, or with a bracket.
bool is_list(std::string_view text) {
  const std::string_view list = without_brackets(text);
  return list.size() < text.size() || list.empty() ||
         Given::is_number(list.substr(0, list.find_first_of(", ;\t\r\n")));
}

/// What is a list has one row, also where it was printed over several lines.
std::vector<Given> parse_list(std::string_view text) {
  std::string list(without_brackets(text));
  std::replace(list.begin(), list.end(), '\n', ' ');
  return parse_logits(list, "--compare", std::nullopt);
}

/// All numbers of the bytes; empty where a row must be chosen first.
std::vector<Given> whole_file(const std::string& bytes, const std::string& name) {
  try {
    return parse_logits(bytes, name, std::nullopt);
  } catch (const InputError&) { return {}; }
}

/// A file may hold the one row, or as many rows as that of the logits.
std::vector<Given> parse_outputs(const std::string& bytes, const std::string& name,
                                 std::optional<std::size_t> row, std::size_t logits) {
  if (row) {
    std::vector<Given> whole = whole_file(bytes, name);
    if (whole.size() == logits) { return whole; }
  }
  return parse_logits(bytes, name, row);
}

void take_outputs(const TraceCommand& command, Question& question) {
  const std::string& given = *command.compare;
  if (is_list(given)) {
    question.outputs = parse_list(given);
    return;
  }
  if (given == "-" && command.file == "-") {
    throw std::invalid_argument("--file and --compare both read standard input: give one a path");
  }
  const std::string bytes = file_bytes(given);
  question.decimal = !is_npy(bytes);
  question.outputs = parse_outputs(bytes, source_name(given), command.row, question.logits.size());
}

void keep_what_was_written(const TraceCommand& command, const Settings& settings,
                           const std::vector<Algorithm>& algorithms, Question& question) {
  if (written(command, "algorithm")) { question.algorithms = algorithms; }
  if (written(command, "format")) { question.formats = {settings.arithmetic.format}; }
  if (written(command, "sum")) { question.orders = {settings.order}; }
  if (written(command, "accumulator")) { question.accumulator = settings.accumulator; }
  if (written(command, "temperature")) { question.temperature = settings.temperature; }
  if (written(command, "temperature-order")) {
    question.temperature_orders = {settings.temperature_order};
  }
  if (written(command, "exp")) { question.exps = {settings.arithmetic.exp}; }
}

}  // namespace

std::string compare_report(const TraceCommand& command, std::vector<Given> logits,
                           const Settings& settings, const std::vector<Algorithm>& algorithms,
                           const Style& style, const Progress& progress) {
  refuse_options_of_a_trace(command);
  Question question;
  question.logits = std::move(logits);
  take_outputs(command, question);
  keep_what_was_written(command, settings, algorithms, question);
  const Comparison answer = compare(question, progress);
  return command.output == Output::json ? compare_json(question, answer)
                                        : compare_text(question, answer, style);
}

}  // namespace softmax::app
