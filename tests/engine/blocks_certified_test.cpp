// The online softmax by blocks beside the online algorithm, and beside certified numbers.

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "engine/blocks.hpp"
#include "engine/certified.hpp"
#include "tests/engine/lesson.hpp"
#include "tests/engine/random.hpp"

namespace softmax {
namespace {

using Doubles = std::vector<double>;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::array masked_formats = {"e5m2", "bfloat16", "binary16", "binary32", "binary64"};

Blocks in_blocks(const Doubles& logits, std::size_t size, const std::string& format = "binary32") {
  return by_blocks(logits, size, Arithmetic{parse_format(format)});
}

bool same(const HeldStream& a, const HeldStream& b) {
  return a.max_logit == b.max_logit && a.normalizer == b.normalizer;
}

/// Logits no farther apart than 8: e^-8 is a normal number of every format here.
Doubles held_row(std::size_t n, const char* format, Random& random) {
  Doubles z(n);
  for (double& logit : z) {
    logit = round_to_format(random.between(-4, 4), parse_format(format));
    if (random.whole(0, 4) == 0) { logit = -infinity; }
  }
  return z;
}

/// Calls `trial` with rows of 1 to 20 logits held in any format with masks.
template <class Trial>
void take_rows(std::uint64_t seed, const Trial& trial) {
  CAPTURE(seed);
  Random random(seed);
  for (int i = 0; i < 300; ++i) {
    const char* format = random.any_of(masked_formats);
    const Doubles z = held_row(static_cast<std::size_t>(random.whole(1, 20)), format, random);
    CAPTURE(format, z);
    trial(z, format);
  }
}

}  // namespace

TEST_CASE("one block of all, and blocks of one logit, are the online algorithm bit for bit") {
  take_rows(311, [](const Doubles& z, const char* format) {
    const auto online = rows(Algorithm::online, numbers(z), in(format));
    for (const std::size_t size : {std::size_t{1}, z.size(), z.size() + 1}) {
      const Blocks blocks = in_blocks(z, size, format);
      CHECK(same(blocks.merged, {online[1][0], online[1][1]}));
      if (blocks.merged.normalizer == 0) { continue; }
      CHECK(blocks.probabilities == online[2]);
    }
  });
}

TEST_CASE("in exact arithmetic the size of the blocks is no matter") {
  take_rows(312, [](const Doubles& z, const char* /*format*/) {
    const Row<Certified> exact = each(std::span(z), [](double logit) { return Certified(logit); });
    const Certified largest = maximum(std::span(exact));
    if (is_masked(largest)) { return; }
    Certified total;
    for (const Certified& logit : exact) { total = total + exp(logit - largest); }
    for (std::size_t size = 1; size <= z.size(); ++size) {
      const Row<Stream<Certified>> partials = stream_blocks<Certified>(exact, size);
      CHECK(agree(merge_blocks<Certified>(partials).normalizer, total));
    }
  });
}

TEST_CASE("the computed normalizer is as near to the certified one as the header says") {
  take_rows(313, [](const Doubles& z, const char* format) {
    const double u = unit_roundoff(parse_format(format));
    for (std::size_t size = 1; size <= z.size(); ++size) {
      const Blocks blocks = in_blocks(z, size, format);
      if (blocks.merged.normalizer == 0) { continue; }
      Certified total;
      Certified weighted;  // sum e^(z_i - max) (max - z_i)
      for (const double logit : z) {
        if (logit == -infinity) { continue; }
        const Certified gap = Certified(blocks.merged.max_logit) - Certified(logit);
        total = total + exp(-gap);
        weighted = weighted + exp(-gap) * gap;
      }
      // E + c + s with c = 1, s = (b - 1 + m - 1) + 2 K, and K at most b - 1 + m - 1. The terms in
      // u^2 that are left out: x/(1 - x) is above all powers of x (Higham, lemma 3.1).
      const auto hops = static_cast<double>(std::min(size, z.size()) + blocks.partials.size() - 2);
      const double bound = ((weighted / total).approximate() + 1 + 3 * hops) * u;
      if (bound >= 1) { continue; }  // it promises nothing
      const Certified error = (Certified(blocks.merged.normalizer) - total) / total;
      CHECK(std::fabs(error.approximate()) <= bound / (1 - bound));
    }
  });
}

}  // namespace softmax
