#include "engine/report_witness.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/cell.hpp"
#include "engine/witness_lines.hpp"

namespace softmax {
namespace {

constexpr std::size_t name_column = 8;  // "witness "

/// One value of a stage by both.
struct WitnessedValue {
  const Run* run;
  std::size_t stage;
  std::size_t index;
  WitnessTexts texts;
};

std::vector<WitnessedValue> witnessed(const Trace& trace,
                                      const std::vector<std::size_t>& elements) {
  std::vector<WitnessedValue> values;
  for (const Run& run : trace.runs) {
    for (std::size_t stage = 0; stage < run.stages.size(); ++stage) {
      const StageRow& row = run.stages[stage];
      for (const std::size_t i : listed(trace, row, elements)) {
        values.push_back({&run, stage, i, WitnessTexts(two_witnesses(row.reference, i))});
      }
    }
  }
  return values;
}

std::string introduction(const Style& style) {
  return wrapped(
      "witness: every listed reference once more, in 168 bits by Boost.Multiprecision, whose + - * "
      "/ exp "
      "log share no line with those of the ball of 128 bits. Digits as far as they are certain, "
      "the last one rounded; beside them the radius relative to the value.",
      style.width, 2);
}

/// What is undefined claims nothing, so nothing agrees with it.
std::string sentence_of_agreement(const std::vector<WitnessedValue>& values) {
  const auto count = [&](Defined defined) {
    return std::count_if(values.begin(), values.end(), [&](const WitnessedValue& value) {
      return value.texts.defined == defined;
    });
  };
  std::string text = fmt::format("{} agree: their enclosures overlap.", count(Defined::by_both));
  if (const auto by_none = count(Defined::by_none); by_none > 0) {
    text += fmt::format(" {} undefined by both.", by_none);
  }
  if (const auto by_one = count(Defined::by_one); by_one > 0) {
    text += fmt::format(" {} undefined by one alone, which had too few bits.", by_one);
  }
  return text;
}

std::string verdict_on(const std::vector<WitnessedValue>& values, const Style& style) {
  const auto disagree = [](const WitnessedValue& value) { return !value.texts.agree; };
  const auto first = std::find_if(values.begin(), values.end(), disagree);
  if (first == values.end()) {
    const std::string all =
        fmt::format("Of {} listed values {}", values.size(), sentence_of_agreement(values));
    return painted_lines(all, Colour::good, style, 2);
  }
  return painted_lines(
      fmt::format("THE WITNESSES DISAGREE on {} of {} values, the first of them {}: {}, element "
                  "{}. No real number is in both enclosures: one library has a bug.",
                  std::count_if(values.begin(), values.end(), disagree), values.size(),
                  name(first->run->algorithm), name(first->run->stages[first->stage].step.stage),
                  first->index),
      Colour::bad, style, 2);
}

/// What else 128 bits may not settle: the roundings of computed exps and logs.
std::string sentence_on_roundings(const Trace& trace, const Style& style) {
  if (trace.settings.arithmetic.exp == ExpSource::libm) { return ""; }
  const std::size_t undecided = undecided_roundings(trace);
  const std::string all = "128 bits decided the rounding of every computed exp and log.";
  const std::string some = fmt::format(
      "128 bits left the rounding of {} computed exps and logs undecided; more bits decided.",
      undecided);
  return wrapped(undecided == 0 ? all : some, style.width, 2);
}

/// The columns that all values share, and that of their names.
struct BlockColumns {
  std::size_t index = 0;
  WitnessColumns shared{};
};

BlockColumns columns_of(const std::vector<WitnessedValue>& values) {
  BlockColumns columns;
  for (const WitnessedValue& value : values) {
    columns.index = std::max(columns.index, std::to_string(value.index).size() + 2);
  }
  columns.shared.digits = columns.index + 1 + name_column;
  for (const WitnessedValue& value : values) {
    columns.shared.radius =
        std::max(columns.shared.radius, columns_for(value.texts, columns.shared.digits).radius);
  }
  return columns;
}

std::string text_of_value(const WitnessedValue& value, const BlockColumns& columns,
                          const Style& style) {
  const std::string lead = fmt::format("{:>{}} ", value.index, columns.index);
  return value.texts.agree && value.texts.ball == value.texts.witness
             ? line_of(value.texts.ball, lead + "both", columns.shared, style)
             : lines_of(value.texts, lead, columns.shared, style);
}

}  // namespace

std::string text_of_witnesses(const Trace& trace, const std::vector<std::size_t>& elements,
                              const Style& style) {
  const std::vector<WitnessedValue> values = witnessed(trace, elements);
  const BlockColumns columns = columns_of(values);
  const std::size_t rule = std::min(columns.shared.radius + usual_radius_width, style.width);
  std::string out =
      introduction(style) + verdict_on(values, style) + sentence_on_roundings(trace, style);
  const WitnessedValue* last = nullptr;
  for (const WitnessedValue& value : values) {
    const bool new_run = last == nullptr || last->run != value.run;
    if (new_run) { out += "\n" + paint(style, Colour::strong, name(value.run->algorithm)) + "\n"; }
    if (new_run || last->stage != value.stage) {
      const std::string stage = fmt::format("{} ", name(value.run->stages[value.stage].step.stage));
      out += paint(style, Colour::faint, fmt::format("{:-<{}}", stage, rule)) + "\n";
    }
    out += text_of_value(value, columns, style);
    last = &value;
  }
  return out + "\n";
}

}  // namespace softmax
