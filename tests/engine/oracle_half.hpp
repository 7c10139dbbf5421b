#pragma once
/// Other people's small floating-point types: the compiler's _Float16, Eigen's half and bfloat16.

#include <Eigen/Core>
#include <bit>
#include <cmath>
#include <cstdint>

namespace softmax::oracle {

// g++ and clang know it on x86-64 and on AArch64; -Wpedantic is told that it is meant.
__extension__ using Float16 = _Float16;

inline double held(Float16 x) { return static_cast<double>(x); }
inline double held(Eigen::half x) { return static_cast<double>(static_cast<float>(x)); }
inline double held(Eigen::bfloat16 x) { return static_cast<double>(static_cast<float>(x)); }

/// The same number, sign of zero included; any NaN is any other.
inline bool identical(double a, double b) {
  if (std::isnan(a) || std::isnan(b)) { return std::isnan(a) && std::isnan(b); }
  return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

}  // namespace softmax::oracle
