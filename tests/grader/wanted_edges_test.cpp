// Which numbers are accepted at the edges of a format: overflow, subnormals, zero.

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>

#include "tests/grader/wanted_numbers.hpp"

namespace softmax::grader {

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

}  // namespace softmax::grader
