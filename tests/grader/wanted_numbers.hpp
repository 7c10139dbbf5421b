#pragma once
/// The edges of float, and what the tests of wanted numbers ask of them.

#include <cmath>
#include <limits>

#include "grader/wanted.hpp"

namespace softmax::grader {

inline constexpr double inf = std::numeric_limits<double>::infinity();
inline constexpr double nan = std::numeric_limits<double>::quiet_NaN();
inline constexpr double largest = std::numeric_limits<float>::max();
inline constexpr double smallest = std::numeric_limits<float>::denorm_min();
inline constexpr double normal = std::numeric_limits<float>::min();
/// 2^128 (1 - 2^-25), half a step above the largest float: from here on a sum is infinite.
inline constexpr double overflow = 0x1.ffffffp127;

inline bool in_float(const Wanted& wanted, double computed) {
  return accepts(wanted, computed, binary32());
}

inline double next(double x, double goal) {
  return std::nextafter(static_cast<float>(x), static_cast<float>(goal));
}

/// A third: no float and no double.
inline Certified third() { return Certified(1.0) / Certified(3.0); }

}  // namespace softmax::grader
