// Decimals of every length and size against exact rationals, in every format.

#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdlib>
#include <string>

#include "engine/given.hpp"
#include "tests/engine/oracle.hpp"
#include "tests/engine/oracle_half.hpp"
#include "tests/engine/random.hpp"

namespace softmax {
namespace {

constexpr std::uint64_t seed = 81;

struct Decimal {
  std::string digits;
  int exponent = 0;

  [[nodiscard]] std::string text() const { return fmt::format("{}e{}", digits, exponent); }
  [[nodiscard]] oracle::Rational exactly() const { return oracle::rational(digits, exponent); }
};

std::string any_digits(Random& random, std::int64_t count) {
  std::string digits;
  while (count-- > 0) { digits += static_cast<char>('0' + random.whole(0, 9)); }
  return digits;
}

/// All digits of a tie of the format: odd * 2^k is odd * 5^-k * 10^k where k is negative.
Decimal any_tie(const Format& format, Random& random) {
  const int exponent = static_cast<int>(random.whole(std::max(format.emin, -300), 300));
  const int half = std::min(exponent, format.emax) - format.precision;
  const std::int64_t hidden = std::int64_t{1} << (format.precision - 1);
  mpz_class units(2 * random.whole(hidden, 2 * hidden - 1) + 1);
  mpz_class power;
  mpz_ui_pow_ui(power.get_mpz_t(), half < 0 ? 5 : 2, static_cast<unsigned long>(std::abs(half)));
  return {mpz_class(units * power).get_str(), std::min(half, 0)};
}

/// The same, a digit far beyond its end added, or taken away.
Decimal beside(const Decimal& tie, Random& random) {
  const auto far = static_cast<int>(random.whole(1, 300));
  if (random.coin()) {
    return {tie.digits + std::string(static_cast<std::size_t>(far) - 1, '0') + "1",
            tie.exponent - far};
  }
  const mpz_class less = mpz_class(tie.digits) - 1;
  return {less.get_str() + std::string(static_cast<std::size_t>(far), '9'), tie.exponent - far};
}

void require_rounded_once(const Decimal& decimal, const Format& format) {
  const double wanted = oracle::nearest(decimal.exactly(), format);
  const double got = Given::from_text(decimal.text()).held_in(format);
  const double mirrored = Given::from_text("-" + decimal.text()).held_in(format);
  if (oracle::identical(got, wanted) && (mirrored == -got || std::isnan(got))) { return; }
  FAIL(fmt::format("{} in {}: {}, not {}", decimal.text(), format.name, got, wanted));
}

}  // namespace

TEST_CASE("seeded decimals of 1 to 400 digits are rounded once in every format") {
  CAPTURE(seed);
  Random random(seed);
  for (int i = 0; i < 3'000; ++i) {
    const std::int64_t count = random.coin() ? random.whole(1, 20) : random.whole(1, 400);
    const int exponent = static_cast<int>(random.whole(-360, 330) - count);
    const Decimal decimal{any_digits(random, count), exponent};
    for (const Format& format : builtin_formats()) { require_rounded_once(decimal, format); }
  }
}

TEST_CASE("decimals on a tie, and with one digit far beyond it, are rounded once") {
  CAPTURE(seed);
  Random random(seed);
  for (const Format& format : builtin_formats()) {
    for (int i = 0; i < 1'000; ++i) {
      const Decimal tie = any_tie(format, random);
      if (tie.digits.size() > 600) { continue; }  // a text has 1,000 characters at most
      require_rounded_once(tie, format);
      require_rounded_once(beside(tie, random), format);
    }
  }
}

TEST_CASE("the certified value of a decimal holds it") {
  CAPTURE(seed);
  Random random(seed);
  for (int i = 0; i < 3'000; ++i) {
    const Decimal decimal{any_digits(random, random.whole(1, 200)),
                          static_cast<int>(random.whole(-400, 200))};
    const Certified value = Given::from_text(decimal.text()).value();
    const oracle::Interval exactly = oracle::Interval::of_rational(decimal.exactly(), 2'000);
    if (!encloses(value, exactly)) { FAIL(decimal.text()); }
    CHECK(value.relative_radius() <= 0x1p-126);
    const Witness witness = Given::from_text(decimal.text()).witness();
    if (!encloses(witness, exactly)) { FAIL(decimal.text()); }
    CHECK(witness.relative_radius() <= 0x1p-160);
  }
}

}  // namespace softmax
