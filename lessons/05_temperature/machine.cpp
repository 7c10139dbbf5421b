// What lesson 5 says of machines: in which order to divide by T and to subtract the maximum.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "engine/errors.hpp"
#include "lessons/05_temperature/parts.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons::heat {
namespace {

using namespace page;

Settings ordered(std::string_view format, std::string_view temperature, TemperatureOrder order) {
  Settings settings = in(format, temperature);
  settings.temperature_order = order;
  return settings;
}

// --- range ---

constexpr std::string_view reported = "2.875 2.955 11.0625";
constexpr std::size_t largest = 2;
constexpr std::size_t second = 1;
constexpr std::string_view tiny = "1e-4";

Trace reported_in(TemperatureOrder order) {
  return traced(reported, {Algorithm::shifted}, ordered("binary16", tiny, order));
}

/// Stage, and what it holds for the largest logit and for the second.
std::vector<std::string> cells(const Trace& t, std::size_t k) {
  const StageRow& row = t.runs[0].stages[k];
  const auto held = [&](std::size_t i) {
    return digits(row.computed[is_reduction(row.step.stage) ? 0 : i], t.format());
  };
  const bool one = is_reduction(row.step.stage);
  return {std::string(name(row.step.stage)), held(largest), one ? "" : held(second)};
}

Table two_orders() {
  const Trace scale = reported_in(TemperatureOrder::scale_first);
  const Trace subtract = reported_in(TemperatureOrder::subtract_first);
  Table table{fmt::format("Stage by stage at T = {}, the largest logit and the second:", tiny),
              {"scale first", "largest", "second", "subtract first", "largest", "second"},
              {}};
  for (std::size_t k = 0; k < scale.runs[0].stages.size(); ++k) {
    table.rows.push_back(cells(scale, k));
    for (std::string& cell : cells(subtract, k)) { table.rows.back().push_back(std::move(cell)); }
  }
  return table;
}

std::string largest_of_half() {
  return count(static_cast<std::size_t>(parse_format("binary16").largest));
}

Question overflow() {
  const Trace t = reported_in(TemperatureOrder::scale_first);
  const double other_order = result(reported_in(TemperatureOrder::subtract_first), largest);
  return {
      "temperature/overflow",
      fmt::format("A program computes in binary16, whose largest number is {}. The logits are {}, "
                  "and T is {}. It divides by T, then subtracts the maximum, then goes on as "
                  "usual. What does it compute for the share of the largest?",
                  largest_of_half(), reported, tiny),
      Number{computed_text(result(t, largest)),
             2,
             {{rounded(other_order, 2),
               "So it should be, near the limit. Ask first how large the quotient is, and how "
               "large a number of the format can be."},
              {"inf",
               "The quotient is infinite, and so is the maximum. Then one is subtracted from "
               "the other."},
              {"0", "The largest logit does not vanish. Its quotient is too large, not small."}}},
      fmt::format(
          "The quotient is above {}, so it is inf, and so is the maximum. `inf - inf` is NaN.",
          largest_of_half())};
}

// --- accuracy ---

constexpr std::string_view odd_temperature = "0.7";

/// The largest relative error of a share, in unit roundoffs.
double worst_error(std::string_view logits, TemperatureOrder order) {
  const Trace t = traced(logits, {Algorithm::shifted}, ordered("binary32", odd_temperature, order));
  double worst = 0;
  for (std::size_t i = 0; i < t.logits.size(); ++i) {
    worst = std::max(worst, relative_error_in_u(t.runs[0].stages.back(), i, t.format()).value());
  }
  return worst;
}

Table errors_by_offset() {
  Table table{fmt::format("The largest error of a share in binary32, in units of u (half a step at "
                          "one), at T = {}:",
                          odd_temperature),
              {"logits", "scale first", "subtract first"},
              {}};
  for (const char* logits : {"0.25 0 -1", "50.25 50 49", "500.25 500 499", "5000.25 5000 4999"}) {
    table.rows.push_back({logits, rounded(worst_error(logits, TemperatureOrder::scale_first), 4),
                          rounded(worst_error(logits, TemperatureOrder::subtract_first), 4)});
  }
  return table;
}

Question more_accurate() {
  return {"temperature/more_accurate",
          "In real arithmetic the order makes no difference. In binary32, with logits near five "
          "hundred "
          "that differ by about one, which order has the more accurate shares?",
          std::vector<Option>{
              {"scale first: subtracting numbers that are nearly equal loses digits", false,
               "Such a subtraction is exact. It only uncovers errors that were made before, and "
               "scaling first makes one before."},
              {"subtract first", true,
               "The difference is exact or nearly so, and small. Dividing a small number makes a "
               "small error."},
              {"neither: both do the same two operations", false,
               "The rounding of a quotient near seven hundred is hundreds of times as large as "
               "that of a quotient near one."}},
          ""};
}

}  // namespace

Idea small_temperature() {
  const Trace t = reported_in(TemperatureOrder::scale_first);
  const Certified quotient = stage(t.runs[0], Stage::scale).reference[largest];
  return {
      "small_temperature",
      "A small T in a small format",
      {overflow(), two_orders(),
       Prose{fmt::format(
           "binary16 holds T as {}. The largest quotient is about {}, and the largest number "
           "of the "
           "format {}. So the quotient is infinite, and so is the maximum: their difference is "
           "NaN, and the sum hands it to every share (vllm-project/vllm#890).\n\n"
           "With the maximum subtracted first the largest is zero, at any T above zero. The others "
           "overflow downwards, to minus infinity, and the exponential of that is zero, as it "
           "should be. Only `e4m3fn`, which has no infinity, makes NaN of it.",
           rounded(t.temperature, 5),
           count(static_cast<std::size_t>(100 * std::lround(quotient.approximate() / 100))),
           largest_of_half())},
       SpeakerNote{"Ask for the mend before you show the right half of the table. Most want a "
                   "lower bound for T; it moves the trouble, and the order removes it."}}};
}

Idea which_order() {
  constexpr std::string_view row = "500.25 500 499";
  const Trace t = traced(row, {Algorithm::shifted},
                         ordered("binary32", odd_temperature, TemperatureOrder::scale_first));
  const Certified quotient = stage(t.runs[0], Stage::scale).reference[0];
  const Certified half_step = ulp(quotient, t.format()) * Certified(0.5);
  const Certified in_u = half_step / Certified(unit_roundoff(t.format()));
  return {"which_order",
          "Which order is more accurate",
          {more_accurate(), errors_by_offset(),
           Prose{fmt::format("{} divided by {} is about {}. Rounding it errs by half a step there, "
                             "up to {}. What is an absolute error of an exponent becomes a "
                             "relative error of the exponential: {} u.",
                             t.logits[0].text(), odd_temperature, digits(quotient, 4),
                             digits(half_step, 3), digits(in_u, 3))},
           Formula{R"(e^{x + \delta} = e^{x}\,e^{\delta} \approx e^{x}\,(1 + \delta))",
                   "e^(x + d) = e^x e^d, about e^x (1 + d)"},
           Prose{"Subtract first, and the exponents are near zero, where a step is small. The "
                 "offset of the logits no longer counts."}}};
}

}  // namespace softmax::lessons::heat
