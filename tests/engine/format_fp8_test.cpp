// Both fp8 formats, exhaustively, against a table written from their definition: "OCP 8-bit
// Floating Point Specification", revision 1.0, section 5.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>
#include <vector>

#include "engine/format.hpp"
#include "tests/engine/oracle_half.hpp"

namespace softmax {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double quiet_nan = std::numeric_limits<double>::quiet_NaN();

using oracle::identical;

/// E4M3: bias 7; S.1111.111 is NaN, no code is an infinity, and S.1111.110 is 448.
double decode_e4m3fn(unsigned code) {
  const unsigned exponent = (code >> 3U) & 15U;
  const unsigned fraction = code & 7U;
  const double sign = (code & 128U) != 0 ? -1 : 1;
  if (exponent == 15 && fraction == 7) { return quiet_nan; }
  if (exponent == 0) { return sign * fraction / 512; }  // fraction/8 * 2^-6
  return sign * (8 + fraction) * std::exp2(static_cast<int>(exponent) - 7 - 3);
}

/// E5M2: bias 15; as IEEE 754: S.11111.00 is an infinity, the rest of S.11111 NaN.
double decode_e5m2(unsigned code) {
  const unsigned exponent = (code >> 2U) & 31U;
  const unsigned fraction = code & 3U;
  const double sign = (code & 128U) != 0 ? -1 : 1;
  if (exponent == 31) { return fraction == 0 ? sign * infinity : quiet_nan; }
  if (exponent == 0) { return sign * fraction / 65536; }  // fraction/4 * 2^-14
  return sign * (4 + fraction) * std::exp2(static_cast<int>(exponent) - 15 - 2);
}

struct Fp8 {
  Format format;
  double (*decode)(unsigned code);
  unsigned canonical_nan;
  unsigned largest_code;
  double beyond;  ///< what an overflow becomes
};

const std::array<Fp8, 2> both = {{
    {parse_format("e4m3fn"), decode_e4m3fn, 0x7f, 0x7e, quiet_nan},
    {parse_format("e5m2"), decode_e5m2, 0x7e, 0x7b, infinity},
}};

}  // namespace

TEST_CASE("every fp8 code decodes to a number that rounds to itself and encodes to the code") {
  for (const Fp8& fp8 : both) {
    CAPTURE(fp8.format.name);
    for (unsigned code = 0; code < 256; ++code) {
      const double value = fp8.decode(code);
      CAPTURE(code, value);
      if (std::isinf(value) || std::isnan(value)) {
        CHECK(encode(value, fp8.format) == (std::isnan(value) ? fp8.canonical_nan : code));
        continue;
      }
      CHECK(identical(round_to_format(value, fp8.format), value));
      CHECK(encode(value, fp8.format) == code);
      const double size = std::fabs(value);
      CHECK(is_subnormal(value, fp8.format) == (size > 0 && size < smallest_normal(fp8.format)));
    }
    CHECK(encoding_bits(fp8.format) == 8);
    CHECK(fp8.decode(fp8.largest_code) == fp8.format.largest);
    CHECK(fp8.decode(1) == smallest_subnormal(fp8.format));
  }
}

TEST_CASE("between two fp8 neighbours the nearer wins, and at the tie the even code") {
  for (const Fp8& fp8 : both) {
    CAPTURE(fp8.format.name);
    for (unsigned code = 0; code < fp8.largest_code; ++code) {
      const double low = fp8.decode(code);
      const double high = fp8.decode(code + 1);
      const double tie = (low + high) / 2;
      const double even = code % 2 == 0 ? low : high;
      CAPTURE(low, high);
      for (const double sign : {1.0, -1.0}) {
        CHECK(identical(round_to_format(sign * tie, fp8.format), sign * even));
        CHECK(identical(round_to_format(sign * std::nextafter(tie, 0), fp8.format), sign * low));
        CHECK(identical(round_to_format(sign * std::nextafter(tie, infinity), fp8.format),
                        sign * high));
      }
    }
  }
}

TEST_CASE("beyond the largest fp8 number lies NaN in e4m3fn and an infinity in e5m2") {
  // The tie above the largest goes to the even code: 448 (0x7e) stays, 57344 (0x7b) does not.
  const Fp8& e4m3fn = both[0];
  CHECK(round_to_format(464.0, e4m3fn.format) == 448.0);
  CHECK(std::isnan(round_to_format(std::nextafter(464.0, 500), e4m3fn.format)));
  const Fp8& e5m2 = both[1];
  CHECK(round_to_format(std::nextafter(61440.0, 0), e5m2.format) == 57344.0);
  CHECK(round_to_format(61440.0, e5m2.format) == infinity);
  for (const Fp8& fp8 : both) {
    for (const double x : {1e5, 1e300, infinity}) {
      CHECK(identical(round_to_format(x, fp8.format), fp8.beyond));
      CHECK(identical(round_to_format(-x, fp8.format), -fp8.beyond));
    }
    CHECK(std::isnan(round_to_format(quiet_nan, fp8.format)));
  }
}

}  // namespace softmax
