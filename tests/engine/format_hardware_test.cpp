// round_to_format and encode against other implementations: the hardware's float and double, the
// compiler's _Float16, Eigen's half and bfloat16.

#include <fmt/format.h>

#include <bit>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdint>
#include <vector>

#include "engine/format.hpp"
#include "tests/engine/oracle_edges.hpp"
#include "tests/engine/oracle_half.hpp"
#include "tests/engine/random.hpp"

namespace softmax {
namespace {

using oracle::Float16;
using oracle::identical;

constexpr std::uint64_t seed = 41;
constexpr int trials = 200'000;

/// Edge arguments, and as many seeded ones, around the format's range.
std::vector<double> arguments(const Format& format) {
  std::vector<double> all = oracle::edge_arguments(format);
  Random random(seed);
  for (int i = 0; i < trials; ++i) {
    all.push_back(random.spread(format.emin - format.precision - 2, format.emax + 2));
  }
  for (int i = 0; i < trials / 10; ++i) { all.push_back(random.any_double()); }
  return all;
}

/// `cast` rounds a double to the other type and gives it back as a double.
template <class Cast>
void require_agreement(const Format& format, const std::vector<double>& arguments, Cast&& cast) {
  CAPTURE(seed, format.name);
  for (const double x : arguments) {
    const double got = round_to_format(x, format);
    const double wanted = cast(x);
    if (!identical(got, wanted)) { FAIL(fmt::format("{:a}: {:a}, not {:a}", x, got, wanted)); }
  }
}

std::vector<double> as_floats(std::vector<double> all) {
  for (double& x : all) { x = static_cast<double>(static_cast<float>(x)); }
  return all;
}

}  // namespace

TEST_CASE("rounding to binary32 is the hardware's cast") {
  const Format binary32 = parse_format("binary32");
  require_agreement(binary32, arguments(binary32),
                    [](double x) { return static_cast<double>(static_cast<float>(x)); });
}

TEST_CASE("rounding to binary64 changes nothing but a NaN's bits") {
  const Format binary64 = parse_format("binary64");
  require_agreement(binary64, arguments(parse_format("binary32")), [](double x) { return x; });
}

TEST_CASE("rounding to binary16 is the compiler's cast to _Float16, and Eigen's to half") {
  const Format binary16 = parse_format("binary16");
  const std::vector<double> all = arguments(binary16);
  require_agreement(binary16, all, [](double x) { return oracle::held(static_cast<Float16>(x)); });
  // Eigen rounds floats: a double would be rounded twice.
  require_agreement(binary16, as_floats(all),
                    [](double x) { return oracle::held(Eigen::half(static_cast<float>(x))); });
}

TEST_CASE("rounding to bfloat16 is Eigen's cast") {
  const Format bfloat16 = parse_format("bfloat16");
  require_agreement(bfloat16, as_floats(arguments(bfloat16)),
                    [](double x) { return oracle::held(Eigen::bfloat16(static_cast<float>(x))); });
}

TEST_CASE("the encoding is the type's own bits, and every NaN the canonical one") {
  for (std::uint32_t code = 0; code <= 0xffff; ++code) {
    const auto bits = static_cast<std::uint16_t>(code);
    const auto half = oracle::held(std::bit_cast<Float16>(bits));
    const auto brain = oracle::held(std::bit_cast<Eigen::bfloat16>(bits));
    const bool right =
        encode(half, parse_format("binary16")) == (std::isnan(half) ? 0x7e00 : bits) &&
        encode(brain, parse_format("bfloat16")) == (std::isnan(brain) ? 0x7fc0 : bits);
    if (!right) { FAIL(fmt::format("code {:#06x}", code)); }
  }
  for (const double x : oracle::edge_numbers(parse_format("binary32"))) {
    CHECK(encode(x, parse_format("binary32")) ==
          (std::isnan(x) ? 0x7fc00000 : std::bit_cast<std::uint32_t>(static_cast<float>(x))));
    CHECK(encode(x, parse_format("binary64")) ==
          (std::isnan(x) ? 0x7ff8000000000000 : std::bit_cast<std::uint64_t>(x)));
  }
  CHECK(encode(5e-324, parse_format("binary64")) == 1);
  CHECK(encode(-0x1.fffffffffffffp+1023, parse_format("binary64")) == 0xffefffffffffffff);
}

}  // namespace softmax
