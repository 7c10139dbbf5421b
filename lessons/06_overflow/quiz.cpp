// The quiz of lesson 6.
#include <fmt/format.h>

#include <string>

#include "lessons/06_overflow/figures.hpp"
#include "lessons/catalogue.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons {
namespace {

using namespace page;

/// The whole number below a positive one.
std::string whole(double x) { return std::to_string(static_cast<int>(x)); }

Question largest_whole() {
  const Format half = parse_format("binary16");
  const double end = lesson_06::ends_of_exp(half).too_large;
  const double to_base_ten = (log(Certified(half.largest)) / log(Certified(10.0))).approximate();
  return {"overflow/largest_whole",
          fmt::format("The largest number of binary16 is {}. What is the largest whole z for "
                      "which e^z is not too large for it?",
                      digits(half.largest, half)),
          Number{whole(end),
                 0,
                 {{std::to_string(half.emax + 1),
                   "That is as a power of two. e is larger than two, so fewer of it fit."},
                  {whole(to_base_ten), "That is as a power of ten, and e is smaller than ten."},
                  {whole(lesson_06::ends_of_exp(parse_format("binary32")).too_large),
                   "That is binary32's: it has three more bits in its exponent."}}},
          fmt::format("The logarithm of {} is {}.", digits(half.largest, half), decimals(end, 2))};
}

Question low_logits() {
  const Trace t = traced("-200 -201", {Algorithm::unshifted});
  return {"overflow/low_logits",
          fmt::format("The logits are {} and {}, in binary32, and no maximum is subtracted. What "
                      "is computed for the first share?",
                      t.logits[0].text(), t.logits[1].text()),
          Number{computed_text(result(t, 0)),
                 2,
                 {{digits(reference(t, 0), 3),
                   "That is the real share. But both exponentials are too small for binary32."},
                  {"0", "The exponential is zero, and so is the sum that it is divided by."},
                  {"0.5", "Equal numerators would give equal shares, were their sum not zero."}}},
          "Both exponentials are zero, so is their sum, and `0/0` is NaN."};
}

Question unheard() {
  return {"overflow/unheard",
          "A test says `if (fabs(sum - 1) > 1e-3) fail();` of the sum of the shares. All shares "
          "are NaN. What happens?",
          std::vector<Option>{
              {"it fails, for NaN is not one", false,
               "It asks for something else: whether the difference is *greater*. NaN is not "
               "greater than anything."},
              {"it passes, for every comparison with NaN is false", true,
               "Ask the other way round, `if (!(fabs(sum - 1) <= 1e-3)) fail();`, and NaN is "
               "heard."},
              {"the program stops at the first NaN", false,
               "By default nothing stops: a NaN is a value like others, and goes on."}},
          ""};
}

Question all_zero() {
  return {
      "overflow/all_zero",
      "Binary32, no maximum subtracted: every computed share of a row is zero, and none is NaN. "
      "What happened?",
      std::vector<Option>{{"every exponential underflowed to zero", false,
                           "Then the sum would be zero as well, and `0/0` is NaN."},
                          {"an exponential overflowed", false,
                           "Then its own share would be `inf/inf`, a NaN among the zeros."},
                          {"every token is forbidden: every logit is `-inf`", false,
                           "e to that is exactly zero, so this is `0/0` again."},
                          {"the exponentials fitted, and their sum did not", true,
                           "A finite number divided by an infinite sum is zero, silently."}},
      ""};
}

Question wider() {
  const double single = lesson_06::ends_of_exp(parse_format("binary32")).too_large;
  const double wide = lesson_06::ends_of_exp(parse_format("binary64")).too_large;
  return {"overflow/wider",
          "A program overflows in binary32. Is it cured by computing in binary64?",
          std::vector<Option>{
              {"for some logits: the end moves, and stays an end", true,
               fmt::format("It moves from a logit of {} to one of {}. Beyond it all is as before.",
                           decimals(single, 1), decimals(wide, 1))},
              {"yes: binary64 has more than enough digits", false,
               "Digits are not what is missing. It has more bits in its exponent, but not "
               "endlessly many."},
              {"no: both formats have the same exponents", false,
               "That is so of bfloat16 and binary32. binary64 has three more bits there."}},
          ""};
}

}  // namespace

std::vector<Question> overflow_quiz() {
  return {largest_whole(), low_logits(), unheard(), all_zero(), wider()};
}

}  // namespace softmax::lessons
