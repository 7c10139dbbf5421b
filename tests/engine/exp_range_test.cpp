// Where e^x leaves a format: beside each end the format itself says on which side one is.

#include "engine/exp_range.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>

#include "tests/engine/lesson.hpp"

namespace softmax {
namespace {

/// e^(x + step), rounded once to the format.
double exp_beside(const Certified& x, double step, const Format& format) {
  return exp(x + Certified(step)).round_to(format).value();
}

TEST_CASE("each end of exp's range is where its rounding changes") {
  constexpr double step = 0x1p-60;
  for (const char* name : {"e4m3fn", "e5m2", "bfloat16", "binary16", "binary32", "binary64",
                           "4,-3,4", "2,-1,1", "24,-450,450"}) {
    const Format format = parse_format(name);
    const ExpRange ends = exp_range(format);
    CAPTURE(name);
    CHECK(exp_beside(ends.zero, -step, format) == 0);
    CHECK(exp_beside(ends.zero, step, format) == smallest_subnormal(format));
    CHECK(exp(ends.subnormal - Certified(step)) < Certified(smallest_normal(format)));
    CHECK(exp(ends.subnormal + Certified(step)) > Certified(smallest_normal(format)));
    CHECK(exp_beside(ends.overflow, -step, format) == format.largest);
    CHECK(!std::isfinite(exp_beside(ends.overflow, step, format)));
  }
}

TEST_CASE("the facts of a format are told as JSON") {
  const std::string json = format_json(parse_format("binary16"));
  CHECK(json.find(R"("format": "binary16", "bits": 16, "precision": 11)") != std::string::npos);
  CHECK(json.find(R"("smallest_normal": 6.103515625e-05, "largest": 65504)") != std::string::npos);
  CHECK(json.find(R"("overflow": "inf")") != std::string::npos);
  CHECK(format_json(parse_format("e4m3fn")).find(R"("overflow": "nan")") != std::string::npos);
}

}  // namespace
}  // namespace softmax
