#include "lessons/terminal/step_view.hpp"

#include <fmt/format.h>

#include <optional>
#include <string_view>
#include <vector>

#include "engine/nearest_name.hpp"
#include "engine/quotation.hpp"
#include "lessons/page/blanks.hpp"
#include "lessons/terminal/output.hpp"
#include "lessons/terminal/step_text.hpp"
#include "lessons/terminal/whole_number.hpp"

namespace softmax::terminal {
namespace {

/// The keys, and a place that can be asked for.
std::string keys(const Run& run) {
  const StageRow& row = run.stages.front();
  return fmt::format(
      "[Enter] next  [b]ack  [s]tage  [S]tage back  [a]lgorithm  [q]uit  or: {} {} >",
      name(row.step.stage), row.computed.size() - 1);
}

std::vector<std::string> stage_names(const Run& run) {
  std::vector<std::string> names;
  names.reserve(run.stages.size());
  for (const StageRow& row : run.stages) { names.emplace_back(name(row.step.stage)); }
  return names;
}

/// The next stage of that name, from the one after `from` and around.
std::optional<std::size_t> stage_named(std::string_view wanted, const Run& run, std::size_t from) {
  const std::size_t count = run.stages.size();
  for (std::size_t k = 1; k <= count; ++k) {
    const std::size_t stage = (from + k) % count;
    if (name(run.stages[stage].step.stage) == wanted) { return stage; }
  }
  return std::nullopt;
}

}  // namespace

bool StepView::obey(const std::string& line) {
  const std::string key(page::without_blanks_around(line));
  note_.clear();
  if (key == "q" || key == "quit") { return false; }
  if (key.empty() || key == "n" || key == "next") {
    move(at_.next_element(), "this is the last value of the algorithm; a goes to the next one");
  } else if (key == "b" || key == "back") {
    move(at_.previous_element(), "this is the first value");
  } else if (key == "s") {
    move(at_.next_stage(), "this is the last stage; a goes to the next algorithm");
  } else if (key == "S") {
    move(at_.previous_stage(), "this is the first stage");
  } else if (key == "a") {
    next_run();
  } else {
    jump(key);
  }
  return true;
}

void StepView::move(bool moved, const char* otherwise) {
  if (!moved) { note_ = otherwise; }
}

void StepView::next_run() {
  if (trace_->runs.size() == 1) {
    note_ = "this is the only algorithm";
    return;
  }
  run_ = (run_ + 1) % trace_->runs.size();
  at_ = Stepper(trace_->runs[run_]);
}

void StepView::jump(const std::string& line) {
  const std::size_t blank = line.find(' ');
  const std::string word = line.substr(0, blank);
  if (const auto element = whole_number(line)) {
    jump_to_element(at_.stage(), *element);
  } else if (blank == std::string::npos) {
    jump_to_stage(word, 0);
  } else if (const auto of_stage =
                 whole_number(page::without_blanks_around(std::string_view(line).substr(blank)))) {
    jump_to_stage(word, *of_stage);
  } else {
    note_ = quotation(line) + " is no key, stage or element";
  }
}

void StepView::jump_to_stage(const std::string& wanted, std::size_t element) {
  if (const auto stage = stage_named(wanted, at_.run(), at_.stage())) {
    jump_to_element(*stage, element);
  } else {
    const std::vector<std::string> names = stage_names(at_.run());
    note_ = quotation(wanted) + " is no key, stage or element" + did_you_mean(wanted, names);
  }
}

void StepView::jump_to_element(std::size_t stage, std::size_t element) {
  if (!at_.jump(stage, element)) {
    const StageRow& row = at_.run().stages[stage];
    note_ = fmt::format("the elements of {} are 0 to {}", name(row.step.stage),
                        row.computed.size() - 1);
  }
}

std::string StepView::screen(const Style& style) const {
  const std::string note = note_.empty() ? "" : painted_lines(note_, Colour::bad, style, 2);
  return value_text(*trace_, at_, style, witness_) + note + prompt(keys(at_.run()), style);
}

void step_through(const Trace& trace, bool witness, const Style& style, std::istream& input) {
  StepView view(trace, witness);
  std::string line;
  while (true) {
    write_output(view.screen(style));
    if (!std::getline(input, line)) { break; }
    if (!view.obey(line)) { return; }
  }
  write_output("\n");  // where the end of the input left the prompt
}

}  // namespace softmax::terminal
