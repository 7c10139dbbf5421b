#include "lessons/terminal/step_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "engine/birthplace.hpp"
#include "engine/cell.hpp"
#include "engine/witness_lines.hpp"

namespace softmax::terminal {
namespace {

/// A row of one value needs no element.
std::string place(const Stepper& at) {
  const std::size_t count = at.row().computed.size();
  return fmt::format(
      "{}: {} (stage {} of {}){}", name(at.run().algorithm), name(at.row().step.stage),
      at.stage() + 1, at.run().stages.size(),
      count == 1 ? "" : fmt::format(", element {} of 0 to {}", at.element(), count - 1));
}

/// What the stage made the value from, as a formula with numbers in it.
std::string formula(const Trace& trace, const Stepper& at) {
  const Step& step = at.row().step;
  const std::size_t i = at.element();
  const auto digits = [&](double x) { return short_digits(x, trace.format()); };
  const std::vector<double>& x = at.run().stages[step.first].computed;
  const std::string xi = digits(x[std::min(i, x.size() - 1)]);
  const std::vector<double>& y = at.run().stages[step.second].computed;
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
  const std::string exponent = fmt::format("({} - {})", xi, digits(y[0]));
  return fmt::format("e^{} / {}", step.scales ? fmt::format("({} / {})", exponent, t) : exponent,
                     digits(y[1]));
}

/// Of a sum, and of the second value of a stream, which is its sum.
std::string running_values(const Trace& trace, const Stepper& at, const Style& style) {
  const bool streams = at.row().step.stage == Stage::stream;
  if (streams && at.element() == 0) { return ""; }
  const Format& format = streams ? trace.format() : trace.settings.accumulator;
  const std::vector<Partial> all = partials(trace, at.run(), at.stage());
  constexpr std::size_t ends = 4;
  const std::size_t digits = std::to_string(all.size()).size();
  std::string text;
  for (std::size_t k = 0; k < all.size(); ++k) {
    if (k == ends && all.size() > 2 * ends) {
      text += fmt::format("    ... {} more\n", all.size() - 2 * ends);
      k = all.size() - ends;
    }
    text += wrapped(fmt::format("    after element {:<{}} {}", all[k].addend, digits,
                                short_digits(all[k].value, format)),
                    style.width, 6);
  }
  return text;
}

/// A birth within a reduction names the addend: it is shown at the sum that it broke.
bool is_at(const Birth& birth, const Stepper& at) {
  if (birth.stage != at.stage()) { return false; }
  return is_reduction(at.row().step.stage) ? at.element() + 1 == at.row().computed.size()
                                           : at.element() == birth.element;
}

std::string births_here(const Trace& trace, const Stepper& at, const Style& style) {
  std::string text;
  for (const auto& birth : {first_infinity(at.run(), trace), first_nan(at.run(), trace)}) {
    if (birth && is_at(*birth, at)) {
      text += wrapped("  born here: " + sentence(*birth, at.run()), style.width, 4);
    }
  }
  return text;
}

std::string witnesses_here(const Stepper& at, const Style& style) {
  constexpr std::size_t digits_column = 13;  // under those of the reference
  const WitnessTexts texts(two_witnesses(at.row().reference, at.element()));
  return lines_of(texts, "  ", columns_for(texts, digits_column), style);
}

}  // namespace

std::string value_text(const Trace& trace, const Stepper& at, const Style& style, bool witness) {
  const StageRow& row = at.row();
  const Cell text = cell(trace, at.run(), at.stage(), at.element(), {20, 4});
  const auto line = [&](const std::string& words) { return wrapped("  " + words, style.width, 4); };
  std::string out = "\n" + painted_lines(place(at), Colour::strong, style, 2);
  out += line(fmt::format("{} = {} [{}]", formula(trace, at),
                          short_digits(row.computed[at.element()], trace.format()), text.bits));
  out += line("reference  " + text.reference.digits);
  if (witness) { out += witnesses_here(at, style); }
  if (!text.error_ulp.empty()) {
    out += line(fmt::format("error      {} ulp: {} of this stage, {} inherited", text.error_ulp,
                            text.local_ulp, text.inherited_ulp));
  }
  out += line(fmt::format("outcome    {}", name(text.outcome)));
  return out + running_values(trace, at, style) + births_here(trace, at, style);
}

}  // namespace softmax::terminal
