#pragma once
/// A nonnegative bound that is only ever rounded up: the radius of a certified number.
///
/// A double would do, were it not that e^1000 has a radius too: the exponent is an integer
/// of its own, so a bound neither overflows nor underflows.

#include <cmath>
#include <cstdint>

namespace softmax {

/// The bound mantissa * 2^exponent, mantissa 0 or in [1/2, 1).
/// Each operation below is at least the exact result and at most 1 + 2^-49 times it.
struct Magnitude {
  double mantissa = 0;
  std::int64_t exponent = 0;

  static Magnitude of(double value, std::int64_t scale = 0) {
    int shift = 0;
    const double mantissa = std::frexp(value, &shift);
    return mantissa == 0 ? Magnitude{} : Magnitude{mantissa, scale + shift};
  }

  [[nodiscard]] bool zero() const { return mantissa == 0; }
  bool operator==(const Magnitude&) const = default;
};

/// One rounding to nearest errs by a factor of at most 1 + 2^-53; this step covers two.
inline Magnitude rounded_up(double value, std::int64_t scale) {
  return Magnitude::of(value * (1 + std::ldexp(1.0, -51)), scale);
}

inline Magnitude operator+(const Magnitude& a, const Magnitude& b) {
  if (a.zero()) { return b; }
  if (b.zero()) { return a; }
  const Magnitude& large = a.exponent >= b.exponent ? a : b;
  const Magnitude& small = a.exponent >= b.exponent ? b : a;
  const std::int64_t gap = small.exponent - large.exponent;
  const double aligned =
      gap < -60 ? std::ldexp(1.0, -60) : std::ldexp(small.mantissa, static_cast<int>(gap));
  return rounded_up(large.mantissa + aligned, large.exponent);
}

inline Magnitude operator*(const Magnitude& a, const Magnitude& b) {
  return rounded_up(a.mantissa * b.mantissa, a.exponent + b.exponent);
}

/// Domain: b is not zero, and is a lower bound of what it stands for.
inline Magnitude operator/(const Magnitude& a, const Magnitude& b) {
  return rounded_up(a.mantissa / b.mantissa, a.exponent - b.exponent);
}

inline bool operator<(const Magnitude& a, const Magnitude& b) {
  if (a.zero() || b.zero()) { return !b.zero(); }
  return a.exponent != b.exponent ? a.exponent < b.exponent : a.mantissa < b.mantissa;
}

}  // namespace softmax
