// The numbers that compute: which kind a format gets, what a literal is, whose exp is taken.

#include "engine/arithmetic.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>
#include <type_traits>

#include "tests/engine/random.hpp"

namespace softmax {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// The kind of number that the format gets.
template <class Number>
bool is_computed_by(const Format& format) {
  const Arithmetic in{format};
  return with_numbers(in, [](auto lift) { return std::is_same_v<decltype(lift(0.0)), Number>; });
}

double held_exp(double x, const Arithmetic& in) {
  return with_numbers(in, [x](auto lift) { return exp(lift(x)).held(); });
}

}  // namespace

TEST_CASE("binary32 and binary64 run on the hardware, every other format is emulated") {
  CHECK(is_computed_by<Machine<float>>(parse_format("binary32")));
  CHECK(is_computed_by<Machine<double>>(parse_format("binary64")));
  for (const char* name : {"e4m3fn", "e5m2", "bfloat16", "binary16", "24,-126,127"}) {
    CHECK(is_computed_by<Emulated>(parse_format(name)));
  }
}

TEST_CASE("the example of the header gives what it says") {
  const Arithmetic half{parse_format("binary16"), ExpSource::correctly_rounded};
  CHECK(with_numbers(half, [&](auto lift) { return (lift(1000) + lift(0.3)).held(); }) == 1000.5);
}

TEST_CASE("a literal takes the format of its partner, on either side") {
  const Arithmetic in{parse_format("e4m3fn")};
  const auto one = Emulated(1);
  CHECK(one.arithmetic == nullptr);
  CHECK((one + Emulated(0.0625, &in)).held() == 1.0);
  CHECK((Emulated(0.0625, &in) + one).held() == 1.0);
  CHECK((Emulated(16, &in) + one).held() == 16.0);  // the tie at 17 goes to even
  CHECK((Emulated(18, &in) + one).held() == 20.0);
  CHECK((one + Emulated(0, &in)).arithmetic == &in);
}

TEST_CASE("hardware arithmetic rounds each operation to its own type") {
  const Arithmetic single{parse_format("binary32")};
  const Machine<float> big(0x1p24, &single);
  CHECK((big + Machine<float>(1)).held() == 0x1p24);
  CHECK((Machine<double>(0x1p24) + Machine<double>(1)).held() == 0x1p24 + 1);
  CHECK((Machine<float>(3e38, &single) * Machine<float>(10, &single)).held() == infinity);
  CHECK(std::isnan((Machine<float>(infinity) - Machine<float>(infinity)).held()));
}

TEST_CASE("comparison, absolute value and masks look at the held value") {
  const Arithmetic in{parse_format("binary16")};
  CHECK(Emulated(1, &in) < Emulated(2, &in));
  CHECK(Emulated(2, &in) > Emulated(1, &in));
  CHECK_FALSE(Emulated(std::nan(""), &in) < Emulated(1, &in));
  CHECK_FALSE(Emulated(std::nan(""), &in) > Emulated(1, &in));
  CHECK(abs(Emulated(-2, &in)).held() == 2.0);
  CHECK(is_masked(Machine<float>(-infinity)));
  CHECK_FALSE(is_masked(Machine<float>(infinity)));
  CHECK_FALSE(is_masked(Machine<float>(-3e38)));
}

TEST_CASE("the observed exp and log are libm's own, rounded to the format") {
  Random random(71);
  for (int i = 0; i < 2'000; ++i) {
    const double x = random.between(-20, 20);
    const auto single = static_cast<float>(x);
    const auto observed = [](const char* format) {
      return Arithmetic{parse_format(format), ExpSource::libm};
    };
    CHECK(held_exp(x, observed("binary64")) == std::exp(x));
    CHECK(held_exp(x, observed("binary32")) == static_cast<double>(std::exp(single)));
    const Arithmetic half = observed("binary16");
    const double held = round_to_format(x, half.format);
    CHECK(held_exp(x, half) == round_to_format(std::exp(held), half.format));
    const Emulated size(std::fabs(held) + 1, &half);
    CHECK(log(size).held() == round_to_format(std::log(size.held()), half.format));
  }
  CHECK(name(ExpSource::libm) == "libm");
  CHECK(name(ExpSource::correctly_rounded) == "correctly_rounded");
}

}  // namespace softmax
