#pragma once
/// What an output holds before the learner's code has written it.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>

namespace softmax::grader {

/// Computes: a quiet NaN that no arithmetic gives, or a number that no answer is.
template <class Number>
constexpr Number unwritten();
template <>
constexpr float unwritten<float>() {
  return std::bit_cast<float>(std::uint32_t{0x7fdead5aU});
}
template <>
constexpr double unwritten<double>() {
  return std::bit_cast<double>(std::uint64_t{0x7ffdead5adead5a5U});
}
template <>
constexpr std::size_t unwritten<std::size_t>() {
  return std::numeric_limits<std::size_t>::max() - 0xdead;
}

/// Computes: whether it is that pattern, bit for bit.
template <class Number>
bool is_unwritten(const Number& number) {
  const Number pattern = unwritten<Number>();
  // The bits are what is compared: two NaNs are equal as numbers to nothing.
  // NOLINTNEXTLINE(bugprone-suspicious-memory-comparison)
  return std::memcmp(&number, &pattern, sizeof number) == 0;
}

}  // namespace softmax::grader
