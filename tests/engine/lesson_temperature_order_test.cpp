// Divide by T first, or subtract the maximum first? With logits near 500, subtract first.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "engine/errors.hpp"
#include "tests/engine/lesson.hpp"
#include "tests/engine/random.hpp"

namespace softmax {
namespace {

constexpr std::uint64_t seed = 1;

struct Worst {
  double scale_first = 0;
  double subtract_first = 0;
};

double largest_relative_error(const std::vector<Given>& logits, TemperatureOrder order) {
  Settings settings = in("binary32", "0.7");
  settings.temperature_order = order;
  const Trace t = trace(logits, settings, std::array{Algorithm::shifted});
  double worst = 0;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    const auto error = relative_error_in_u(t.runs[0].stages.back(), i, t.format());
    REQUIRE(error.has_value());
    worst = std::max(worst, *error);
  }
  return worst;
}

/// 20 rows of three logits, spread evenly over `width` around 500, as binary32 holds them.
Worst worst_of_rows(double width) {
  Random random(seed);
  Worst worst;
  for (int row = 0; row < 20; ++row) {
    std::vector<double> values(3);
    for (double& z : values) { z = 500 + width * (random.unit() - 0.5); }
    const std::vector<Given> logits = numbers(values);
    worst.scale_first =
        std::max(worst.scale_first, largest_relative_error(logits, TemperatureOrder::scale_first));
    worst.subtract_first = std::max(
        worst.subtract_first, largest_relative_error(logits, TemperatureOrder::subtract_first));
  }
  return worst;
}

}  // namespace

TEST_CASE("near 500 at T = 0.7 scaling first errs by 874 u, subtracting first by 16 u") {
  CAPTURE(seed);
  const Worst worst = worst_of_rows(20);
  CHECK(fmt::format("{:.0f}", worst.scale_first) == "874");
  CHECK(fmt::format("{:.0f}", worst.subtract_first) == "16");
}

TEST_CASE("the error of scaling first is that of rounding 500/0.7, whatever the spread") {
  // Rounding z/T near 714 errs by at most half an ulp of it: 2^-15 = 512 u, once for the element
  // and once for the others, on average: 1024 u at most. Subtracting first, (z_max - z)/T errs by
  // u of itself, twice (the quotient and, where the subtraction rounds, the difference).
  CAPTURE(seed);
  for (const double width : {1.0, 5.0, 20.0}) {
    CAPTURE(width);
    const Worst worst = worst_of_rows(width);
    CHECK(worst.scale_first > 256);
    CHECK(worst.scale_first < 1024 + 2 * width / 0.7 + 10);
    CHECK(worst.subtract_first < 4 * width / 0.7 + 10);
  }
}

}  // namespace softmax
