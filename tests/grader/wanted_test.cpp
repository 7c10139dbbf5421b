// Which numbers are accepted: of rules, within tolerances, of each class.

#include "grader/wanted.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>

#include "tests/grader/wanted_numbers.hpp"

namespace softmax::grader {

TEST_CASE("the very number of a rule is accepted, and no other") {
  CHECK(in_float(exactly(nan), nan));
  CHECK(in_float(exactly(nan), -nan));
  for (const double other : {0.0, 1.0, inf, -inf}) { CHECK_FALSE(in_float(exactly(nan), other)); }
  for (const double sign : {1.0, -1.0}) {
    CHECK(in_float(exactly(sign * inf), sign * inf));
    for (const double other : {nan, -sign * inf, sign * largest}) {
      CHECK_FALSE(in_float(exactly(sign * inf), other));
    }
  }
  CHECK(in_float(exactly(0), 0.0));
  CHECK(in_float(exactly(0), -0.0));  // either zero
  CHECK_FALSE(in_float(exactly(0), smallest));
  CHECK_FALSE(in_float(exactly(0), nan));
  CHECK_FALSE(in_float(exactly(1), next(1, 2)));
}

TEST_CASE("NaN and infinity are never near a number, however wide the tolerance") {
  for (const double tolerance : {0.0, 1e-6, 1.0, 100.0}) {
    for (const double got : {nan, inf, -inf}) {
      CHECK_FALSE(in_float(near(Certified(1.0), tolerance), got));
      CHECK_FALSE(in_float(near(Certified(), tolerance), got));
    }
  }
}

TEST_CASE("what is undefined wants NaN, what is -inf wants -inf") {
  const Certified undefined = Certified() / Certified();
  for (const Wanted& wanted : {near(undefined, 1), near_in_ulp(undefined, 2, binary32())}) {
    CHECK(in_float(wanted, nan));
    for (const double other : {0.0, 1.0, inf, -inf}) { CHECK_FALSE(in_float(wanted, other)); }
  }
  for (const Wanted& wanted :
       {near(Certified(-inf), 1), near_in_ulp(Certified(-inf), 2, binary32())}) {
    CHECK(in_float(wanted, -inf));
    for (const double other : {nan, 0.0, inf, -largest}) { CHECK_FALSE(in_float(wanted, other)); }
  }
}

TEST_CASE("the tolerance is relative, ends where it says, and holds for negative numbers too") {
  constexpr double u = 0x1p-24;
  for (const double sign : {1.0, -1.0}) {
    const Wanted wanted = near(Certified(sign), 8 * u);  // four steps above 1, eight below
    CHECK(in_float(wanted, sign * (1 + 8 * u)));
    CHECK_FALSE(in_float(wanted, sign * (1 + 10 * u)));
    CHECK(in_float(wanted, sign * (1 - 8 * u)));
    CHECK_FALSE(in_float(wanted, sign * (1 - 9 * u)));
    CHECK_FALSE(in_float(wanted, -sign));
    CHECK_FALSE(in_float(near(Certified(sign * 1e-20), 8 * u), 0));  // no absolute part
  }
}

TEST_CASE("a double is judged by the steps of binary64") {
  const Wanted wanted = near(third(), 0x1p-52);
  CHECK(accepts(wanted, 1.0 / 3.0, binary64()));
  CHECK_FALSE(accepts(wanted, double{1.0F / 3.0F}, binary64()));
  CHECK(in_float(wanted, double{1.0F / 3.0F}));
  const Wanted huge = near(Certified(std::numeric_limits<double>::max()) * Certified(2.0), 0);
  CHECK(accepts(huge, inf, binary64()));
  CHECK_FALSE(accepts(huge, std::numeric_limits<double>::max(), binary64()));
}

TEST_CASE("a class is a word, and tells no number") {
  for (const auto& [number, word] :
       std::vector<std::pair<double, const char*>>{{nan, "nan"},
                                                   {inf, "inf"},
                                                   {-inf, "-inf"},
                                                   {-0.0, "zero"},
                                                   {smallest, "subnormal"},
                                                   {-smallest, "subnormal"},
                                                   {normal, "positive"},
                                                   {-normal, "negative"}}) {
    CHECK(outcome_class(number, binary32()) == word);
    CHECK(outcome_class(exactly(number), binary32()) == word);
  }
  CHECK(outcome_class(smallest, binary64()) == "positive");
  CHECK(outcome_class(near(Certified(overflow), 0), binary32()) == "inf");
  CHECK(outcome_class(near(Certified(smallest / 4), 0), binary32()) == "zero");
  CHECK(outcome_class(near(Certified() / Certified(), 0), binary32()) == "nan");
}

TEST_CASE("an error is told in ulp of the reference, without its sign, or not at all") {
  const Wanted wanted = near(Certified(1.0), 8 * 0x1p-24);
  CHECK(error_in_ulp(wanted, 1 + 3 * 0x1p-23, binary32()) == "3");
  CHECK(error_in_ulp(wanted, 1 - 3 * 0x1p-24, binary32()) == "1.5");
  CHECK(allowed_ulp(wanted, binary32()) == "4");
  CHECK(allowed_ulp(near_in_ulp(third(), 2, binary32()), binary32()) == "2");
  CHECK(error_in_ulp(wanted, nan, binary32()).empty());
  CHECK(error_in_ulp(wanted, inf, binary32()).empty());
  CHECK(error_in_ulp(exactly(nan), 1, binary32()).empty());
  CHECK(allowed_ulp(exactly(-inf), binary32()).empty());
}

}  // namespace softmax::grader
