#pragma once
/// Whole numbers of 128 bits, and the few products and quotients of them that a ball needs.
///
/// The compiler's own type does + - and shifts. Here is what it has no operator for: a product's
/// upper half, and a quotient of 256 bits by 128. All of it is exact, on every machine and with
/// every compiler flag.

#include <bit>
#include <cstdint>

namespace softmax {

__extension__ using uint128 = unsigned __int128;

constexpr uint128 make_uint128(std::uint64_t high, std::uint64_t low) {
  return (uint128{high} << 64U) | low;
}
constexpr std::uint64_t high_half(uint128 x) { return static_cast<std::uint64_t>(x >> 64U); }
constexpr std::uint64_t low_half(uint128 x) { return static_cast<std::uint64_t>(x); }

/// Computes: the zeros above the top bit, 128 of 0.
constexpr int leading_zeros(uint128 x) {
  return high_half(x) != 0 ? std::countl_zero(high_half(x)) : 64 + std::countl_zero(low_half(x));
}

/// A number of 256 bits: high 2^128 + low.
struct Wide {
  uint128 high;
  uint128 low;
};

/// Computes: a b, by two products of 64 bits.
constexpr Wide multiply(std::uint64_t a, uint128 b) {
  const uint128 low = uint128{a} * low_half(b);
  const uint128 high = uint128{a} * high_half(b) + high_half(low);
  return {high_half(high), make_uint128(low_half(high), low_half(low))};
}

/// Computes: a b, by four.
constexpr Wide multiply(uint128 a, uint128 b) {
  const uint128 low = uint128{low_half(a)} * low_half(b);
  const uint128 cross_1 = uint128{high_half(a)} * low_half(b);
  const uint128 cross_2 = uint128{low_half(a)} * high_half(b);
  const uint128 middle = uint128{high_half(low)} + low_half(cross_1) + low_half(cross_2);
  const uint128 high = uint128{high_half(a)} * high_half(b) + high_half(cross_1) +
                       high_half(cross_2) + high_half(middle);
  return {high, make_uint128(low_half(middle), low_half(low))};
}

/// Computes: floor(a b / 2^128).
constexpr uint128 multiply_high(uint128 a, uint128 b) { return multiply(a, b).high; }

struct Quotient {
  uint128 value;
  bool exact;  ///< nothing was left
};

/// Computes: floor((2^192 - 1) / d) - 2^64. Domain: the top bit of d is set.
/// (Moeller and Granlund, Improved division by invariant integers, 2011, algorithm 6.)
constexpr std::uint64_t reciprocal(uint128 d) {
  const std::uint64_t high = high_half(d);
  const std::uint64_t low = low_half(d);
  auto inverse = static_cast<std::uint64_t>(make_uint128(~high, ~std::uint64_t{0}) / high);
  std::uint64_t rest = high * inverse + low;
  if (rest < low) {
    --inverse;
    if (rest >= high) {
      --inverse;
      rest -= high;
    }
    rest -= high;
  }
  const uint128 product = uint128{inverse} * low;
  rest += high_half(product);
  if (rest < high_half(product)) {
    --inverse;
    if (make_uint128(rest, low_half(product)) >= d) { --inverse; }
  }
  return inverse;
}

struct Digit {
  std::uint64_t value;
  uint128 rest;
};

/// Computes: floor(u 2^64 / d), and what is left. Domain: u < d, inverse = reciprocal(d).
/// (The same, algorithm 5; the sums and differences wrap, as they are meant to.)
constexpr Digit divide_digit(uint128 u, uint128 d, std::uint64_t inverse) {
  const uint128 estimate = uint128{inverse} * high_half(u) + u;
  std::uint64_t digit = high_half(estimate);
  const uint128 top = make_uint128(low_half(u) - digit * high_half(d), 0);
  uint128 rest = top - uint128{digit} * low_half(d) - d;
  // One too large or not is a coin's toss, which a branch would lose.
  const bool too_large = high_half(rest) >= low_half(estimate);
  digit += too_large ? 0U : 1U;
  rest += d & -uint128{too_large};
  if (rest >= d) [[unlikely]] {
    ++digit;
    rest -= d;
  }
  return {digit, rest};
}

/// Computes: floor(a 2^128 / b), in two digits of 64 bits. Domain: a < b, the top bit of b is set.
constexpr Quotient divide(uint128 a, uint128 b) {
  const std::uint64_t inverse = reciprocal(b);
  const Digit first = divide_digit(a, b, inverse);
  const Digit second = divide_digit(first.rest, b, inverse);
  return {make_uint128(first.value, second.value), second.rest == 0};
}

}  // namespace softmax
