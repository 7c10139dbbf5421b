#include "engine/ball.hpp"

#include <fmt/format.h>

#include <bit>

namespace softmax {
Ball ball_of(uint128 significand, std::int64_t scale, bool negative) {
  if (significand == 0) { return {}; }
  const int zeros = leading_zeros(significand);
  return {significand << static_cast<unsigned>(zeros), scale + 127 - zeros, {}, negative};
}

template <>
Ball exactly<Ball>(double value) {
  const auto pattern = std::bit_cast<std::uint64_t>(value);
  constexpr std::uint64_t hidden = std::uint64_t{1} << 52U;
  const std::uint64_t fraction = pattern & (hidden - 1);
  const auto biased = static_cast<std::int64_t>((pattern >> 52U) & 0x7ffU);
  const bool subnormal = biased == 0;
  return ball_of(subnormal ? fraction : hidden | fraction, (subnormal ? 1 : biased) - 1075,
                 pattern >> 63U != 0);
}

template <>
Ball exactly<Ball>(std::uint64_t whole, std::int64_t scale) {
  return ball_of(uint128{whole}, scale);
}

std::string hexadecimal(const Ball& x) {
  return fmt::format("{}0x{:016x}{:016x}p{}", x.negative ? "-" : "", high_half(x.significand),
                     low_half(x.significand), x.exponent - 127);
}

}  // namespace softmax
