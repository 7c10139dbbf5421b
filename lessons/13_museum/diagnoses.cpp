// Reports that name the wrong end of a format's range.
#include "lessons/13_museum/diagnoses.hpp"

#include <fmt/format.h>

#include "lessons/13_museum/wrong_steps.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons {

using namespace page;

Question idle_lanes_in_the_maximum() {
  const char* const logits = "-150 -200 -300";
  const auto numerators = computed(
      logits, "binary32", [](const auto& z, auto lift) { return exponentials(minus(z, lift(0))); });
  return {
      "museum/idle_lanes_in_the_maximum",
      fmt::format("*m0at/rvllm#1*: unused places of a vector (idle lanes) take part in the "
                  "maximum with a value of zero. What happens to {} in single precision? The "
                  "report says: it overflows.",
                  input_text(logits)),
      std::vector<Option>{
          {"it overflows: what is subtracted is too small", false,
           "What is too small lets a large exponential through. Here it is too large: all logits "
           "lie far below it."},
          {"nothing: whatever is subtracted cancels", false,
           "In real numbers it does. Here all that could cancel has become zero."},
          {"it underflows, and zero over zero is NaN", true,
           fmt::format("The exponentials are {}, and so is their sum.", row_text(numerators, 4))}},
      ""};
}

Question exp_far_below() {
  const Format format = parse_format("binary64");
  constexpr double below = 710;
  constexpr double far = 800;
  const double end = log(Certified(smallest_subnormal(format)) / Certified(2)).approximate();
  return {"museum/exp_far_below",
          fmt::format("*uxlfoundation/oneDNN#30*: the report says that the exponential of anything "
                      "below {} is infinite. What does binary64 hold for e to {}, and for e to {}?",
                      -below, -below, -far),
          std::vector<Option>{
              {fmt::format("{} and {}", rounded(exp_rounded(-below, format), 3),
                           rounded(exp_rounded(-far, format), 3)),
               true,
               fmt::format("A subnormal number, then zero. Infinite is the other side: e to {} is "
                           "{}.",
                           below, rounded(exp_rounded(below, format), 3))},
              {"0 and 0", false,
               fmt::format("{} is still above the end: e to a number becomes zero below {}.",
                           -below, rounded(end, 3))},
              {fmt::format("{} and inf", rounded(exp_rounded(-below, format), 3)), false,
               "e to a negative number is below one, and smaller the lower the number is."}},
          ""};
}

Question too_big_for_single() {
  const char* const logits = "8 18 28 38 48";
  const Format format = parse_format("binary32");
  const auto unshifted = by_engine(logits, "binary32", Algorithm::unshifted);
  const auto shifted = by_engine(logits, "binary32");
  const double last = given(logits).back().held_in(format);
  return {"museum/too_big_for_single",
          fmt::format("*ARM-software/ComputeLibrary#148*: a softmax of {} came out wrong. The "
                      "report says: e to {} is too big for single precision. What does a softmax "
                      "without subtracting the maximum give there?",
                      input_text(logits), last),
          std::vector<Option>{
              {"the right shares", true,
               fmt::format("e to {} is {}, and single precision goes to {}. The largest share is "
                           "{}, with the maximum subtracted {}. The cause was another one.",
                           last, rounded(exp_rounded(last, format), 3), rounded(format.largest, 2),
                           digits(unshifted.back(), format), digits(shifted.back(), format))},
              {"inf over inf, which is NaN", false,
               fmt::format("Single precision ends at {}, far above.", rounded(format.largest, 2))},
              {"shares without a right digit: so large a number has lost them", false,
               "A large floating-point number has as many digits as a small one."}},
          ""};
}

}  // namespace softmax::lessons
