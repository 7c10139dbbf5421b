// The emulated + - * / against the compiler's _Float16, Eigen's bfloat16 and exact rationals.

#include <fmt/format.h>

#include <array>
#include <bit>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <vector>

#include "engine/arithmetic.hpp"
#include "tests/engine/oracle.hpp"
#include "tests/engine/oracle_edges.hpp"
#include "tests/engine/oracle_half.hpp"
#include "tests/engine/random.hpp"

namespace softmax {
namespace {

using oracle::identical;
using Results = std::array<double, 4>;

constexpr std::uint64_t seed = 61;
constexpr int trials = 1'000'000;

template <class Number>
std::array<Number, 4> all_operations(const Number& a, const Number& b) {
  return {a + b, a - b, a * b, a / b};
}

Results emulated(double a, double b, const Arithmetic& in) {
  const auto results = all_operations(Emulated(a, &in), Emulated(b, &in));
  return {results[0].held(), results[1].held(), results[2].held(), results[3].held()};
}

/// The same by a type of 16 bits, whose operators round to it.
template <class Half>
Results by_type(double a, double b) {
  const auto x = static_cast<Half>(static_cast<float>(a));
  const auto y = static_cast<Half>(static_cast<float>(b));
  return {oracle::held(static_cast<Half>(x + y)), oracle::held(static_cast<Half>(x - y)),
          oracle::held(static_cast<Half>(x * y)), oracle::held(static_cast<Half>(x / y))};
}

void require_same(double a, double b, const Results& got, const Results& wanted) {
  for (std::size_t i = 0; i < got.size(); ++i) {
    if (identical(got[i], wanted[i])) { continue; }
    FAIL(fmt::format("{:a} {} {:a}: {:a}, not {:a}", a, "+-*/"[i], b, got[i], wanted[i]));
  }
}

template <class Half>
void require_agreement(const Format& format) {
  const Arithmetic in{format};
  const std::vector<double> edges = oracle::edge_numbers(format);
  for (const double a : edges) {
    for (const double b : edges) { require_same(a, b, emulated(a, b, in), by_type<Half>(a, b)); }
  }
  CAPTURE(seed);
  Random random(seed);
  for (int i = 0; i < trials; ++i) {
    const double a = oracle::held(std::bit_cast<Half>(static_cast<std::uint16_t>(random.bits())));
    const double b = oracle::held(std::bit_cast<Half>(static_cast<std::uint16_t>(random.bits())));
    require_same(a, b, emulated(a, b, in), by_type<Half>(a, b));
  }
}

/// Finite operands, a divisor that is not 0: what a rational can say. A zero's sign is not its to.
void require_rational(double a, double b, const Arithmetic& in) {
  const Results got = emulated(a, b, in);
  const oracle::Rational x = oracle::rational(a);
  const oracle::Rational y = oracle::rational(b);
  Results wanted = {oracle::nearest(x + y, in.format), oracle::nearest(x - y, in.format),
                    oracle::nearest(x * y, in.format),
                    b == 0 ? got[3] : oracle::nearest(x / y, in.format)};
  for (std::size_t i = 0; i < got.size(); ++i) {
    if (wanted[i] == 0) { wanted[i] = std::copysign(0.0, got[i]); }
  }
  require_same(a, b, got, wanted);
}

/// Any number of the format, by a significand and an exponent.
double any_number(const Format& format, Random& random) {
  const double x = random.spread(format.emin - format.precision, format.emax);
  const double rounded = round_to_format(x, format);
  return std::isfinite(rounded) ? rounded : format.largest;
}

}  // namespace

TEST_CASE("emulated binary16 is _Float16, bit for bit, infinities, NaN and zeros' signs included") {
  require_agreement<oracle::Float16>(parse_format("binary16"));
}

TEST_CASE("emulated binary16 is Eigen's half, and emulated bfloat16 Eigen's bfloat16") {
  require_agreement<Eigen::half>(parse_format("binary16"));
  require_agreement<Eigen::bfloat16>(parse_format("bfloat16"));
}

TEST_CASE("emulated arithmetic in fp8 and invented formats is exact, rounded once") {
  CAPTURE(seed);
  Random random(seed);
  for (const char* name :
       {"e4m3fn", "e5m2", "2,0,1", "3,-60,60", "24,-450,450", "24,-126,127", "13,-3,4", "24,0,1"}) {
    CAPTURE(name);
    const Arithmetic in{parse_format(name)};
    for (int i = 0; i < 20'000; ++i) {
      require_rational(any_number(in.format, random), any_number(in.format, random), in);
    }
  }
}

TEST_CASE("emulating 24,-126,127 gives what the hardware's float gives") {
  CAPTURE(seed);
  Random random(seed);
  const Arithmetic in{parse_format("24,-126,127")};
  for (int i = 0; i < trials; ++i) {
    const auto a = std::bit_cast<float>(static_cast<std::uint32_t>(random.bits()));
    const auto b = std::bit_cast<float>(static_cast<std::uint32_t>(random.bits()));
    const double x = static_cast<double>(a);
    const double y = static_cast<double>(b);
    const Results wanted = {static_cast<double>(a + b), static_cast<double>(a - b),
                            static_cast<double>(a * b), static_cast<double>(a / b)};
    require_same(x, y, emulated(x, y, in), wanted);
  }
}

}  // namespace softmax
