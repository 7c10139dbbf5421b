// One head of attention beside exact and certified numbers: its scale, its scores, its outputs.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

#include "engine/attention.hpp"
#include "tests/engine/attention_in.hpp"
#include "tests/engine/lesson.hpp"
#include "tests/engine/oracle.hpp"

namespace softmax {
namespace {

/// Whether the scale is a nearest number to 1/sqrt(d): d m^2 against 1, m half a spacing off.
bool is_nearest(double scale, std::size_t d, const Format& format) {
  const int exponent = std::max(std::ilogb(scale), format.emin);
  const oracle::Rational half = oracle::rational(std::ldexp(1.0, exponent - format.precision));
  const bool narrower_below = scale == std::ldexp(1.0, exponent) && exponent > format.emin;
  const oracle::Rational below = oracle::rational(scale) - (narrower_below ? half / 2 : half);
  const oracle::Rational above = oracle::rational(scale) + half;
  return below * below * d <= 1 && above * above * d >= 1;
}

std::vector<Certified> certified_row(std::span<const double> x) {
  return each(x, [](double value) { return Certified(value); });
}

/// The error of a computed product of rows of n terms, each of which went through `roundings`:
/// gamma = k u / (1 - k u) times sum |a_i b_i| (Higham, lemma 3.1).
void require_near(double computed, const Certified& exact, double sum_of_sizes,
                  std::size_t roundings, double u) {
  const double k_u = static_cast<double>(roundings) * u;
  const Certified error = Certified(computed) - exact;
  CHECK(std::fabs(error.approximate()) <= k_u / (1 - k_u) * sum_of_sizes);
}

double sum_of_sizes(std::span<const double> a, std::span<const double> b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) { sum += std::fabs(a[i] * b[i]); }
  return sum;
}

}  // namespace

TEST_CASE("the scale is the number nearest to 1/sqrt(d), in every format") {
  for (const char* name : every_format) {
    const Format format = parse_format(name);
    for (std::size_t d = 1; d <= 1'000; ++d) {
      CAPTURE(name, d);
      REQUIRE(is_nearest(attention_scale(d, format), d, format));
    }
  }
  CHECK(attention_scale(64, parse_format("e4m3fn")) == 0.125);
  CHECK(attention_scale(std::size_t{1} << 20U, parse_format("binary16")) == 0x1p-10);
  CHECK(attention_scale(std::size_t{1} << 20U, parse_format("e4m3fn")) == 0);  // a tie with 2^-9
  CHECK_THROWS_AS(attention_scale(0, parse_format("binary32")), std::invalid_argument);
}

TEST_CASE("scores and outputs are as near to the certified products as their roundings allow") {
  constexpr std::uint64_t seed = 322;
  CAPTURE(seed);
  Random random(seed);
  for (const char* name : {"binary16", "bfloat16", "binary32", "binary64"}) {
    for (const ScaleOrder order : {ScaleOrder::query_first, ScaleOrder::product_first}) {
      AttentionSettings settings = attention_in(name);
      settings.scale_order = order;
      const Format& format = settings.arithmetic.format;
      const double u = unit_roundoff(format);
      const Matrix q = random_matrix(3, 7, format, random);
      const Matrix k = random_matrix(5, 7, format, random);
      const Matrix v = random_matrix(5, 2, format, random);
      const Attended head = attend(q, k, v, settings);
      for (std::size_t i = 0; i < 3; ++i) {
        // The scale, its product, the product of the two numbers, and 6 additions.
        const auto q_i = certified_row(q.row(i));
        const auto k_i = certified_row(k.row(i));
        const Certified score =
            exp(-log(Certified(7.0)) / Certified(2.0)) * dot<Certified>(q_i, k_i);
        require_near(head.scores(i, i), score, sum_of_sizes(q.row(i), k.row(i)) / std::sqrt(7.0), 9,
                     u);
        // The product, and 4 additions.
        const std::vector<double> column = {v(0, 1), v(1, 1), v(2, 1), v(3, 1), v(4, 1)};
        const auto w_i = certified_row(head.weights.row(i));
        require_near(head.outputs(i, 1), dot<Certified>(w_i, certified_row(column)),
                     sum_of_sizes(head.weights.row(i), column), 5, u);
      }
    }
  }
}

}  // namespace softmax
