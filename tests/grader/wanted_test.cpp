// Which numbers are accepted, at the very edges of what is allowed.

#include "grader/wanted.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>

namespace softmax::grader {
namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double largest = std::numeric_limits<float>::max();
constexpr double smallest = std::numeric_limits<float>::denorm_min();
constexpr double normal = std::numeric_limits<float>::min();
/// 2^128 (1 - 2^-25), half a step above the largest float: from here on a sum is infinite.
constexpr double overflow = 0x1.ffffffp127;

bool in_float(const Wanted& wanted, double computed) {
  return accepts(wanted, computed, binary32());
}

double next(double x, double goal) {
  return std::nextafter(static_cast<float>(x), static_cast<float>(goal));
}

/// A third: no float and no double.
Certified third() { return Certified(1.0) / Certified(3.0); }

}  // namespace

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

TEST_CASE("with no tolerance the two numbers beside the reference are accepted, and no third") {
  for (const Format* format : {&binary32(), &binary64()}) {
    for (const double sign : {1.0, -1.0}) {
      const Wanted wanted = near(Certified(sign) * third(), 0);
      const bool is_float = format == &binary32();
      const auto step = [&](double x, double goal) {
        return is_float ? next(x, goal) : std::nextafter(x, goal);
      };
      const double nearest = sign * (is_float ? double{1.0F / 3.0F} : 1.0 / 3.0);
      // Which side the nearest lies on, its own format's arithmetic tells: 3 x - 1, exactly.
      const double other = step(nearest, std::fma(3, nearest, -sign) > 0 ? -inf : inf);
      CHECK(accepts(wanted, nearest, *format));
      CHECK(accepts(wanted, other, *format));
      CHECK_FALSE(accepts(wanted, step(other, other > nearest ? inf : -inf), *format));
      CHECK_FALSE(accepts(wanted, step(nearest, other > nearest ? -inf : inf), *format));
    }
  }
  // Of a reference that is a number of the format, those beside it are other numbers.
  CHECK(in_float(near(Certified(1.0), 0), 1));
  CHECK_FALSE(in_float(near(Certified(1.0), 0), next(1, 2)));
  CHECK_FALSE(in_float(near(Certified(1.0), 0), next(1, 0)));
}

TEST_CASE("at the overflow threshold a reference wants infinity, just below it the largest float") {
  for (const double sign : {1.0, -1.0}) {
    const Wanted at = near(Certified(sign * overflow), 0);
    CHECK(in_float(at, sign * inf));
    CHECK_FALSE(in_float(at, sign * largest));
    CHECK_FALSE(in_float(at, -sign * inf));
    const Wanted below = near(Certified(sign * std::nextafter(overflow, 0)), 0);
    CHECK(in_float(below, sign * largest));
    CHECK_FALSE(in_float(below, sign * inf));
    CHECK_FALSE(in_float(below, nan));
  }
}

TEST_CASE("infinity is as good as a number only where the tolerance reaches the threshold") {
  const Certified reference(largest * (1 - 0x1p-20));
  CHECK(in_float(near(reference, 0x1p-19), inf));
  CHECK(in_float(near(reference, 0x1p-19), largest));
  CHECK_FALSE(in_float(near(reference, 0x1p-21), inf));
  CHECK_FALSE(in_float(near(reference, 0x1p-19), -inf));
  CHECK(in_float(near(-reference, 0x1p-19), -inf));
  CHECK_FALSE(in_float(near(-reference, 0x1p-19), inf));
  // And a number is as good as infinity likewise.
  CHECK(in_float(near(Certified(overflow), 0x1p-24), largest));
  CHECK_FALSE(in_float(near(Certified(overflow), 0x1p-26), largest));
}

TEST_CASE("the largest float is beside a reference between it and the one before it") {
  const double before = next(largest, 0);
  for (const double sign : {1.0, -1.0}) {
    for (const double part : {0.25, 0.5, 0.75}) {
      CAPTURE(sign, part);
      const Wanted wanted = near(Certified(sign * (before + part * (largest - before))), 0);
      CHECK(in_float(wanted, sign * before));
      CHECK(in_float(wanted, sign * largest));
      CHECK_FALSE(in_float(wanted, sign * next(before, 0)));
      CHECK_FALSE(in_float(wanted, sign * inf));
    }
  }
}

TEST_CASE("below the normal range the two numbers beside the reference do") {
  const Certified two_and_a_bit(2.25 * smallest);
  for (const double steps : {2.0, 3.0}) {
    CHECK(in_float(near(two_and_a_bit, 0), steps * smallest));
  }
  for (const double steps : {0.0, 1.0, 4.0, -2.0}) {
    CHECK_FALSE(in_float(near(two_and_a_bit, 0), steps * smallest));
  }
  CHECK(in_float(near(Certified(normal) - Certified(smallest / 4), 0), normal));
  CHECK(in_float(near(Certified(normal) - Certified(smallest / 4), 0), normal - smallest));
}

TEST_CASE("what underflows may be zero or the smallest number of its sign") {
  for (const double sign : {1.0, -1.0}) {
    for (const double size : {0.75, 0.25, 1e-30}) {
      const Wanted wanted = near(Certified(sign * size) * Certified(smallest), 1e-6);
      CHECK(in_float(wanted, 0.0));
      CHECK(in_float(wanted, sign * smallest));
      CHECK_FALSE(in_float(wanted, 2 * sign * smallest));
      CHECK_FALSE(in_float(wanted, -sign * smallest));
    }
  }
}

TEST_CASE("zero wants zero: it has no neighbours that are as good") {
  CHECK(in_float(near(Certified(), 1e-3), 0.0));
  CHECK(in_float(near(Certified(), 1e-3), -0.0));
  CHECK_FALSE(in_float(near(Certified(), 1e-3), smallest));
  CHECK_FALSE(in_float(near(Certified(), 1e-3), -smallest));
  CHECK_FALSE(accepts(near(Certified(), 1e-3), smallest / 2, binary64()));
}

TEST_CASE("a tolerance in ulp counts steps of the format, subnormal ones too") {
  const Wanted wanted = near_in_ulp(Certified(10 * smallest), 2, binary32());
  for (const double steps : {8.0, 10.0, 12.0}) { CHECK(in_float(wanted, steps * smallest)); }
  for (const double steps : {7.0, 13.0}) { CHECK_FALSE(in_float(wanted, steps * smallest)); }
  CHECK(accepts(near_in_ulp(Certified(1.0), 2, binary64()), 1 + 0x1p-51, binary64()));
  CHECK_FALSE(accepts(near_in_ulp(Certified(1.0), 2, binary64()), 1 + 0x1.8p-51, binary64()));
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
