// Lesson 5, its middle: how far T reaches, whose it is, and what to expect of a row.
#include <fmt/format.h>

#include <array>
#include <span>
#include <string>

#include "lessons/05_temperature/parts.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons::heat {
namespace {

using namespace page;

constexpr std::string_view tied = "3 3 1";

std::string three_shares(const Trace& t) {
  return fmt::format("{}, {}, {}", rounded(result(t, 0), 3), rounded(result(t, 1), 3),
                     rounded(result(t, 2), 3));
}

Table towards_the_limits() {
  Table table{"Computed in binary32, to three digits:",
              {"T", fmt::format("shares of {}", example), fmt::format("shares of {}", tied)},
              {}};
  for (const char* t : {"0.001", "0.1", "1", "10", "1000", "1e9"}) {
    table.rows.push_back({t, three_shares(at(t)), three_shares(at(t, tied))});
  }
  return table;
}

std::string text_of(std::span<const double> values) {
  std::string text;
  for (const double value : values) { text += (text.empty() ? "" : ", ") + rounded(value, 3); }
  return text;
}

Table what_T_changes() {
  const std::array traces = {at(cold), at(neutral), at(hot)};
  Table table{
      "One row of logits, three requests:", {"value"}, {{"logits"}, {"largest"}, {"shares"}}};
  for (const Trace& t : traces) {
    const Run& run = t.runs[0];
    table.headings.push_back("T = " + t.settings.temperature.text());
    table.rows[0].push_back(text_of(stage(run, Stage::read).computed));
    table.rows[1].push_back(text_of(stage(run, Stage::max).computed));
    table.rows[2].push_back(three_shares(t));
  }
  return table;
}

Table first_shares() {
  constexpr std::array temperatures = {"0.1", "0.5", "1", "2", "10"};
  constexpr std::array<std::string_view, 3> rows = {example, "30.0 1.0 0.1", "1.0 1.0 1.0"};
  Table table{
      "The share of the first logit, in all the digits of binary32, with the maximum subtracted "
      "first (the last digits differ from the trace above):",
      {"logits"},
      {}};
  for (const char* t : temperatures) { table.headings.push_back(fmt::format("T = {}", t)); }
  for (const std::string_view row : rows) {
    table.rows.push_back({std::string(row)});
    for (const char* t : temperatures) {
      const Trace trace = at(t, row);
      table.rows.back().push_back(digits(result(trace, 0), trace.format()));
    }
  }
  return table;
}

}  // namespace

Trace at(std::string_view temperature, std::string_view logits) {
  return traced(logits, {Algorithm::shifted}, in("binary32", temperature));
}

Idea both_limits() {
  const Trace tie = at(neutral, tied);
  return {
      "both_limits",
      "Both limits",
      {Question{"temperature/tie",
                fmt::format("The logits are {}, {} and {}, and T goes to zero. What does the share "
                            "of the first token go to?",
                            tie.logits[0].text(), tie.logits[1].text(), tie.logits[2].text()),
                Number{rounded(result(at("0.001", tied), 0), 3),
                       2,
                       {{"1",
                         "An argmax would return one index. Softmax cannot tell two equal logits "
                         "apart, at any T: they share."},
                        {digits(reference(tie, 0), 3),
                         fmt::format("That is its share at T = {}. The third token still has some "
                                     "there.",
                                     neutral)},
                        {digits(Certified(1.0) / Certified(3.0), 3),
                         "That is the limit on the other side, when T grows."}}},
                "In the limit the largest share everything: two of them, half each."},
       towards_the_limits(),
       Prose{"As T goes to zero, the odds of unequal logits go to zero or to infinity: the largest "
             "takes everything, and several largest share it. Nearly true: \"softmax approaches "
             "argmax\". It does where the largest is alone.\n\n"
             "As T grows, every difference goes to zero, and every share to `1/|V|`. A machine "
             "arrives at both limits: small exponentials become zero, or all become one.\n\n"
             "`T = 0` itself is no softmax: `z/0` is infinite, or NaN where z is zero "
             "(ggml-org/ggml#37). A runtime that offers it means the greedy choice, and must not "
             "divide."}}};
}

Idea runtime_setting() {
  return {
      "runtime_setting",
      "A setting, not a property",
      {Question{"temperature/two_requests",
                fmt::format("The same prompt is sent twice, with T = {} and with T = {}. Which "
                            "numbers of the next token differ?",
                            cold, hot),
                std::vector<Option>{
                    {"the logits: a hotter model computes lower ones", false,
                     "The model knows no T. It computes its logits, and the runtime divides them "
                     "afterwards."},
                    {"the shares, and with them which token is the likeliest", false,
                     "Dividing by a positive number keeps the order of the logits. The likeliest "
                     "token is the same at every T."},
                    {"the shares alone", true,
                     "Logits, maximum and ranking are the same. That is why T can be another one "
                     "for each request."},
                    {"none, until the model is loaded again with the new T", false,
                     "T is stored nowhere in the model. It is an argument of the sampler."}},
                ""},
       what_T_changes(),
       Prose{"Temperature does not change the model's logits. It changes how the decoding policy "
             "reads them: a runtime setting, which the next request may set anew. Greedy choice "
             "sees nothing of it.\n\n"
             "In a machine the order is kept nearly: no share overtakes another, but at a large "
             "T different logits get one and the same share, as in the last row of the limits, "
             "where all digits agree."},
       SpeakerNote{"Many believe that T makes a model wiser or more inventive. Show that the "
                   "first line of the table does not move."}}};
}

Idea three_rows() {
  return {"three_rows",
          "Three rows to turn the knob on",
          {Prose{"The worked example; one logit much higher than the rest; all logits equal:"},
           first_shares(),
           Prose{"Lower T, and the share of the highest logit rises: that is the rule, and here "
                 "are its exceptions. Equal logits share the whole at every T. A share that the "
                 "machine already holds as one cannot rise.\n\n"
                 "In real arithmetic the share of the highest never falls as T falls, and that of "
                 "the lowest never rises. One between them may do both."}}};
}

}  // namespace softmax::lessons::heat
