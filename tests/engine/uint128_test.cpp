// A product of 64 by 64 bits, which WebAssembly makes of halves: it is that of the compiler.

#include "engine/uint128.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <vector>

#include "tests/engine/random.hpp"

namespace softmax {
namespace {

void check_product(std::uint64_t a, std::uint64_t b) {
  CAPTURE(a, b);
  const uint128 product = product_of_halves(a, b);
  const uint128 native = uint128{a} * b;
  CHECK(high_half(product) == high_half(native));
  CHECK(low_half(product) == low_half(native));
}

/// Computes: the numbers about some powers of two, and about the largest number less these.
std::vector<std::uint64_t> about_powers() {
  std::vector<std::uint64_t> all;
  for (const unsigned shift : {0U, 31U, 32U, 33U, 63U}) {
    const std::uint64_t power = std::uint64_t{1} << shift;
    all.insert(all.end(), {power - 1, power, power + 1, ~power, ~power + 1});
  }
  return all;
}

}  // namespace

TEST_CASE("a product of halves is the compiler's where a half is empty, full, or carries") {
  const std::vector<std::uint64_t> edges = about_powers();
  for (const std::uint64_t a : edges) {
    for (const std::uint64_t b : edges) { check_product(a, b); }
  }
}

TEST_CASE("a product of halves is the compiler's for any numbers") {
  constexpr std::uint64_t seed = 64;
  CAPTURE(seed);
  Random random(seed);
  for (int i = 0; i < 10'000; ++i) {
    const std::uint64_t a = random.bits() >> static_cast<unsigned>(random.whole(0, 63));
    check_product(a, random.bits() >> static_cast<unsigned>(random.whole(0, 63)));
  }
}

static_assert(high_half(product_of_halves(~std::uint64_t{0}, ~std::uint64_t{0})) ==
              ~std::uint64_t{1});

}  // namespace softmax
