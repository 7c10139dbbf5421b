// Where no bound applies, and the words for it.

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "tests/engine/bounds_of.hpp"

using namespace softmax;

namespace {

using Logits = std::vector<std::string>;

Settings in(const char* format) { return {{parse_format(format)}, parse_format(format)}; }

/// Why the normwise and the componentwise bound do not apply; "" where one does.
std::array<std::string, 2> why_not(const Logits& logits, Algorithm algorithm,
                                   const Settings& settings = {}) {
  const std::vector<Bound> found = bounds_of(logits, algorithm, settings);
  REQUIRE(found.size() == 2);
  return {found[0].why_not, found[1].why_not};
}

/// Trouble with the numbers themselves, which no bound survives.
void check_both(const std::array<std::string, 2>& why, const std::string& wanted) {
  CHECK(why[0] == wanted);
  CHECK(why[1] == wanted);
}

}  // namespace

TEST_CASE("a theorem says what it does not speak of, while the componentwise bound applies") {
  const Logits logits = {"1", "0"};
  Settings settings;
  settings.temperature = Given::from_text("2");
  CHECK(why_not(logits, Algorithm::shifted, settings)[0] == "the theorem speaks of T = 1");
  CHECK(why_not(logits, Algorithm::shifted, settings)[1].empty());

  for (const SumOrder order : {SumOrder::pairwise, SumOrder::compensated}) {
    settings = {};
    settings.order = order;
    CHECK(why_not(logits, Algorithm::shifted, settings)[0] ==
          "the theorem speaks of sequential sums");
    CHECK(why_not(logits, Algorithm::shifted, settings)[1].empty());
  }
  settings.order = SumOrder::reverse;
  CHECK(why_not(logits, Algorithm::shifted, settings)[0].empty());

  settings = {};
  settings.accumulator = parse_format("binary64");
  CHECK(why_not(logits, Algorithm::shifted, settings)[0] ==
        "the theorem sums in the working format, not in binary64");
  CHECK(why_not(logits, Algorithm::shifted, settings)[1].empty());

  settings = {};
  settings.arithmetic.exp = ExpSource::libm;
  CHECK(why_not(logits, Algorithm::shifted, settings)[0] ==
        "the theorem takes an exp that errs by at most u");
  CHECK(why_not(logits, Algorithm::shifted, settings)[1].empty());
}

TEST_CASE("online has the componentwise bound alone, at T = 1") {
  Settings settings;
  CHECK(bounds_of({"1", "0"}, Algorithm::online).size() == 1);
  CHECK(bounds_of({"1", "0"}, Algorithm::online)[0].applies);
  settings.temperature = Given::from_text("2");
  CHECK(bounds_of({"1", "0"}, Algorithm::online, settings)[0].why_not == "it is proved for T = 1");
}

TEST_CASE("logarithms have no relative bound") {
  CHECK(bounds_of({"1", "0"}, Algorithm::log_softmax).empty());
  CHECK(bounds_of({"1", "0"}, Algorithm::log_sum_exp).empty());
}

TEST_CASE("over- and underflow are named with their stage and element") {
  const auto relative = [](const std::string& what) { return what + ": no relative bound"; };
  check_both(why_not({"1", "1000"}, Algorithm::unshifted),
             relative("overflow at exponentiate, element 1"));
  check_both(why_not({"88.5", "88.5"}, Algorithm::unshifted), relative("overflow at sum"));
  check_both(why_not({"6", "6"}, Algorithm::unshifted, in("e4m3fn")),  // a NaN, in e4m3fn
             relative("overflow at sum"));
  check_both(why_not({"0", "-90"}, Algorithm::shifted),  // e^-90 is subnormal
             relative("underflow at exponentiate, element 1"));
  check_both(why_not({"0", "-200"}, Algorithm::shifted),  // and this is 0
             relative("underflow at exponentiate, element 1"));
  check_both(why_not({"5", "-5"}, Algorithm::unshifted, in("binary16")),  // 0.0067/148 < 2^-14
             relative("underflow at divide, element 1"));
  // 0.5 + 0.625 is 1.125, and its logarithm below 2^-2.
  check_both(why_not({"-0.6875", "-0.46875"}, Algorithm::unshifted_division_free, in("4,-2,4")),
             relative("underflow at log"));
}

TEST_CASE("a scaled logit may underflow, and the sum of a narrow accumulator over- or underflow") {
  Settings settings = in("binary16");
  settings.temperature = Given::from_text("100");
  check_both({why_not({"1", "0.001"}, Algorithm::unshifted, settings)[1],
              why_not({"0", "0.001"}, Algorithm::unshifted, settings)[1]},
             "underflow at scale, element 1: no relative bound");

  settings = in("binary32");
  settings.accumulator = parse_format("binary16");
  CHECK(why_not({"0", "-12"}, Algorithm::shifted, settings)[1] ==
        "underflow in the accumulator, addend 1: no relative bound");
  CHECK(why_not({"12", "0"}, Algorithm::unshifted, settings)[1] ==
        "overflow at sum: no relative bound");
}

TEST_CASE("a mask is no underflow, but a row of masks has no probabilities") {
  CHECK(why_not({"1", "-inf"}, Algorithm::shifted)[0].empty());
  check_both(why_not({"-inf", "-inf"}, Algorithm::shifted), "every logit is masked");
}

TEST_CASE("where a bound does not apply it says nothing else") {
  for (const Bound& bound : bounds_of({"1", "1000"}, Algorithm::unshifted)) {
    CHECK_FALSE(bound.applies);
    CHECK_FALSE(bound.in_u.has_value());
    CHECK_FALSE(bound.relative.has_value());
    CHECK_FALSE(bound.measured_in_u.has_value());
    CHECK_FALSE(bound.ratio.has_value());
    CHECK_FALSE(bound.vacuous);
  }
}
