// Lesson 2: where a format ends what is true of real exponentials.
#include <fmt/format.h>

#include <cmath>
#include <utility>

#include "engine/rounded.hpp"
#include "lessons/02_exponentiate/ideas.hpp"
#include "lessons/catalogue.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons::exponentiate_ideas {
namespace {

using namespace page;

// --- -100 and 100 in binary32 ---

const Trace& hundreds() {
  static const Trace made = traced("-100 100", {Algorithm::unshifted});
  return made;
}

const StageRow& exponentials() { return stage(hundreds().runs[0], Stage::exponentiate); }

double score(std::size_t i) { return hundreds().runs[0].stages.front().computed[i]; }

/// How far the held e^-100 is from the real one, as a part of it.
double relative_error() {
  const Certified& real = exponentials().reference[0];
  return ((Certified(exponentials().computed[0]) - real) / real).approximate();
}

Question plus_hundred() {
  const Format& format = hundreds().format();
  return {
      "exponentiate/plus_hundred",
      fmt::format("What does binary32 hold for e^{}? (To two digits, or a word.)",
                  hundreds().logits[1].text()),
      Number{computed_text(exponentials().computed[1]),
             2,
             {{digits(exponentials().reference[1], 3),
               "That is the real number. It is beyond the largest of binary32."},
              {rounded(format.largest, 3),
               "That is the largest finite number. What is rounded beyond it does not stop "
               "there: it becomes infinite."},
              {"nan", "A NaN comes only at the division, where infinity is divided by infinity."}}},
      fmt::format("The largest number of binary32 is {}, and e^{} is beyond it.",
                  digits(format.largest, format), hundreds().logits[1].text())};
}

// --- zero in binary16 ---

const Format& half() {
  static const Format made = parse_format("binary16");
  return made;
}

constexpr double subnormal_score = -12;
constexpr double last_score = -17;  // below the smallest number, and not yet zero
constexpr double zero_score = -18;

Mark mark(double z) { return {z, fmt::format("{}", z)}; }
std::string real(double z) { return digits(exp(Certified(z)), 3); }
std::string held(double z) { return rounded(exp_rounded(z, half()), 3); }

std::vector<Option> zero_options() {
  return {
      {fmt::format("{}: e to it is {}, below the smallest normal number, {}", subnormal_score,
                   real(subnormal_score), rounded(smallest_normal(half()), 3)),
       false,
       fmt::format("Below the normal numbers lie the subnormal ones, with fewer bits: it is held "
                   "as {}.",
                   held(subnormal_score))},
      {fmt::format("{}: e to it is {}, below the smallest positive number", last_score,
                   real(last_score)),
       false,
       fmt::format("It is below, but nearer to that number than to zero: it is rounded up, to {}.",
                   held(last_score))},
      {fmt::format("{}: e to it is {}", zero_score, real(zero_score)), true,
       "It is less than half of the smallest positive number, so nearer to zero."},
      {"at none of them: e to a score is always positive", false,
       "So it is for real numbers. A format has a smallest positive number, and what is far enough "
       "below is rounded to zero."}};
}

// --- every format ---

Table thresholds() {
  Table table{"The scores z at which the kind of e^z changes, to three decimals:",
              {"format", "smallest number", "zero below", "subnormal below", "overflows above"},
              {}};
  for (const Format& format : builtin_formats()) {
    const std::vector<Zone> zones = exp_line("", format, {}).zones;
    table.rows.push_back({format.name, rounded(smallest_subnormal(format), 3),
                          decimals(zones[0].end, 3), decimals(zones[1].end, 3),
                          decimals(zones[2].end, 3)});
  }
  return table;
}

Question in_bfloat16() {
  const Format bfloat16 = parse_format("bfloat16");
  return {"exponentiate/minus_hundred",
          fmt::format("bfloat16 has as many bits for the exponent as binary32. What does it hold "
                      "for e^{}?",
                      hundreds().logits[0].text()),
          std::vector<Option>{
              {"a positive number, as binary32 does: the range is the same", false,
               "The range of the *normal* numbers is. The subnormal ones below reach as far as "
               "there are bits of fraction, and bfloat16 has few."},
              {fmt::format("{}", exp_rounded(score(0), bfloat16)), true,
               fmt::format("Its smallest positive number is {}; that of binary32 is {}.",
                           rounded(smallest_subnormal(bfloat16), 3),
                           rounded(smallest_subnormal(parse_format("binary32")), 3))},
              {"its smallest positive number: a positive number is not rounded to zero", false,
               "Rounding goes to the nearest, and zero is a number as good as any."}},
          ""};
}

}  // namespace

Idea plus_and_minus_hundred() {
  const std::string minus = hundreds().logits[0].text();
  const std::string plus = hundreds().logits[1].text();
  return {
      "plus_and_minus_hundred",
      "What a machine makes of a hundred",
      {plus_hundred(),
       exp_line("The kinds of e^z in binary32 (each zone has a scale of its own):",
                hundreds().format(), {mark(score(0)), mark(score(1))}),
       Prose{"**Normal** numbers have all bits of the format. Below them, down to the smallest "
             "number, are the **subnormal** ones: the smaller, the fewer bits."},
       Prose{fmt::format("\"It does not matter if the logit is {0} or {1}\" is nearly true here. "
                         "e^{0} is held, but as a subnormal number: so few of its bits are "
                         "left that it is off by {2}. e^{1} is beyond the largest number, and "
                         "becomes {3}: more of that in lesson {4}. binary64 holds "
                         "both, and has its ends "
                         "farther out.",
                         minus, plus, percent(relative_error(), 2),
                         computed_text(exponentials().computed[1]), find("overflow").number)}}};
}

Idea where_zero_begins() {
  return {
      "where_zero_begins",
      "Where \"always positive\" ends",
      {Question{"exponentiate/first_zero",
                fmt::format("The smallest positive number of binary16 is {}. Which is the "
                            "first of the scores {}, {} and {} whose e^z is computed as zero?",
                            rounded(smallest_subnormal(half()), 3), subnormal_score, last_score,
                            zero_score),
                zero_options(), ""},
       Prose{"A computed e^z is rounded to the nearest number of the format. With s for the "
             "smallest positive one:"},
       Formula{R"(\mathrm{computed}(e^z) = 0 \iff e^z < \tfrac{s}{2} \iff z < \ln \tfrac{s}{2})",
               "computed e^z is 0   where   e^z < s/2,   that is   z < ln(s/2)"},
       exp_line("The kinds of e^z in binary16:", half(),
                {mark(zero_score), mark(last_score), mark(subnormal_score)}),
       SpeakerNote{"Two errors are common: that everything below the normal range is zero, and "
                   "that everything below the smallest number is. The half comes from rounding "
                   "to nearest."}}};
}

Idea a_share_of_zero() {
  const Trace pair =
      traced(fmt::format("{} {}", zero_score, last_score), {Algorithm::unshifted}, in("binary16"));
  const Trace apart = traced(fmt::format("{} 0", zero_score), {Algorithm::shifted}, in("binary16"));
  return {"a_share_of_zero",
          "A share of zero",
          {figure("The two lowest of these scores, and no other:", pair),
           Prose{fmt::format(
               "Both real shares are large, {} and {}; the first is lost all the same. "
               "Softmax programs subtract the largest score first: that mends this row, and no "
               "exponential overflows. But the left end stays: a "
               "token {} below the best has a share of {} in binary16, and of {} in "
               "real arithmetic. So \"every share is positive\" is nearly true.",
               percent(reference(pair, 0), 3), percent(reference(pair, 1), 3), -zero_score,
               digits(result(apart, 0), half()), digits(reference(apart, 0), 3))}}};
}

Idea every_format() {
  return {
      "every_format",
      "Each format has its own ends",
      {in_bfloat16(), thresholds(),
       Prose{"The left ends depend on the smallest subnormal number: on the bits of the exponent "
             "*and* on those of the fraction. The right ends depend on the exponents nearly "
             "alone: see e5m2 and binary16. Beyond them e^z becomes infinite, or NaN in "
             "e4m3fn, which has no infinity."}}};
}

}  // namespace softmax::lessons::exponentiate_ideas
