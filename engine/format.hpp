#pragma once
/// Floating-point formats as data.
///
/// A format is a row of a table: precision p (bits of the significand, the hidden one
/// included), the exponents emin and emax of its normal numbers, its largest finite
/// number, and what an overflow becomes. Because it is data and no type, a reader may
/// invent one ("4,-3,4") and every algorithm of the workbook runs in it at once.
///
///     const Format half = parse_format("binary16");
///     round_to_format(65519.0, half);   // 65504
///     round_to_format(65520.0, half);   // inf
///
/// It is no arithmetic: for numbers that compute in a format see arithmetic.hpp.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace softmax {

enum class Overflow : std::uint8_t { to_infinity, to_nan };

struct Format {
  std::string name;
  int precision;
  int emin;
  int emax;
  double largest;
  Overflow overflow;
};

/// Computes: u = 2^-p, the largest relative error of one rounding to nearest.
double unit_roundoff(const Format& format);

/// Computes: 2^(emin - p + 1), the spacing of the subnormals and the smallest of them.
double smallest_subnormal(const Format& format);

/// Computes: 2^emin.
double smallest_normal(const Format& format);

/// Computes: what an overflow of the given sign becomes (infinity, or NaN in e4m3fn).
double overflow_value(const Format& format, bool negative);

/// Computes: x rounded once to the nearest number of the format, ties to even.
/// Domain: every double. Error: none besides the rounding (Figueroa: a double operation
/// followed by this is one rounding for precisions up to 24). Cost: a few additions.
double round_to_format(double x, const Format& format);

/// Computes: whether x is a nonzero number below the normal range.
bool is_subnormal(double x, const Format& format);

/// Computes: the encoding of a held value as IEEE 754 lays it out: sign, biased exponent,
/// fraction. Every NaN is the canonical quiet one. Domain: numbers of the format.
std::uint64_t encode(double held, const Format& format);

/// Computes: how many bits an encoding takes (8 for fp8, 64 for binary64).
int encoding_bits(const Format& format);

/// Computes: binary64's shortest digits that read back to exactly x; "inf", "-inf" or "nan".
std::string computed_text(double x);

/// Computes: the shortest digits that tell x from its neighbours in the format.
std::string short_digits(double x, const Format& format);

/// The built-in formats, narrowest first.
std::span<const Format> builtin_formats();

/// Computes: the built-in format of that name, or the one that "precision,emin,emax"
/// describes (IEEE style: infinity above its largest number).
/// Domain: precision 2 to 24, emin -450 to 0, emax 1 to 450, so that a product of two of its
/// numbers is a normal double and one rounding of it is right.
/// Throws: std::invalid_argument with the text, and the nearest name where there is one.
Format parse_format(std::string_view text);

}  // namespace softmax
