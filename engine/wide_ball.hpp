#pragma once
/// A ball of 168 bits, 50 digits: what Ball is, slower, by a library of its own
/// (Boost.Multiprecision), so that the two are witnesses of each other.
///
/// It serves where a Ball's 128 bits leave a printed digit in doubt, and `--witness`.
/// Error: + - * / add at most one unit of 2^-167, and none where the result fits; exp adds
/// (32 + 8|x|) 2^-168, log 2^-150 max(|log x|, 2^-20) or, near 1, 2^-150 |log x|. The first two
/// follow from Boost's correctly rounded basic operations. The last two are its measured loss (at
/// most 1.3 |x| + 4 units for exp) with a margin, checked against a third library in tests/.
/// Cost: an exp 5 microseconds, a log 15, the rest 0.2.

#include <array>
#include <cstdint>
#include <string>

#include "engine/ball.hpp"

namespace softmax {

struct WideBall {
  std::array<std::uint64_t, 3>
      significand{};          ///< a whole number below 2^168, its top bit set, or 0
  std::int64_t exponent = 0;  ///< midpoint = significand 2^(exponent - 167)
  Magnitude radius;
  bool negative = false;

  bool operator==(const WideBall&) const = default;
  [[nodiscard]] bool zero_midpoint() const { return significand[2] == 0; }
  [[nodiscard]] bool exact() const { return radius.zero(); }
};

// As of Ball, each: ball.hpp.
Magnitude unit(const WideBall& x);
Magnitude midpoint_above(const WideBall& x);
Magnitude size_below(const WideBall& x);
WideBall operator-(WideBall x);
WideBall operator+(const WideBall& a, const WideBall& b);
WideBall operator-(const WideBall& a, const WideBall& b);
WideBall operator*(const WideBall& a, const WideBall& b);
WideBall operator/(const WideBall& a, const WideBall& b);
bool operator<(const WideBall& a, const WideBall& b);
WideBall exp(const WideBall& x);
WideBall log(const WideBall& x);
std::string hexadecimal(const WideBall& x);

/// Computes: the same ball.
WideBall widened(const Ball& x);
/// Computes: the ball cut off to 128 bits.
Ball narrowed(const WideBall& x);

template <>
WideBall exactly<WideBall>(double value);
template <>
WideBall exactly<WideBall>(std::uint64_t whole, std::int64_t scale);

}  // namespace softmax
