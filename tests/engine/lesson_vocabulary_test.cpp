// "With 128,000 classes all at 0, a top logit of 10 only gets ~15 %": 14.6818 %.

#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "tests/engine/lesson.hpp"

namespace softmax {
namespace {

/// The top logit of 10 comes first: where it comes decides what a sequential sum loses.
std::vector<Given> vocabulary() {
  std::vector<double> logits(128'000, 0.0);
  logits.front() = 10;
  return numbers(logits);
}

double top(Algorithm algorithm, const std::string& format, SumOrder order = SumOrder::sequential) {
  static const std::vector<Given> logits = vocabulary();
  Settings settings = in(format);
  settings.order = order;
  return 100 * probabilities(algorithm, logits, settings).front();
}

std::string percent(double value, int decimals) { return fmt::format("{:.{}f}", value, decimals); }

}  // namespace

TEST_CASE("a logit of 10 above 127,999 zeros has 14.6818 % in truth") {
  // p = e^10 / (e^10 + 127,999)
  const Certified e10 = exp(Certified(10.0));
  const Certified p = e10 / (e10 + Certified(127'999.0));
  CHECK(p.decimal(6).digits == "0.146818");
  const Trace t = trace(vocabulary(), in("binary64"), std::array{Algorithm::shifted});
  CHECK(agree(t.runs[0].stages.back().reference.front(), p));
}

TEST_CASE("binary32 with the shift and a sequential sum says 14.704 %, binary64 14.682 %") {
  CHECK(percent(top(Algorithm::shifted, "binary32"), 3) == "14.704");
  CHECK(percent(top(Algorithm::online, "binary32"), 3) == "14.704");
  CHECK(percent(top(Algorithm::shifted, "binary64"), 4) == "14.6818");
}

TEST_CASE("unshifted binary32 is right: all its addends but one are ones") {
  CHECK(percent(top(Algorithm::unshifted, "binary32"), 4) == "14.6818");
}

TEST_CASE("binary16, bfloat16 and fp8 give the top logit everything, or lose it in a NaN") {
  for (const char* format : {"e4m3fn", "e5m2", "bfloat16", "binary16"}) {
    CAPTURE(format);
    CHECK(top(Algorithm::shifted, format) == 100);
    CHECK(top(Algorithm::online, format) == 100);
  }
  for (const char* format : {"e5m2", "bfloat16", "binary16"}) {
    CAPTURE(format);
    CHECK(top(Algorithm::unshifted, format) == 100);
  }
  CHECK(std::isnan(top(Algorithm::unshifted, "e4m3fn")));  // e^10 is above 448
}

TEST_CASE("it is the order of the sum that loses the others: pairwise finds them") {
  CHECK(percent(top(Algorithm::shifted, "binary16", SumOrder::pairwise), 1) == "14.7");
  CHECK(percent(top(Algorithm::shifted, "bfloat16", SumOrder::pairwise), 1) == "14.6");
  CHECK(percent(top(Algorithm::shifted, "binary32", SumOrder::pairwise), 4) == "14.6818");
  CHECK(percent(top(Algorithm::shifted, "e5m2", SumOrder::pairwise), 1) == "15.6");
  // Small ones first, as reverse takes them here, is better than large first, and not good.
  CHECK(percent(top(Algorithm::shifted, "binary16", SumOrder::reverse), 1) == "88.9");
  CHECK(percent(top(Algorithm::shifted, "bfloat16", SumOrder::reverse), 1) == "98.4");
}

TEST_CASE("where the format reaches that far only at the sum, pairwise unshifted is silently 0") {
  CHECK(top(Algorithm::unshifted, "binary16", SumOrder::pairwise) == 0);  // 127,999 > 65,504
  CHECK(top(Algorithm::unshifted, "e5m2", SumOrder::pairwise) == 0);
}

}  // namespace softmax
