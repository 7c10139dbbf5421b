#pragma once
/// A nonnegative bound that is only ever rounded up: the radius of a certified number.
///
/// It is made of whole numbers: it neither overflows nor underflows (e^1000 has a radius too), and
/// no compiler flag can touch it.

#include <bit>
#include <cstdint>

#include "engine/uint128.hpp"

namespace softmax {

/// The bound significand * 2^(exponent - 64): the significand's top bit is set, or it is 0.
/// Each operation below is at least the exact result and at most 1 + 2^-62 times it (a quotient
/// 1 + 2^-30 times).
struct Magnitude {
  std::uint64_t significand = 0;
  std::int64_t exponent = 0;

  /// Computes: significand 2^scale, exactly.
  static constexpr Magnitude of(std::uint64_t significand, std::int64_t scale = 0) {
    if (significand == 0) { return {}; }
    const int zeros = std::countl_zero(significand);
    return {significand << static_cast<unsigned>(zeros), scale + 64 - zeros};
  }

  /// Computes: x 2^scale, at least, of a number of 128 bits.
  static constexpr Magnitude above(uint128 x, std::int64_t scale = 0) {
    if (high_half(x) == 0) { return of(low_half(x), scale); }
    const auto shift = static_cast<unsigned>(64 - std::countl_zero(high_half(x)));
    const auto kept = static_cast<std::uint64_t>(x >> shift);
    const bool lost = (uint128{kept} << shift) != x;
    if (lost && kept == ~std::uint64_t{0}) { return of(1, scale + shift + 64); }
    return of(kept + (lost ? 1U : 0U), scale + shift);
  }

  /// Computes: the same. Domain: the top bit of x is set.
  static constexpr Magnitude above_normal(uint128 x, std::int64_t scale) {
    const std::uint64_t kept = high_half(x) + (low_half(x) != 0 ? 1U : 0U);
    if (kept == 0) { return {std::uint64_t{1} << 63U, scale + 129}; }
    return {kept, scale + 128};
  }

  [[nodiscard]] constexpr bool zero() const { return significand == 0; }
  constexpr bool operator==(const Magnitude&) const = default;
};

constexpr Magnitude operator+(const Magnitude& a, const Magnitude& b) {
  if (a.zero()) { return b; }
  if (b.zero()) { return a; }
  const bool swap = a.exponent < b.exponent;
  const Magnitude& large = swap ? b : a;
  const Magnitude& small = swap ? a : b;
  const std::int64_t gap = large.exponent - small.exponent;
  const std::uint64_t aligned =
      gap >= 64 ? 1 : ((small.significand - 1) >> static_cast<unsigned>(gap)) + 1;
  const std::uint64_t sum = large.significand + aligned;
  if (sum >= large.significand) { return {sum, large.exponent}; }
  constexpr std::uint64_t top = std::uint64_t{1} << 63U;  // a carry, which was worth two of these
  return {(top | (sum >> 1U)) + (sum & 1U), large.exponent + 1};
}

constexpr Magnitude operator*(const Magnitude& a, const Magnitude& b) {
  if (a.zero() || b.zero()) { return {}; }
  const uint128 product = uint128{a.significand} * b.significand;
  const bool short_by_one = high_half(product) >> 63U == 0;
  return Magnitude::above_normal(short_by_one ? product << 1U : product,
                                 a.exponent + b.exponent - (short_by_one ? 129 : 128));
}

/// By the upper 32 bits of b alone, for a machine divides 64 bits by them fastest.
/// Domain: b is not zero, and is a lower bound of what it stands for.
constexpr Magnitude operator/(const Magnitude& a, const Magnitude& b) {
  if (a.zero()) { return a; }
  const std::uint64_t upper = (b.significand >> 32U) | (std::uint64_t{1} << 31U);  // it is set
  return Magnitude::of(a.significand / upper + 1, a.exponent - b.exponent - 32);
}

/// Computes: a - b, at most: the one operation that rounds down. Domain: b < a.
constexpr Magnitude below_difference(const Magnitude& a, const Magnitude& b) {
  if (b.zero()) { return a; }
  const std::int64_t gap = a.exponent - b.exponent;
  const std::uint64_t taken =
      gap >= 64 ? 1 : ((b.significand - 1) >> static_cast<unsigned>(gap)) + 1;
  return Magnitude::of(a.significand - taken, a.exponent - 64);
}

constexpr bool operator<(const Magnitude& a, const Magnitude& b) {
  if (a.zero() || b.zero()) { return !b.zero(); }
  return a.exponent != b.exponent ? a.exponent < b.exponent : a.significand < b.significand;
}

/// Computes: e^r - 1, at least: below 1/2 that is under r + r^2, and e^r < 2^(3r/2 + 1) always.
/// Domain: r below 2^62.
constexpr Magnitude exp_minus_one(const Magnitude& r) {
  if (r < Magnitude::of(1, -1)) { return r * (Magnitude::of(1) + r); }
  const std::uint64_t below =
      r.exponent == 0 ? 0 : r.significand >> static_cast<unsigned>(64 - r.exponent);
  const std::uint64_t whole = below + 1;
  return Magnitude::of(1, static_cast<std::int64_t>(whole + whole / 2) + 2);
}

}  // namespace softmax
