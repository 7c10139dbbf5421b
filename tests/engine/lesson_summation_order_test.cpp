// "For the output head, the vector has |V| elements (e.g., 128K)": there the order of summation
// dwarfs everything else, and the shift costs accuracy to buy range.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "engine/errors.hpp"
#include "tests/engine/lesson.hpp"
#include "tests/engine/random.hpp"

namespace softmax {
namespace {

constexpr std::uint64_t seed = 1;
constexpr std::size_t vocabulary = 128'256;
constexpr double width = 20;

/// Logits spread evenly from -10 to 10, as binary32 holds them; and their certified softmax.
struct Head {
  std::vector<Given> logits;
  StageRow last;  ///< its computed values are filled in by each run
};

const Head& head() {
  static const Head made = [] {
    Random random(seed);
    std::vector<double> z(vocabulary);
    for (double& logit : z) { logit = static_cast<float>(width * (random.unit() - 0.5)); }
    Head result{numbers(z), {}};
    result.last.reference = certified(result.logits, in("binary32"));
    result.last.local = result.last.reference;
    return result;
  }();
  return made;
}

/// Computes: the largest relative error of the probabilities, in units of u = 2^-24.
double worst_in_u(Algorithm algorithm, SumOrder order) {
  Settings settings = in("binary32");
  settings.order = order;
  StageRow row = head().last;
  row.computed = probabilities(algorithm, head().logits, settings);
  double worst = 0;
  for (std::size_t i = 0; i < row.computed.size(); ++i) {
    const auto error = relative_error_in_u(row, i, settings.arithmetic.format);
    if (!error.has_value()) { return INFINITY; }
    worst = std::max(worst, *error);
  }
  return worst;
}

std::string in_u(Algorithm algorithm, SumOrder order) {
  return fmt::format("{:.3g}", worst_in_u(algorithm, order));
}

}  // namespace

TEST_CASE("at n = 128,256 the order of summation is everything") {
  CAPTURE(seed);
  CHECK(in_u(Algorithm::shifted, SumOrder::sequential) == "1.58e+03");
  CHECK(in_u(Algorithm::shifted, SumOrder::reverse) == "1.71e+03");
  CHECK(in_u(Algorithm::shifted, SumOrder::pairwise) == "18");
  CHECK(in_u(Algorithm::shifted, SumOrder::compensated) == "18");
}

TEST_CASE("the shift costs accuracy: without it, and pairwise, all are within 3 u") {
  CAPTURE(seed);
  CHECK(in_u(Algorithm::unshifted, SumOrder::pairwise) == "2.22");
  CHECK(in_u(Algorithm::unshifted, SumOrder::sequential) == "1.62e+03");
}

TEST_CASE("each is inside the componentwise bound of bounds.hpp") {
  // u (z_max - z_i + E + 2 + s + 1) with E <= ln n, s = n - 1 sequential, ceil(log2 n) pairwise.
  const auto n = static_cast<double>(vocabulary);
  const double shift = width + std::log(n);
  CHECK(worst_in_u(Algorithm::shifted, SumOrder::sequential) <= shift + 3 + n - 1);
  CHECK(worst_in_u(Algorithm::shifted, SumOrder::pairwise) <= shift + 3 + 17);
  CHECK(worst_in_u(Algorithm::unshifted, SumOrder::pairwise) <= 3 + 17);
}

}  // namespace softmax
