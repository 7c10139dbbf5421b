// What two runs may differ by: the formulas by hand, and seeded pairs of runs that keep to them.

#include "engine/compare_bound.hpp"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "engine/compare_difference.hpp"
#include "tests/engine/compare_question.hpp"
#include "tests/engine/random.hpp"

namespace softmax {
namespace {

TEST_CASE("The bound of a run is its formula at its numbers") {
  const std::array logits = {3.0, 1.0, -1.0};
  const Spread s = spread_of(logits, 1);
  REQUIRE(s.n == 3);
  REQUIRE(s.range == 4);
  REQUIRE(s.magnitude == 3);
  REQUIRE(run_bound(Algorithm::shifted, Scaling::none, s) == 3 + 2 + 2 * 4);  // Theorem 4.3
  REQUIRE(run_bound(Algorithm::unshifted, Scaling::none, s) == 3 + 3);        // Theorem 3.3
  REQUIRE(run_bound(Algorithm::online, Scaling::none, s) == 9 + 2 + 4 * 4);
  REQUIRE(run_bound(Algorithm::log_softmax, Scaling::none, s) == 3 + 2 * 4 + std::log(3.0));
  REQUIRE(formula(Algorithm::shifted, Scaling::none) == "n + 2 + 2 range");
  REQUIRE(formula(Algorithm::unshifted, Scaling::none) == "n + 3");
}

TEST_CASE("The division by T costs two roundings first, and the logits' size last") {
  const std::array logits = {3.0, 1.0, -1.0};
  const Spread s = spread_of(logits, 0.5);
  REQUIRE(s.range == 8);
  REQUIRE(s.magnitude == 6);
  REQUIRE(run_bound(Algorithm::shifted, Scaling::subtract_first, s) == 3 + 2 + 4 * 8);
  REQUIRE(run_bound(Algorithm::shifted, Scaling::scale_first, s) == 3 + 2 + 2 * 8 + 4 * 6);
  REQUIRE(run_bound(Algorithm::unshifted, Scaling::scale_first, s) == 3 + 3 + 2 * 6);
  REQUIRE(formula(Algorithm::shifted, Scaling::scale_first) == "n + 2 + 2 range + 4 max|z|/T");
}

TEST_CASE("Masked logits are in no spread") {
  const double infinity = std::numeric_limits<double>::infinity();
  const std::array logits = {-infinity, -5.0, -7.0};
  const Spread s = spread_of(logits, 1);
  REQUIRE(s.n == 2);
  REQUIRE(s.range == 2);
  REQUIRE(s.magnitude == 7);
}

TEST_CASE("Nothing is allowed where the normalizer is no positive number, or all is") {
  const Format single = parse_format("binary32");
  const Spread s{3, 2, 2};
  for (const double bad : {0.0, std::numeric_limits<double>::infinity(), std::nan("")}) {
    REQUIRE_FALSE(allowance(Algorithm::shifted, Scaling::none, s, single, single, bad));
  }
  const Format fp8 = parse_format("e5m2");
  REQUIRE(allowance(Algorithm::shifted, Scaling::none, s, fp8, fp8, 1.5)->vacuous);
  const auto allowed = allowance(Algorithm::shifted, Scaling::none, s, single, single, 1.5);
  REQUIRE(allowed->in_u == 2 * (3 + 2 + 2 * 2));
  REQUIRE_FALSE(allowed->vacuous);
}

/// The largest |a - b| over what is allowed, of two runs that differ in their sums.
double worst_ratio(Random& random, Algorithm algorithm, const std::string& format) {
  Settings one = settings_in(format);
  Settings other = one;
  other.order =
      random.any_of(std::array{SumOrder::reverse, SumOrder::pairwise, SumOrder::compensated});
  other.arithmetic.exp = ExpSource::libm;
  const double temperature = random.coin() ? 1 : random.between(0.3, 3);
  one.temperature = other.temperature = Given::from_double(temperature);
  one.temperature_order = other.temperature_order =
      random.coin() ? TemperatureOrder::subtract_first : TemperatureOrder::scale_first;
  std::vector<double> logits;
  const auto n = random.whole(2, 40);
  while (std::ssize(logits) < n) { logits.push_back(random.between(-4, 4)); }
  const std::vector<double> held = hold_logits(exactly(logits), one.arithmetic.format);
  const double T = hold_temperature(one.temperature, one.arithmetic.format);
  const Scaling scaling = T == 1 ? Scaling::none
                          : one.temperature_order == TemperatureOrder::subtract_first
                              ? Scaling::subtract_first
                              : Scaling::scale_first;
  const auto allowed = allowance(algorithm, scaling, spread_of(held, T), one.arithmetic.format,
                                 one.arithmetic.format, 1);
  if (allowed->vacuous) { return 0; }
  const std::vector<double> a = outputs_of(algorithm, exactly(logits), one);
  std::reverse(logits.begin(),
               logits.end());  // for online, the order of the row is that of the sum
  std::vector<double> b = outputs_of(algorithm, exactly(logits), other);
  std::reverse(b.begin(), b.end());
  double worst = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    worst = std::max(
        worst, std::fabs(a[i] - b[i]) / (allowed->relative * std::fabs(a[i]) + allowed->absolute));
  }
  return worst;
}

TEST_CASE("Runs that differ in their sums alone differ by no more than is allowed") {
  constexpr std::uint64_t seed = 72;
  Random random(seed);
  CAPTURE(seed);
  for (const Algorithm algorithm : all_algorithms) {
    double worst = 0;
    for (int trial = 0; trial < 300; ++trial) {
      const double ratio = worst_ratio(random, algorithm, trial % 2 == 0 ? "binary16" : "binary32");
      CAPTURE(name(algorithm), trial);
      REQUIRE(ratio <= 1);
      worst = std::max(worst, ratio);
    }
    CAPTURE(name(algorithm), worst);
    CHECK(worst > 1.0 / 100);  // a bound that nothing comes near would pass anything
  }
}

}  // namespace
}  // namespace softmax
