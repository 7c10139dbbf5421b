// What lesson 4 says of machines: equal logits, and a crowd, in six formats.
#include <fmt/format.h>

#include <string>
#include <vector>

#include "lessons/04_spread/parts.hpp"
#include "lessons/catalogue.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons::crowd {
namespace {

using namespace page;

constexpr std::string_view zeros = "0 0 0";
constexpr std::string_view hundreds = "100 100 100";
constexpr std::size_t many = 4096;

std::string first_share(std::string_view logits, Algorithm algorithm, const Settings& settings) {
  return digits(result(traced(logits, {algorithm}, settings), 0), settings.arithmetic.format);
}

Table equals_in_six_formats() {
  Table table{
      fmt::format(
          "What each of three logits of {} gets, and each of {} equal ones, from the formula as it "
          "stands and with the maximum subtracted first (shifted: lesson {}):",
          given(hundreds)[0].text(), count(many), find("max_subtract").number),
      {"format", "three, unshifted", "three, shifted", "many, shifted", "many, in all"},
      {}};
  for (const Format& format : builtin_formats()) {
    const Settings settings = in(format.name);
    const double each_of_many = probabilities(std::vector<double>(many, 0.0), settings)[0];
    table.rows.push_back({format.name, first_share(hundreds, Algorithm::unshifted, settings),
                          first_share(hundreds, Algorithm::shifted, settings),
                          rounded(each_of_many, 5),
                          rounded(each_of_many * static_cast<double>(many), 5)});
  }
  return table;
}

std::string as_list(std::string_view logits) {
  std::string list;
  for (const Given& logit : given(logits)) { list += (list.empty() ? "" : ", ") + logit.text(); }
  return "[" + list + "]";
}

Question hundreds_unshifted() {
  const double computed = result(traced(hundreds, {Algorithm::unshifted}, in("binary16")), 0);
  const double third = result(traced(hundreds, {Algorithm::shifted}, in("binary16")), 0);
  return {"spread/hundreds",
          fmt::format("The formula of the textbook, nothing subtracted, in binary16: what does it "
                      "compute for the first of {}?",
                      as_list(hundreds)),
          Number{computed_text(computed),
                 3,
                 {{rounded(third, 4),
                   "So it is in exact arithmetic. This format cannot hold the exponential of such "
                   "a logit."},
                  {"inf",
                   "The exponentials are infinite, and so is their sum. A share is the quotient "
                   "of the two."},
                  {"0",
                   "That would be a finite exponential over an infinite sum. Here the exponential "
                   "is infinite too."}}},
          fmt::format("The exponential is too large for the format, so it is inf, and so is the "
                      "sum. `inf/inf` is NaN, not a number: lesson {}.",
                      find("overflow").number)};
}

Question in_half(const Certified& share) {
  const double computed = computed_share(in("binary16"), Algorithm::shifted);
  return {
      "spread/in_half",
      "binary16 adds the exponentials one after the other, that of the top token first, and "
      "divides by the sum. What share does it compute for the top token?",
      Number{rounded(computed, 3),
             2,
             {{digits(share, 3),
               "So it is in exact arithmetic. Ask what one small addend does to a sum of one, "
               "if the format has a step there that is larger than the addend."},
              {"0",
               "Nothing overflows here: the largest exponential is one. It is the small ones "
               "that are in danger."},
              {"nan",
               "Nothing overflows here: the largest exponential is one. The quotient is a "
               "number."}}},
      fmt::format(
          "Above one, half a step of binary16 is {}: more than an addend. So the sum stays one.",
          rounded(unit_roundoff(parse_format("binary16")), 3))};
}

}  // namespace

Idea identical() {
  return {
      "identical",
      "Identical logits",
      {Prose{"If all logits are one number c, all exponentials are one number, and each of the "
             "tokens, |V| of them (the size of the vocabulary), gets the same share: no "
             "distribution is more uncertain. The "
             "number itself cancels."},
       Formula{R"(p_i = \frac{e^{c}}{|V|\,e^{c}} = \frac{1}{|V|})",
               "p_i = e^c / (|V| e^c) = 1/|V|"},
       Prose{fmt::format("So softmax({}) and softmax({}) are one distribution. Only "
                         "differences count.",
                         as_list(zeros), as_list(hundreds))},
       hundreds_unshifted(), equals_in_six_formats(),
       Prose{fmt::format("Nearly true: softmax({}) and softmax({}) \"produce the same "
                         "result\". With the maximum subtracted they do, bit for bit: both "
                         "rows become zeros first. Without, only binary64 holds the "
                         "exponential, and the others compute NaN.",
                         as_list(zeros), as_list(hundreds))},
       Prose{fmt::format("Nearly true: \"every probability equals `1/|V|`\". It does, up to one "
                         "rounding, while the sum can count to |V|. In four formats a sum of "
                         "ones stops before {}, and the shares add up to more than one. Users "
                         "of half precision have reported it (huggingface/candle#3727).",
                         count(many))}}};
}

Idea six_formats() {
  const Certified share = share_above(vocabulary);
  const double unshifted = computed_share(in("binary32"), Algorithm::unshifted);
  return {
      "six_formats",
      "The crowd in six formats",
      {Prose{fmt::format("Back to {} tokens, and the {} of the top one. With the maximum "
                         "subtracted its exponential is one, and that of each other is about {}.",
                         count(vocabulary), percent(share, 4), digits(exp(-gap()), 3))},
       in_half(share), shares_in_six_formats(),
       Prose{fmt::format("The same numbers, added in another order, make another share. In pairs "
                         "(neighbours first, then the sums of neighbours) nearly every sum meets "
                         "one of its own size, and little is lost. `e4m3fn` "
                         "is wrong in any order: it holds the small exponential as zero. A sum "
                         "that is kept in binary32 helps every narrower format that holds the "
                         "small exponential, and makes "
                         "binary64 as bad as binary32.\n\n"
                         "Unshifted, binary32 computes {}: its addends are ones, and nearly every "
                         "sum is a number of the format. The shift buys range, not accuracy.",
                         percent(unshifted, 5))},
       SpeakerNote{"Ask who would have found this with a test of three logits."}}};
}

Idea where_it_stops() {
  const Format half = parse_format("binary16");
  const Certified four(4.0);
  const Certified step = ulp(four, parse_format("binary32"));
  const Stop stop = stop_of_the_others(half).value();
  return {
      "where_it_stops",
      "Where the sum stops",
      {Prose{"From a number to the next one of its format is a *step*. An addend of less than "
             "half a step changes nothing: the sum is rounded back to where it was, and the next "
             "addend finds it there."},
       stops_in_six_formats(),
       Prose{fmt::format(
           "binary16, the top one first: the sum is one, half a step is more than an addend, and "
           "not one competitor is counted. The top one last: the small ones gather, and stop at "
           "{} after {} of {}.",
           digits(stop.at, half), count(stop.after), count(vocabulary - 1))},
       Prose{fmt::format(
           "binary32 does not stop here, it drifts. From a sum of {} on an addend is {} steps, and "
           "{} of them arrive, every time: such errors have one sign and do not cancel. That is "
           "why kernels sum in blocks, or in a wider accumulator.",
           digits(four, 3), digits(exp(-gap()) / step, 4),
           rounded((exp(-gap()) / step).approximate(), 2))}}};
}

}  // namespace softmax::lessons::crowd
