#pragma once
/// Seeded numbers for property tests, the same on every machine (the standard's distributions
/// are not). A test captures its seed, so that a failure names it.

#include <bit>
#include <cmath>
#include <cstdint>
#include <random>

#include "engine/format.hpp"

namespace softmax {

class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  /// Computes: a whole number from low to high, both included.
  std::int64_t whole(std::int64_t low, std::int64_t high) {
    const auto span = static_cast<std::uint64_t>(high - low) + 1;
    return low + static_cast<std::int64_t>(span == 0 ? engine_() : engine_() % span);
  }

  /// Computes: a number from 0 to 1, of 53 bits.
  double unit() { return static_cast<double>(engine_() >> 11U) * 0x1p-53; }
  double between(double low, double high) { return low + (high - low) * unit(); }

  bool coin() { return (engine_() >> 63U) != 0; }
  double sign() { return coin() ? 1.0 : -1.0; }

  /// Computes: +-m 2^e with m of 53 bits in [1, 2) and e from low to high.
  double spread(int low, int high) {
    return sign() * std::ldexp(1 + unit(), static_cast<int>(whole(low, high)));
  }

  /// Computes: any double, by its bits, but no NaN and no infinity.
  double any_double() {
    for (;;) {
      const auto value = std::bit_cast<double>(engine_());
      if (std::isfinite(value)) { return value; }
    }
  }

  /// Computes: any element of a container.
  template <class Container>
  const auto& any_of(const Container& from) {
    return from[static_cast<std::size_t>(whole(0, static_cast<std::int64_t>(from.size()) - 1))];
  }

  std::uint64_t bits() { return engine_(); }

 private:
  std::mt19937_64 engine_;
};

}  // namespace softmax
