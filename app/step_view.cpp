#include "app/step_view.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "engine/birthplace.hpp"
#include "engine/cell.hpp"
#include "engine/report_text.hpp"
#include "engine/stepper.hpp"

namespace softmax::app {
namespace {

constexpr const char* keys =
    "[Enter] next  [b]ack  [s]tage  [S] stage back  [a]lgorithm  STAGE jump  [q]uit > ";

std::optional<std::size_t> stage_named(const std::string& line, const Run& run) {
  for (std::size_t stage = 0; stage < run.stages.size(); ++stage) {
    if (name(run.stages[stage].step.stage) == line) { return stage; }
  }
  return std::nullopt;
}

/// What the stage made the value from, as a formula with numbers in it.
std::string formula(const Trace& trace, const Run& run, std::size_t stage, std::size_t i) {
  const Step& step = run.stages[stage].step;
  const auto digits = [&](double x) { return short_digits(x, trace.format()); };
  const std::vector<double>& x = run.stages[step.first].computed;
  const std::string xi = digits(x.size() == 1 ? x[0] : x[std::min(i, x.size() - 1)]);
  const std::vector<double>& y = run.stages[step.second].computed;
  const std::string t = digits(trace.temperature);
  switch (step.stage) {
    case Stage::read:
      return trace.logits[i].text() + ", rounded to " + trace.format().name;
    case Stage::scale:
      return xi + " / " + t;
    case Stage::max:
      return "the largest of " + std::to_string(x.size());
    case Stage::subtract:
      return xi + " - " + digits(y[0]);
    case Stage::exponentiate:
      return "e^" + xi;
    case Stage::sum:
      return "the sum of " + std::to_string(x.size());
    case Stage::divide:
      return xi + " / " + digits(y[0]);
    case Stage::log:
      return "ln " + xi;
    case Stage::add:
      return xi + " + " + digits(y[0]);
    case Stage::stream:
      return i == 0 ? "the running maximum" : "the running sum";
    case Stage::divide_streamed:
      break;
  }
  return fmt::format("e^(({} - {})/{}) / {}", xi, digits(y[0]), t, digits(y[1]));
}

std::string running_values(const Trace& trace, const Run& run, std::size_t stage) {
  constexpr std::size_t most = 8;
  std::string text;
  const std::vector<Partial> all = partials(trace, run, stage);
  for (std::size_t k = 0; k < std::min(all.size(), most); ++k) {
    text += fmt::format("    after element {:<6} {}\n", all[k].addend, computed_text(all[k].value));
  }
  if (all.size() > most) { text += fmt::format("    ... {} more\n", all.size() - most); }
  return text;
}

std::string births_here(const Trace& trace, const Run& run, std::size_t stage) {
  std::string text;
  for (const auto& birth : {first_infinity(run, trace), first_nan(run, trace)}) {
    if (birth && birth->stage == stage) { text += "  born here: " + sentence(*birth, run) + "\n"; }
  }
  return text;
}

void obey(StepKey key, const std::string& line, Stepper& at) {
  switch (key) {
    case StepKey::next_element:
      at.next_element();
      break;
    case StepKey::previous_element:
      at.previous_element();
      break;
    case StepKey::next_stage:
      at.next_stage();
      break;
    case StepKey::previous_stage:
      at.previous_stage();
      break;
    case StepKey::jump:
      at.jump(stage_named(line, at.run()).value_or(0));
      break;
    default:
      break;
  }
}

}  // namespace

StepKey step_key(const std::string& line, const Run& run) {
  if (line.empty() || line == "n" || line == "next") { return StepKey::next_element; }
  if (line == "b" || line == "back") { return StepKey::previous_element; }
  if (line == "s") { return StepKey::next_stage; }
  if (line == "S") { return StepKey::previous_stage; }
  if (line == "a") { return StepKey::next_run; }
  if (line == "q" || line == "quit") { return StepKey::quit; }
  return stage_named(line, run) ? StepKey::jump : StepKey::help;
}

std::string step_screen(const Trace& trace, const Run& run, std::size_t stage, std::size_t element,
                        const Style& style) {
  const StageRow& row = run.stages[stage];
  const Cell text = cell(trace, run, stage, element, {20, 4});
  std::string out = paint(style, Colour::strong,
                          fmt::format("\n{}: {} ({} of {}), element {} of {}\n",
                                      name(run.algorithm), name(row.step.stage), stage + 1,
                                      run.stages.size(), element, row.computed.size()));
  out += fmt::format("  {} = {}   [{}]\n", formula(trace, run, stage, element),
                     short_digits(row.computed[element], trace.format()), text.bits);
  out += fmt::format("  certain    {}\n", text.reference.digits);
  if (!text.error_ulp.empty()) {
    out += fmt::format("  error      {} ulp: {} of this stage, {} inherited\n", text.error_ulp,
                       text.local_ulp, text.inherited_ulp);
  }
  out += fmt::format("  outcome    {}\n", name(text.outcome));
  return out + running_values(trace, run, stage) + births_here(trace, run, stage);
}

void step_through(const Trace& trace, const Style& style, std::istream& input) {
  std::size_t run = 0;
  Stepper at(trace.runs[run]);
  std::string line;
  while (true) {
    fmt::print("{}{}", step_screen(trace, trace.runs[run], at.stage(), at.element(), style), keys);
    static_cast<void>(std::fflush(stdout));
    if (!std::getline(input, line)) { break; }
    const StepKey key = step_key(line, trace.runs[run]);
    if (key == StepKey::quit) { return; }
    if (key == StepKey::next_run) {
      run = (run + 1) % trace.runs.size();
      at = Stepper(trace.runs[run]);
    }
    obey(key, line, at);
  }
  fmt::print("\n");
}

}  // namespace softmax::app
