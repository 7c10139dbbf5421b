#pragma once
/// A real number known to within a radius that is proved, never guessed.
///
/// A `Certified` is an enclosure [midpoint - radius, midpoint + radius] that contains the real
/// number it stands for. It runs the same stage templates as the machine's numbers do, so that
/// each stage of a trace has a reference beside it.
///
///     const Certified x = exp(Certified(1000.0));    // float and double have only inf for it
///     x.decimal(12).digits;                          // "1.97007111402e434"
///
/// It holds more than finite numbers, because softmax needs more: -inf (a mask), *undefined*
/// (0/0, -inf - -inf), and e^x where x is beyond 2.3e8 in size, kept as its logarithm x.
/// It is no interval arithmetic for general use: comparison looks at midpoints.
///
/// There are two, and one text of them: `Certified` carries 128 bits (ball.hpp), `Witness` 168 by
/// another library (wide_ball.hpp), a hundred times as slowly. Errors and costs stand there.

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "engine/ball.hpp"
#include "engine/decimal.hpp"
#include "engine/format.hpp"
#include "engine/made_in_place.hpp"
#include "engine/wide_ball.hpp"

namespace softmax {

enum class CertifiedKind : std::uint8_t {
  finite,
  exponential,  ///< e^x, and what is stored is x
  minus_infinity,
  undefined,
};

/// A ball, or what a ball is not.
template <class BallType>
class Enclosure {
 public:
  using Kind = CertifiedKind;

  /// Zero, exactly.
  Enclosure() = default;

  /// The double itself, exactly; -inf is -inf, +inf and NaN are undefined.
  explicit Enclosure(double value);

  /// The number that the ball holds; of kind exponential, e to it.
  explicit Enclosure(const BallType& ball, Kind kind = Kind::finite) : ball_(ball), kind_(kind) {}

  /// The same, of a ball.
  template <class Make>
    requires std::same_as<std::invoke_result_t<const Make&>, BallType>
  explicit Enclosure(const MadeInPlace<Make>& ball) : ball_(ball.make()) {}

  /// Computes: digits * 10^exponent; exact where it is a binary fraction of as many bits.
  /// Domain: digits are '0' to '9', at least one; |exponent| at most 10,000.
  static Enclosure from_decimal(bool negative, std::string_view digits, int exponent);

  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] bool finite() const { return kind_ == Kind::finite; }
  [[nodiscard]] bool undefined() const { return kind_ == Kind::undefined; }
  /// Known to the last bit.
  [[nodiscard]] bool exact() const { return finite() && ball_.exact(); }
  /// Exactly zero.
  [[nodiscard]] bool zero() const { return exact() && ball_.zero_midpoint(); }
  /// The sign of a finite number, if the enclosure leaves it in no doubt: -1, 0 or 1.
  [[nodiscard]] std::optional<int> sign() const;
  /// The same exactly known number (two undefined ones are not).
  [[nodiscard]] bool same(const Enclosure& other) const;
  /// The same enclosure: of one real number, if both came out of one computation.
  [[nodiscard]] bool same_enclosure(const Enclosure& other) const;
  /// Domain: finite or exponential.
  [[nodiscard]] const BallType& ball() const { return ball_; }
  /// floor(log2 |midpoint|). Domain: finite, not zero.
  [[nodiscard]] std::int64_t exponent() const { return ball_.exponent; }
  [[nodiscard]] const Magnitude& radius() const { return ball_.radius; }
  /// The radius over |midpoint|, rounded up; infinite where the enclosure holds zero but is not it.
  [[nodiscard]] double relative_radius() const;

  /// Computes: the double nearest to the midpoint (for bars and comparisons, not for judging).
  [[nodiscard]] double approximate() const;

  /// Computes: the number rounded once to the format, ties to even; empty if the radius leaves
  /// two candidates (Ziv's test). -inf is -inf, undefined is NaN.
  [[nodiscard]] std::optional<double> round_to(const Format& format) const;

  /// Computes: at most `most` significant digits, fewer where fewer are certain.
  [[nodiscard]] CertainDecimal decimal(int most) const;

  /// Computes: the midpoint, exactly, as "[-]0xMANTISSApEXPONENT": for a second library to read
  /// (see tests/).
  [[nodiscard]] std::string midpoint_hex() const;

 private:
  BallType ball_;  ///< of an exponential e^x, x
  Kind kind_ = Kind::finite;
};

using Certified = Enclosure<Ball>;
using Witness = Enclosure<WideBall>;

// + - * / and < are made once, in certified.cpp; for a loop over rows certified_arithmetic.hpp has
// their bodies.
template <class B>
Enclosure<B> operator+(const Enclosure<B>& a, const Enclosure<B>& b);
template <class B>
Enclosure<B> operator-(const Enclosure<B>& a, const Enclosure<B>& b);
template <class B>
Enclosure<B> operator*(const Enclosure<B>& a, const Enclosure<B>& b);
template <class B>
Enclosure<B> operator/(const Enclosure<B>& a, const Enclosure<B>& b);
template <class B>
Enclosure<B> operator-(const Enclosure<B>& a);
template <class B>
bool operator<(const Enclosure<B>& a, const Enclosure<B>& b);
template <class B>
Enclosure<B> exp(const Enclosure<B>& x);
template <class B>
Enclosure<B> log(const Enclosure<B>& x);

template <class B>
bool operator>(const Enclosure<B>& a, const Enclosure<B>& b) {
  return b < a;
}
template <class B>
Enclosure<B> abs(const Enclosure<B>& x) {
  return x < Enclosure<B>() ? -x : x;
}
template <class B>
bool is_masked(const Enclosure<B>& x) {
  return x.kind() == CertifiedKind::minus_infinity;
}

/// Computes: ulp(y) = 2^(max(floor(log2 |y|), emin) - p + 1), the spacing of the format at the
/// certified real y (Goldberg's, as J.-M. Muller words it); the smallest subnormal at 0. Where the
/// enclosure of y leaves two spacings possible, an enclosure of both.
/// Domain: y finite.
template <class B>
Enclosure<B> ulp(const Enclosure<B>& y, const Format& format);

}  // namespace softmax
