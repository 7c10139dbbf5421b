// Rows of a million logits, random and adversarial: the exponentials, the normalizer and every
// probability, shifted and unshifted, hold the oracle's, and no radius is above 2^-110.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <iostream>
#include <limits>
#include <vector>

#include "engine/trace.hpp"
#include "tests/engine/oracle_long_row.hpp"
#include "tests/engine/random.hpp"

namespace softmax {
namespace {

using oracle::LongRow;
using oracle::Truth;

constexpr std::uint64_t seed = 20210406;
constexpr int million = 1'000'000;
constexpr double infinity = std::numeric_limits<double>::infinity();

struct Figures {
  std::size_t enclosures = 0;
  std::size_t zeros = 0;  ///< probabilities of exactly zero: masks
  std::size_t kept = 0;   ///< probabilities kept as their logarithms
  std::size_t above = 0;  ///< probabilities above 1e-300
  double worst = 0;       ///< relative radius of those
};

template <class TruthOf>
void take_row(const CertifiedRow& row, const TruthOf& truth_of, Figures& figures) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    const Truth truth = truth_of(i);
    const Certified c = row[i];
    if (!encloses(c, truth)) {
      FAIL("element " << i << ": " << c.decimal(40).digits << " misses " << truth.text());
    }
  }
  figures.enclosures += row.size();
}

void take_radii(const CertifiedRow& probabilities, Figures& figures) {
  for (const Certified p : probabilities) {
    figures.zeros += p.zero() ? 1U : 0U;
    figures.kept += p.finite() ? 0U : 1U;
    // Surely not above: a midpoint alone says nothing where the radius is large.
    if (!p.finite() || (p - Certified(1e-300)).sign() == -1) { continue; }
    ++figures.above;
    figures.worst = std::max(figures.worst, p.relative_radius());
  }
}

void take_run(const Run& run, const LongRow& row, Figures& figures) {
  const bool shifted = run.algorithm == Algorithm::shifted;
  for (const StageRow& held : run.stages) {
    const auto take = [&](const auto& truth) { take_row(held.reference, truth, figures); };
    if (held.step.stage == Stage::exponentiate) {
      take([&](std::size_t i) { return shifted ? row.shifted(i) : row.unshifted(i); });
    } else if (held.step.stage == Stage::sum) {
      take([&](std::size_t) { return shifted ? row.sum() : row.unshifted_sum(); });
    } else if (held.step.stage == Stage::divide) {
      take([&](std::size_t i) { return row.probability(i); });
      take_radii(held.reference, figures);
    }
  }
}

void take_logits(const std::vector<double>& z, const std::string& temperature) {
  CAPTURE(seed);
  std::vector<Given> logits;
  for (const double x : z) { logits.push_back(Given::from_double(x)); }
  const Format format = parse_format("binary64");
  const Trace t = trace(std::move(logits),
                        {{format}, format, SumOrder::pairwise, Given::from_text(temperature)},
                        std::array{Algorithm::shifted, Algorithm::unshifted});
  const LongRow row(z, t.temperature);
  Figures f;
  for (const Run& run : t.runs) { take_run(run, row, f); }
  std::cout << fmt::format(
      "seed {}: {} logits, T = {}, shifted and unshifted: {} enclosures; of the probabilities {} "
      "are zero, {} kept as logarithms, {} above 1e-300, their worst relative radius 2^{:.2f}\n",
      seed, z.size(), temperature, f.enclosures, f.zeros, f.kept, f.above, std::log2(f.worst));
  CHECK(f.worst > 0);
  CHECK(f.worst <= 0x1p-110);
}

/// Below a maximum of subnormal size: gaps from 1e-300 to 1e308, subnormals, equals, and masks:
/// -inf and binary32's lowest number, of which many are equal and beyond the range of exp.
double adversarial(Random& random) {
  switch (random.whole(0, 7)) {
    case 0:
      return 0x1p-1074 * static_cast<double>(random.whole(-20, 20));
    case 1:
      return 0;
    case 2:
      return -1.5;
    case 3:
      return random.coin() ? -infinity : -0x1.fffffep127;
    case 4:
      return -random.between(600, 800);
    default:
      return -std::pow(10.0, random.between(-300, 308));
  }
}

}  // namespace

TEST_CASE("a million logits from -30 to 30 hold the oracle's", "[sweep]") {
  Random random(seed);
  std::vector<double> z(million);
  for (double& x : z) { x = random.between(-30, 30); }
  take_logits(z, "1");
}

TEST_CASE("a million adversarial logits hold the oracle's", "[sweep]") {
  Random random(seed);
  std::vector<double> z(million);
  for (double& x : z) { x = adversarial(random); }
  z.front() = -1e308;
  z.back() = -1e-300;
  REQUIRE(Alike(z).groups(million) < million / 2);  // equals are added as products
  take_logits(z, "0.7");
}

}  // namespace softmax
