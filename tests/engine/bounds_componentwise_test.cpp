// The componentwise bound, term by term, on the logits 1 and 0: p = 0.7310..., 0.2689..., and
// with w = (0, 1) E = 0.2689..., ln S = 0.3132..., y = 1.3132...

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "tests/engine/bounds_of.hpp"

using namespace softmax;

namespace {

constexpr double p_0 = 0.73105857863000487925;
constexpr double p_1 = 0.26894142136999512075;
constexpr double log_sum = 0.31326168751822283405;  // ln(1 + e^-1), so that ln p_0 = -log_sum

const std::vector<std::string> one_zero = {"1", "0"};

Bound componentwise(const std::vector<std::string>& logits, Algorithm algorithm,
                    const Settings& settings = {}) {
  const Bound bound = bounds_of(logits, algorithm, settings).back();
  REQUIRE(bound.name == "componentwise");
  REQUIRE(bound.applies);
  return bound;
}

/// The bound is of whatever element it was measured at: by_hand holds that of each.
void check(const Bound& bound, const std::vector<double>& by_hand) {
  CAPTURE(bound.element, *bound.in_u);
  const double wanted = by_hand[bound.element];
  // bounds.hpp promises n 2^-50; n is 8 at most here.
  CHECK(std::fabs(*bound.in_u - wanted) <= 9 * 0x1p-50 * wanted);
}

Settings at_temperature(const std::string& text, TemperatureOrder order) {
  Settings settings;
  settings.temperature = Given::from_text(text);
  settings.temperature_order = order;
  return settings;
}

Settings summed(SumOrder order, const char* format, const char* accumulator) {
  Settings settings{{parse_format(format)}, parse_format(accumulator)};
  settings.order = order;
  return settings;
}

/// s of the unshifted algorithm on equal logits, whose bound is s + 2c + 1 = s + 3.
double s_of(const std::vector<std::string>& zeros, const Settings& settings) {
  return componentwise(zeros, Algorithm::unshifted, settings).in_u.value() - 3;
}

}  // namespace

TEST_CASE("w is what the shift rounds") {  // w_i + E + 2c + s + 1, with c = 1 and s = 1
  check(componentwise(one_zero, Algorithm::unshifted), {4, 4});
  check(componentwise(one_zero, Algorithm::shifted), {p_1 + 4, 1 + p_1 + 4});
}

TEST_CASE("division-free, the logarithm of the sum and that of p are rounded too") {
  // w_i + E + 2c + s + c |ln S| + |ln p_i|
  check(componentwise(one_zero, Algorithm::division_free),
        {p_1 + 3 + log_sum + log_sum, 1 + p_1 + 3 + log_sum + (1 + log_sum)});
  const double y = 1 + log_sum;
  check(componentwise(one_zero, Algorithm::unshifted_division_free),
        {3 + y + log_sum, 3 + y + (1 + log_sum)});
  // y = 1.31... - 2: it is its size that counts.
  check(componentwise({"-1", "-2"}, Algorithm::unshifted_division_free),
        {3 + (1 - log_sum) + log_sum, 3 + (1 - log_sum) + (1 + log_sum)});
}

TEST_CASE("online, each new maximum costs an exp and a product") {
  check(componentwise(one_zero, Algorithm::online), {p_1 + 4, 1 + p_1 + 4});
  check(componentwise({"0", "1"}, Algorithm::online), {1 + p_1 + 6, p_1 + 6});
  // n = 3, one new maximum, and E = p_0 = 1/(1 + 2e)
  const double p = 0.15536240349696361657;
  check(componentwise({"0", "1", "1", "-inf"}, Algorithm::online), {1 + p + 7, p + 7, p + 7});
}

TEST_CASE("a temperature adds the rounding of a division") {
  const auto first = TemperatureOrder::subtract_first;
  const auto after = TemperatureOrder::scale_first;
  const std::vector<std::string> two_zero = {"2", "0"};  // at T = 2 exponents 1 and 0
  // subtracted first, w_i = 2 (z_max - z_i)/T
  check(componentwise(two_zero, Algorithm::shifted, at_temperature("2", first)),
        {2 * p_1 + 4, 2 + 2 * p_1 + 4});
  // scaled first, |z_i|/T + (z_max - z_i)/T = 1 for both
  check(componentwise(two_zero, Algorithm::shifted, at_temperature("2", after)), {6, 6});
  // unshifted, |z_i|/T in either order
  check(componentwise(two_zero, Algorithm::unshifted, at_temperature("2", first)),
        {1 + p_0 + 4, p_0 + 4});
  const Bound negative =
      componentwise({"0", "-2"}, Algorithm::unshifted, at_temperature("2", first));
  check(negative, {p_1 + 4, 1 + p_1 + 4});
}

TEST_CASE("s is the constant of the order of summation") {
  const std::vector<std::string> zeros(8, "0");
  CHECK(s_of(zeros, summed(SumOrder::sequential, "binary32", "binary32")) == 7);
  CHECK(s_of(zeros, summed(SumOrder::reverse, "binary32", "binary32")) == 7);
  CHECK(s_of(zeros, summed(SumOrder::pairwise, "binary32", "binary32")) == 3);
  CHECK(s_of(std::vector<std::string>(5, "0"),
             summed(SumOrder::pairwise, "binary32", "binary32")) == 3);
  CHECK(s_of(zeros, summed(SumOrder::compensated, "binary16", "binary16")) == 2 + 64 * 0x1p-11);
}

TEST_CASE("an accumulator in another format has its own u, and one rounding more") {
  const std::vector<std::string> zeros(8, "0");
  // Wider, 7 u' and the normalizer is rounded to the format; narrower, the addends are to it.
  CHECK(s_of(zeros, summed(SumOrder::sequential, "binary16", "binary32")) == 7 * 0x1p-13 + 1);
  CHECK(s_of(zeros, summed(SumOrder::sequential, "binary16", "bfloat16")) == 7 * 8 + 8);
}

TEST_CASE("masks are no addends") {
  const std::vector<std::string> masked = {"0", "-inf", "0", "-inf", "-inf"};
  CHECK(s_of(masked, summed(SumOrder::sequential, "binary32", "binary32")) == 1);
  CHECK(s_of(masked, summed(SumOrder::pairwise, "binary32", "binary32")) == 1);
  CHECK(bounds_of(masked, Algorithm::unshifted)[0].in_u == 2 + 3);
}

TEST_CASE("libm's exp and log may err by twice as much") {
  Settings settings;
  settings.arithmetic.exp = ExpSource::libm;
  check(componentwise(one_zero, Algorithm::unshifted, settings), {6, 6});
  check(componentwise({"0", "1"}, Algorithm::online, settings), {1 + p_1 + 9, p_1 + 9});
  check(componentwise(one_zero, Algorithm::division_free, settings),
        {p_1 + 5 + 2 * log_sum + log_sum, 1 + p_1 + 5 + 2 * log_sum + (1 + log_sum)});
}
