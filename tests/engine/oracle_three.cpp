#include "tests/engine/oracle_three.hpp"

#include <algorithm>
#include <cmath>

namespace softmax::oracle {
namespace {

/// 2^exponent, exactly, beyond the doubles too. Domain: |exponent| below 2000.
Three power_of_two(int exponent) {
  return Three(std::ldexp(1.0, exponent / 2)) * Three(std::ldexp(1.0, exponent - exponent / 2));
}

/// +-m 2^exponent, m of 53 bits in [1, 2).
Three of_size(int exponent, Random& random) {
  return Three(random.spread(0, 0)) * power_of_two(exponent);
}

Three of_any_size(int low, int high, Random& random) {
  return of_size(static_cast<int>(random.whole(low, high)), random);
}

/// The double next to the number, or one up to three beside it.
Three double_near(const Interval& real, Random& random) {
  const double x = real.approximate();
  return Three(x + static_cast<double>(random.whole(-3, 3)) * std::ldexp(x, -52));
}

/// The number of 128 bits next to it, or one up to three units beside it: a sum of three doubles,
/// each of which is exact in all three libraries.
Three wide_near(const Interval& real, Random& random) {
  const double high = real.approximate();
  const Interval rest = real - Interval(high);
  const double middle = rest.approximate();
  const double unit = std::ldexp(1.0, std::ilogb(high) - 127);
  const double units = std::round((rest - Interval(middle)).approximate() / unit);
  return Three(high) + Three(middle) +
         Three((units + static_cast<double>(random.whole(-3, 3))) * unit);
}

Three near(const Interval& real, Random& random) {
  return random.coin() ? double_near(real, random) : wide_near(real, random);
}

const Interval& ln_2() {
  static const Interval value = log(Interval(2.0));
  return value;
}

/// A multiple of ln 2 / 4096, one time in two of ln 2, of any size up to 2.3e8.
Interval multiple_of_step(Random& random) {
  const bool whole = random.coin();
  const double most = std::log2(2.3e8 / std::log(2.0)) + (whole ? 0 : 12);
  const double count = random.sign() * std::ceil(std::exp2(random.between(0, most)) - 1.0);
  const Interval multiple = ln_2() * Interval(count);
  return whole ? multiple : times_power_of_two(multiple, -12);
}

Three quotient(int low, int high, Random& random) {
  return of_any_size(low, high, random) / of_any_size(-20, 0, random);
}

Three positive(const Three& x) { return x.ball < Certified(0.0) ? Three(0.0) - x : x; }

Interval power_of_step(Random& random) {
  const auto count = static_cast<double>(random.whole(-8192, 8192));
  return exp(times_power_of_two(ln_2() * Interval(count), -12));
}

/// 1 +- m 2^e: at e = -7 the logarithm's algorithm changes.
Three near_one(Random& random) {
  return random.coin() ? Three(1.0) + of_any_size(-75, -5, random)
                       : Three(1.0) + Three(random.sign() * 0x1p-7) + of_any_size(-75, -40, random);
}

}  // namespace

Three exp_argument(int i, Random& random) {
  switch (i % 6) {
    case 0:
      return of_any_size(-1100, 26, random);
    case 1:
      return of_any_size(-20, 26, random);
    case 2: {
      const Interval multiple = multiple_of_step(random);
      return multiple.is_zero() ? of_size(-126, random) : double_near(multiple, random);
    }
    case 3: {
      const Interval multiple = multiple_of_step(random);
      return multiple.is_zero() ? Three(0.0) : wide_near(multiple, random);
    }
    case 4:
      return quotient(-140, 6, random);
    default:
      return random.coin() ? of_any_size(0, 26, random) - of_any_size(-60, 20, random)
                           : quotient(-3, 3, random) - quotient(-3, 3, random);
  }
}

Three log_argument(int i, Random& random) {
  switch (i % 6) {
    case 0:
      return positive(of_any_size(-1100, 1100, random));
    case 1:
      return near_one(random);
    case 2:
      return near(power_of_step(random), random);
    case 3:
      return positive(quotient(-40, 20, random));
    case 4:
      return exp(of_any_size(-130, 26, random));
    default:
      return Three(1.0) + Three(random.sign() * std::ldexp(1.0, -1 - i / 6 % 127));
  }
}

Pair operands(int i, Random& random) {
  const auto wide = [&random](int exponent) {
    return of_size(exponent, random) + of_size(exponent - 53, random) +
           Three(std::ldexp(static_cast<double>(random.whole(0, 1 << 20)), exponent - 126));
  };
  const int size = static_cast<int>(random.whole(-400, 400));
  switch (i % 5) {
    case 0:
      return {of_any_size(-1100, 1100, random), of_any_size(-1100, 1100, random)};
    case 1:
      return {wide(size), of_size(size + static_cast<int>(random.whole(-130, 130)), random)};
    case 2:
      return {wide(size), wide(size + static_cast<int>(random.whole(-130, 130)))};
    case 3: {
      const Three a = wide(size);
      return {a, Three(random.sign()) * (a + of_size(size - 130 + i / 5 % 130, random))};
    }
    default:
      return {quotient(size, size + 2, random),
              random.coin() ? quotient(size - 2, size, random) : wide(size)};
  }
}

}  // namespace softmax::oracle
