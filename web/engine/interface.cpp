// The engine as a page calls it: a few C functions, which engine.ts alone knows.
//
// What a call is given is written into the room first. What came of it is its text: the answer
// where the function returned 0, else the line that the terminal would show; the number is then the
// exit code.
#include <fmt/format.h>

#include <cmath>
#include <functional>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/compare_command.hpp"
#include "app/complaint.hpp"
#include "app/number_words.hpp"
#include "app/trace_logits.hpp"
#include "app/trace_report.hpp"
#include "app/trace_settings.hpp"
#include "app/trace_words.hpp"
#include "engine/decode_json.hpp"
#include "engine/exp_range.hpp"
#include "engine/quotation.hpp"
#include "engine/report_json.hpp"
#include "engine/report_text.hpp"
#include "lessons/page/judge.hpp"
#include "lessons/terminal/whole_number.hpp"
#include "web/engine/files.hpp"

namespace softmax::web {
namespace {

/// Text is laid out as for a terminal of so many columns, as tests/corpus has it.
constexpr Style style{100, false, false};

/// A row of a file: a slider asks for the same again and again.
struct ReadRow {
  std::string file;
  std::optional<std::size_t> row;
  std::vector<Given> logits;
};

struct Kept {
  std::string room;
  std::string text;
  std::optional<Trace> trace;
  std::optional<ReadRow> row;
};

/// Twice the longest vocabularies, and still within the memory that a browser gives.
constexpr std::size_t most_logits = std::size_t{1} << 19U;

Kept& kept() {
  static Kept all;
  return all;
}

int answer(const std::function<std::string()>& make) {
  try {
    kept().text = make();
    return 0;
  } catch (const std::exception&) {
    app::Complaint complaint = app::complaint_of_exception();
    kept().text = std::move(complaint.line);
    return static_cast<int>(complaint.code);
  }
}

/// A word ends in a null character, as those of a program do.
std::vector<std::string> words_in(std::string_view room) {
  std::vector<std::string> words;
  while (!room.empty()) {
    const std::size_t end = room.find('\0');
    words.emplace_back(room.substr(0, end));
    room.remove_prefix(end == std::string_view::npos ? room.size() : end + 1);
  }
  return words;
}

app::TraceCommand command_in_room() {
  const app::TraceWords read = app::read_trace_words(words_in(kept().room));
  if (!read.help.empty()) { throw std::invalid_argument("--help is of the terminal"); }
  app::require_output(read.command, false);
  return read.command;
}

bool is_read(const app::TraceCommand& command) {
  const std::optional<ReadRow>& read = kept().row;
  return read && command.logits.empty() && command.file == read->file && command.row == read->row;
}

std::vector<Given> row_of(const app::TraceCommand& command) {
  if (is_read(command)) { return kept().row->logits; }
  std::vector<Given> logits = app::logits_of(command);
  if (logits.size() > most_logits) {
    throw std::invalid_argument(fmt::format(
        "{} logits are more than the {} that a page traces: ./workbook trace takes them",
        logits.size(), most_logits));
  }
  if (command.file) { kept().row = ReadRow{*command.file, command.row, logits}; }
  return logits;
}

void keep_trace(const app::TraceCommand& command) {
  const Settings settings = app::settings_of(command);
  const std::vector<Algorithm> algorithms = app::algorithms_of(command);
  if (command.compare) { throw std::invalid_argument("--compare makes no trace: call compare"); }
  try {
    kept().trace = trace(row_of(command), settings, algorithms);
  } catch (const LogitError& error) { throw std::invalid_argument(refusal(command, error)); }
}

std::string comparison(const app::TraceCommand& command) {
  const Settings settings = app::settings_of(command);
  const std::vector<Algorithm> algorithms = app::algorithms_of(command);
  if (!command.compare) { throw std::invalid_argument("nothing to compare: give --compare"); }
  try {
    return compare_report(command, row_of(command), settings, algorithms, style);
  } catch (const LogitError& error) { throw std::invalid_argument(refusal(command, error)); }
}

const Trace& kept_trace() {
  if (!kept().trace) { throw std::invalid_argument("no trace is kept: call trace first"); }
  return *kept().trace;
}

/// A line each.
std::string verdicts_of(const Trace& trace) {
  std::string lines;
  for (const Run& run : trace.runs) { lines += verdict(trace, run) + "\n"; }
  return lines;
}

/// A slip's reason is which it is.
std::string judgement(const std::vector<std::string>& words) {
  if (words.size() < 3) { throw std::invalid_argument("judge: give what, right and digits"); }
  const std::optional<std::size_t> digits = terminal::whole_number(words[2]);
  if (!digits) { throw std::invalid_argument(app::no_number(words[2])); }
  page::Number number{words[1], static_cast<int>(*digits), {}};
  for (std::size_t i = 3; i < words.size(); ++i) {
    number.slips.push_back({words[i], std::to_string(i - 3)});
  }
  const page::Judgement made = page::judge({"", "", std::move(number), ""}, words[0]);
  if (!made.understood) { return "unreadable"; }
  if (made.right) { return "right"; }
  return made.why.empty() ? "wrong" : made.why;
}

/// A page has doubles alone.
std::uint64_t whole_number(const char* what, double number, double most) {
  const bool whole = number >= 0 && number <= most && number == std::floor(number);
  if (!whole) {
    throw std::invalid_argument(fmt::format("{} is {}: it must be a whole number from 0 to {}",
                                            what, computed_text(number), computed_text(most)));
  }
  return static_cast<std::uint64_t>(number);
}

std::size_t size(const char* what, double number) {
  constexpr std::size_t most = std::numeric_limits<std::size_t>::max();
  return static_cast<std::size_t>(whole_number(what, number, static_cast<double>(most)));
}

/// Of which every one is a double.
constexpr double largest_seed = 0x1p53;

/// NaN is what was not given.
std::optional<double> given(double number) {
  return std::isnan(number) ? std::nullopt : std::optional(number);
}

}  // namespace
}  // namespace softmax::web

using namespace softmax;
using namespace softmax::web;

#define EXPORT(name) extern "C" __attribute__((export_name(#name)))

/// Returns: where to write what the next call is given, so many bytes; 0 if there is no memory.
EXPORT(room) char* workbook_room(std::size_t length) {
  try {
    kept().room.assign(length, '\0');
  } catch (const std::exception&) { return nullptr; }
  return kept().room.data();
}

/// Given: words. Does: keeps the trace that they ask for; the last one is let go.
EXPORT(trace) int workbook_trace() {
  return answer([] {
    kept().trace.reset();
    keep_trace(command_in_room());
    return "";
  });
}

/// Given: words. Returns: what `workbook trace` prints of the kept trace for those of them that are
/// of its output: --json, --csv, --markdown, --top, --element, --witness.
EXPORT(report) int workbook_report() {
  return answer([] { return report(command_in_room(), kept_trace(), style); });
}

/// Returns: the JSON of report.ts's TraceWindow, of the largest logits of the kept trace.
EXPORT(window) int workbook_window(double top) {
  return answer([top] { return window_json(kept_trace(), size("top", top)); });
}

/// Returns: what each run of the kept trace came to, a line each, as `workbook trace` says it.
EXPORT(verdicts) int workbook_verdicts() {
  return answer([] { return verdicts_of(kept_trace()); });
}

/// Given: words, with --compare among them. Returns: what `workbook trace` prints.
EXPORT(compare) int workbook_compare() {
  return answer([] { return comparison(command_in_room()); });
}

/// Given: a name of so many bytes, and a file's bytes. Does: keeps them for --file and --compare.
EXPORT(keep_file) int workbook_keep_file(std::size_t name_length) {
  return answer([name_length] {
    std::string& room = kept().room;
    const std::string name = room.substr(0, name_length);
    room.erase(0, name_length);
    kept().row.reset();
    keep_file(name, std::move(room));
    return "";
  });
}

/// Given: a name.
EXPORT(forget_file) void workbook_forget_file() {
  kept().row.reset();
  forget_file(kept().room);
}

/// Returns: JSON by engine/schema/decode.schema.json, of the kept trace. A cut that is NaN is not
/// made.
EXPORT(decode)
int workbook_decode(double run, double k, double p, double share, double seed, double counter) {
  return answer([=] {
    Decoding wanted;
    wanted.run = size("run", run);
    if (given(k)) { wanted.top_k = size("k", k); }
    wanted.top_p = given(p);
    wanted.min_p = given(share);
    wanted.seed = whole_number("seed", seed, largest_seed);
    wanted.counter = whole_number("counter", counter, largest_seed);
    return decode_json(kept_trace(), wanted);
  });
}

/// Given: a format's name, or precision,emin,emax. Returns: JSON by
/// engine/schema/format.schema.json.
EXPORT(format) int workbook_format() {
  return answer([] { return format_json(parse_format(kept().room)); });
}

/// Given: words: what was typed, the right number, how many digits are asked for, and the numbers
/// of known slips. Returns: "right", "wrong", "unreadable", or which slip it is, from 0.
EXPORT(judge) int workbook_judge() {
  return answer([] { return judgement(words_in(kept().room)); });
}

EXPORT(text) const char* workbook_text() { return kept().text.data(); }
EXPORT(text_length) std::size_t workbook_text_length() { return kept().text.size(); }
