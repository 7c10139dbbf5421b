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
/// Error: 168 bits are carried. + - * / add at most one unit of 2^-167 and add none where the
/// result fits; exp adds (32 + 8|x|) 2^-168, log 2^-150 max(|log x|, 2^-20) or, near 1,
/// 2^-150 |log x|. The first two follow from Boost.Multiprecision's correctly rounded basic
/// operations. The last two are its measured loss (at most 1.3 |x| + 4 units for exp) with a
/// margin, and are checked against a second library in tests/.
/// Cost: an exp 5 microseconds, a log 15, the rest 0.2.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/format.hpp"
#include "engine/magnitude.hpp"

namespace softmax {

/// A number as decimal text, only as long as all its digits are certain (the last one rounded).
struct CertainDecimal {
  std::string digits;  ///< "0.25", "1.97e434", "exp(1000000000)", "-inf", "undefined", "0"
  std::string radius;  ///< two digits, rounded up; |real - digits| is at most this.
                       ///< Empty of exp(x) and undefined
};

class Certified {
 public:
  enum class Kind : std::uint8_t {
    finite,
    exponential,  ///< e^x, and what is stored is x
    minus_infinity,
    undefined,
  };

  /// Zero, exactly.
  Certified() = default;

  /// The double itself, exactly; -inf is -inf, +inf and NaN are undefined.
  explicit Certified(double value);

  /// Computes: digits * 10^exponent; exact where it is a binary fraction of 168 bits.
  /// Domain: digits are '0' to '9', at least one; |exponent| at most 10,000.
  static Certified from_decimal(bool negative, std::string_view digits, int exponent);

  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] bool finite() const { return kind_ == Kind::finite; }
  [[nodiscard]] bool undefined() const { return kind_ == Kind::undefined; }
  /// Known to the last bit.
  [[nodiscard]] bool exact() const { return finite() && radius_.zero(); }
  /// Exactly zero.
  [[nodiscard]] bool zero() const { return exact() && significand_[2] == 0; }
  /// The sign of a finite number, if the enclosure leaves it in no doubt: -1, 0 or 1.
  [[nodiscard]] std::optional<int> sign() const;
  /// The same exactly known number (two undefined ones are not).
  [[nodiscard]] bool same(const Certified& other) const;
  /// The same enclosure: of one real number, if both came out of one computation.
  [[nodiscard]] bool same_enclosure(const Certified& other) const;
  /// floor(log2 |midpoint|). Domain: finite, not zero.
  [[nodiscard]] std::int64_t exponent() const { return exponent_; }
  [[nodiscard]] const Magnitude& radius() const { return radius_; }
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

  friend Certified operator+(const Certified& a, const Certified& b);
  friend Certified operator-(const Certified& a, const Certified& b);
  friend Certified operator*(const Certified& a, const Certified& b);
  friend Certified operator/(const Certified& a, const Certified& b);
  friend Certified operator-(const Certified& a);
  friend bool operator<(const Certified& a, const Certified& b);
  friend Certified exp(const Certified& x);
  friend Certified log(const Certified& x);

 private:
  friend struct Arithmetician;  // the one that sees Boost, in certified.cpp

  std::array<std::uint64_t, 3> significand_{};  ///< an integer below 2^168, its top bit set, or 0
  std::int64_t exponent_ = 0;                   ///< midpoint = significand * 2^(exponent - 167)
  Magnitude radius_;
  bool negative_ = false;
  Kind kind_ = Kind::finite;
};

inline bool operator>(const Certified& a, const Certified& b) { return b < a; }
inline Certified abs(const Certified& x) { return x < Certified() ? -x : x; }
inline bool is_masked(const Certified& x) { return x.kind() == Certified::Kind::minus_infinity; }

/// Computes: ulp(y) = 2^(max(floor(log2 |y|), emin) - p + 1), the spacing of the format at the
/// certified real y (Goldberg's, as J.-M. Muller words it); the smallest subnormal at 0. Where the
/// enclosure of y leaves two spacings possible, an enclosure of both.
/// Domain: y finite.
Certified ulp(const Certified& y, const Format& format);

/// Computes: the decimal number rounded once to the format, ties to even, however long it is.
/// Domain: as Certified::from_decimal.
double round_decimal(bool negative, std::string_view digits, int exponent, const Format& format);

}  // namespace softmax
