// The online softmax by blocks: partials, how they merge, and masks that leave a block empty.

#include "engine/blocks.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/engine/lesson.hpp"

namespace softmax {
namespace {

using Doubles = std::vector<double>;

constexpr double infinity = std::numeric_limits<double>::infinity();

Blocks in_blocks(const Doubles& logits, std::size_t size, const std::string& format = "binary32") {
  return by_blocks(logits, size, Arithmetic{parse_format(format)});
}

HeldStream merged_in(const HeldStream& a, const HeldStream& b) {
  return merged(a, b, Arithmetic{parse_format("binary32")});
}

bool same(const HeldStream& a, const HeldStream& b) {
  return a.max_logit == b.max_logit && a.normalizer == b.normalizer;
}

}  // namespace

TEST_CASE("a partial is the maximum of its block, and the sum of exponentials for that maximum") {
  const Blocks blocks = in_blocks({1, 3, 3, 7, 5}, 2, "binary64");
  const Arithmetic in{parse_format("binary64")};
  const double e_minus_2 = exp_rounded(-2, in.format);
  REQUIRE(blocks.partials.size() == 3);
  CHECK(same(blocks.partials[0], {3, e_minus_2 + 1}));
  CHECK(same(blocks.partials[1], {7, exp_rounded(-4, in.format) + 1}));
  CHECK(same(blocks.partials[2], {5, 1}));  // the last block is shorter
  CHECK(same(blocks.merged,
             merged(merged(blocks.partials[0], blocks.partials[1], in), blocks.partials[2], in)));
}

TEST_CASE("partials with unlike maxima are rescaled to the larger before they are added") {
  // Added as they are they would give 0.0249 and 0.5.
  const Blocks blocks = in_blocks({0, 3}, 1);
  const Format format = parse_format("binary32");
  CHECK(same(blocks.merged, {3, round_to_format(exp_rounded(-3, format) + 1, format)}));
  CHECK(blocks.probabilities == probabilities(Algorithm::shifted, numbers({0, 3}), in("binary32")));
  CHECK(std::fabs(blocks.probabilities[0] - 0.0474) < 0.00005);
  CHECK(std::fabs(blocks.probabilities[1] - 0.9526) < 0.00005);
}

TEST_CASE("a first block of masks alone leaves the row as it would be without it") {
  // A maximum of 0, kept in place of -inf to avoid a NaN, makes all four 0.
  const Blocks blocks = in_blocks({-infinity, -infinity, -200, -201}, 2);
  CHECK(same(blocks.partials[0], {-infinity, 0}));
  CHECK(same(blocks.merged, blocks.partials[1]));
  const Doubles without = in_blocks({-200, -201}, 2).probabilities;
  CHECK(blocks.probabilities == Doubles{0, 0, without[0], without[1]});
  CHECK(std::fabs(without[0] - 0.7311) < 0.00005);
  CHECK(std::fabs(without[1] - 0.2689) < 0.00005);
}

TEST_CASE("(-inf, 0) is neutral, from either side, and for itself") {
  const HeldStream empty{-infinity, 0};
  for (const HeldStream& some : {HeldStream{-1000, 3}, HeldStream{88, 1.5}, empty}) {
    CHECK(same(merged_in(empty, some), some));
    CHECK(same(merged_in(some, empty), some));
  }
}

TEST_CASE("a row of masks alone has the NaNs of every algorithm, in any blocks") {
  const Doubles nothing(4, -infinity);
  for (const std::size_t size : {1U, 2U, 3U, 4U, 9U}) {
    const Blocks blocks = in_blocks(nothing, size);
    CHECK(same(blocks.merged, {-infinity, 0}));
    for (const double p : blocks.probabilities) { CHECK(std::isnan(p)); }
  }
}

TEST_CASE("a NaN does not vanish when partials are merged") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  for (const HeldStream& sick : {HeldStream{nan, 1}, HeldStream{5, nan}, HeldStream{-5, nan}}) {
    CHECK(std::isnan(merged_in(sick, {0, 1}).normalizer));
    CHECK(std::isnan(merged_in({0, 1}, sick).normalizer));
  }
}

TEST_CASE("blocks of nothing, and a row of nothing, are refused") {
  CHECK_THROWS_AS(in_blocks({1, 2}, 0), std::invalid_argument);
  CHECK_THROWS_AS(in_blocks({}, 2), std::invalid_argument);
}

}  // namespace softmax
