#include "engine/ball.hpp"

#include <fmt/format.h>

namespace softmax {
Ball ball_of(uint128 significand, std::int64_t scale, bool negative) {
  if (significand == 0) { return {}; }
  const int zeros = leading_zeros(significand);
  return {significand << static_cast<unsigned>(zeros), scale + 127 - zeros, {}, negative};
}

Ball subnormal_exactly(std::uint64_t fraction, bool negative) {
  return ball_of(uint128{fraction}, -1074, negative);
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
