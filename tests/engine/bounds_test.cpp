// The bounds of rows that can be worked out by hand, what was measured beside them, and their text.

#include "engine/bounds.hpp"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "engine/errors.hpp"
#include "tests/engine/bounds_of.hpp"
#include "tests/engine/random.hpp"

using namespace softmax;

namespace {

/// bounds.hpp promises n 2^-50 of the value; a decimal below is rounded to 2^-53 of itself.
bool close(double in_u, double by_hand, double n) {
  return std::fabs(in_u - by_hand) <= (n + 1) * 0x1p-50 * by_hand;
}

}  // namespace

TEST_CASE("each theorem's formula on 3, 1, 0, -2") {
  // ln(1 + e^-2 + e^-3 + e^-5) = 0.1755..., so that y = 3.1755... and z_min - y = -5.1755...
  const double log_sum = 0.17551536261671455520;
  const double y = 3 + log_sum;
  const double farthest = 5 + log_sum;
  const std::vector<std::string> logits = {"3", "1", "0", "-2"};
  const auto in_u = [&](Algorithm algorithm) {
    const Bound bound = bounds_of(logits, algorithm)[0];
    REQUIRE(bound.name == "normwise");
    REQUIRE(bound.applies);
    return bound.in_u.value();
  };
  CHECK(in_u(Algorithm::unshifted) == 4 + 3);
  CHECK(close(in_u(Algorithm::unshifted_division_free), y + farthest + 4 + 2, 4));
  CHECK(in_u(Algorithm::shifted) == 4 + 2 + 2 * 5);
  CHECK(close(in_u(Algorithm::division_free), 1 + farthest + (y + 4 + 2), 4));
}

TEST_CASE("y is taken by its size where it is negative") {
  // y = ln(2 e^-3) = ln 2 - 3; |z_i - y| = ln 2; y + n - z_min = ln 2 + 2.
  const double ln2 = 0.69314718055994530942;
  const std::vector<std::string> logits = {"-3", "-3"};
  const double free = bounds_of(logits, Algorithm::unshifted_division_free)[0].in_u.value();
  CHECK(close(free, (3 - ln2) + ln2 + 2 + 2, 2));
  const double shifted = bounds_of(logits, Algorithm::division_free)[0].in_u.value();
  CHECK(close(shifted, 1 + ln2 + (ln2 + 2), 2));
}

TEST_CASE("each bound names its theorem and formula") {
  const auto bound = [](Algorithm algorithm) { return bounds_of({"1", "0"}, algorithm)[0]; };
  const std::string paper = "Blanchard, Higham and Higham 2021, theorem ";
  CHECK(bound(Algorithm::unshifted).theorem == paper + "3.3");
  CHECK(bound(Algorithm::unshifted).formula == "n + 3");
  CHECK(bound(Algorithm::unshifted_division_free).theorem == paper + "3.4");
  CHECK(bound(Algorithm::unshifted_division_free).formula == "|y| + max |z_i - y| + n + 2");
  CHECK(bound(Algorithm::shifted).theorem == paper + "4.3");
  CHECK(bound(Algorithm::shifted).formula == "n + 2 + 2 (z_max - z_min)");
  CHECK(bound(Algorithm::division_free).theorem == paper + "4.4");
  CHECK(bound(Algorithm::division_free).formula == "1 + max |z_i - y| + |y + n - z_min|");
}

TEST_CASE("the error is measured in u, against the bound") {
  // 1/3 is 11184811 * 2^-25 in binary32, that is (1/3) (1 + 2^-25): an error of u/2.
  for (const Bound& bound : bounds_of({"0", "0", "0"}, Algorithm::unshifted)) {
    const double in_u = bound.name == "normwise" ? 3 + 3 : 2 + 2 + 1;
    CHECK(bound.in_u == in_u);
    CHECK(bound.relative == in_u * 0x1p-24);
    CHECK(bound.measured_in_u == 0.5);
    CHECK(bound.ratio == 0.5 / in_u);
    CHECK_FALSE(bound.vacuous);
  }
}

TEST_CASE(
    "a normwise error is relative to the largest probability, a componentwise one to its own") {
  // Each bound says where it was measured: there the trace's own error must give it.
  const Trace t = trace_of({"5", "1.5", "-1.25", "0.3"}, Algorithm::shifted);
  const StageRow& last = t.runs[0].stages.back();
  const auto share = [&](std::size_t i) {
    return last.reference[i].approximate() / last.reference[0].approximate();
  };
  const std::vector<Bound> found = bounds(t.runs[0], t);
  double largest = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const double error = relative_error_in_u(last, i, t.format()).value();
    largest = std::fmax(largest, error * share(i));
    if (i == found[1].element) { CHECK(found[1].measured_in_u == error); }
  }
  CHECK(found[0].measured_in_u == largest);
  CHECK(found[0].measured_in_u.value() < found[1].measured_in_u.value());
}

TEST_CASE("a bound of 1 or more is vacuous") {
  // e4m3fn has u = 1/16: theorem 3.3 gives (12 + 3)/16 and (13 + 3)/16.
  Settings settings{{parse_format("e4m3fn")}, parse_format("e4m3fn")};
  const auto of_zeros = [&](std::size_t n) {
    return bounds_of(std::vector<std::string>(n, "0"), Algorithm::unshifted, settings)[0];
  };
  CHECK_FALSE(of_zeros(12).vacuous);
  CHECK(of_zeros(12).relative == 15.0 / 16);
  CHECK(of_zeros(13).vacuous);
  CHECK(of_zeros(13).relative == 1);
}

TEST_CASE("the text of a bound has six digits, rounded up") {
  CHECK(bound_text(5) == "5");
  CHECK(bound_text(0.1) == "0.1");
  CHECK(bound_text(1869.1234) == "1869.13");
  CHECK(bound_text(4.0000001) == "4.00001");
  CHECK(bound_text(999999.5) == "1e+06");
  CHECK(bound_text(1234567) == "1.23457e+06");
  CHECK(bound_text(1.2345601e-7) == "1.23457e-07");
}

TEST_CASE("the text of a bound is never below it, nor above it by more than its last digit") {
  constexpr std::uint64_t seed = 4;
  CAPTURE(seed);
  Random random(seed);
  for (int i = 0; i < 10'000; ++i) {
    const double bound = std::fabs(random.spread(-300, 300));
    CAPTURE(bound, bound_text(bound));
    const double shown = std::stod(bound_text(bound));
    REQUIRE(shown >= bound * (1 - 0x1p-48));      // the bound is no sharper than that itself
    REQUIRE(shown <= bound * (1 + 1.000001e-5));  // one unit of six digits, at most
  }
}
