#pragma once
/// A second opinion on every certified number: interval arithmetic by MPFI, rationals by GMP.
///
/// Neither shares a line with Boost.Multiprecision, which the engine uses. An `Interval` holds
/// the real number that it stands for, always: MPFI rounds every bound outward.
///
///     const Interval third = Interval(1.0) / Interval(3.0);
///     encloses(Certified(1.0) / Certified(3.0), third);   // true
///
/// A `Truth` is what a stage of softmax really holds: a number however large, -inf, or undefined.

#include <gmpxx.h>
#include <mpfi.h>

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/certified.hpp"
#include "engine/format.hpp"

namespace softmax::oracle {

using Rational = mpq_class;

class Interval {
 public:
  static constexpr int default_bits = 320;

  /// The double itself. Domain: finite.
  explicit Interval(double exact = 0, int bits = default_bits);
  Interval(const Interval& other);
  Interval& operator=(const Interval& other);
  ~Interval() { mpfi_clear(value_); }

  /// Computes: the narrowest interval that holds the decimal or (0x...p...) binary number.
  static Interval of_text(const std::string& text, int bits = default_bits);
  static Interval of_rational(const Rational& number, int bits = default_bits);
  /// The midpoint and the radius of a certified number; of e^x those of x.
  template <class B>
  static Interval midpoint_of(const Enclosure<B>& c) {
    return of_text(c.midpoint_hex());
  }
  template <class B>
  static Interval radius_of(const Enclosure<B>& c) {
    return of_magnitude(c.radius());
  }
  static Interval of_magnitude(const Magnitude& m);
  /// Computes: the narrowest interval that holds both.
  static Interval hull(const Interval& a, const Interval& b);

  [[nodiscard]] int bits() const { return static_cast<int>(mpfi_get_prec(value_)); }
  [[nodiscard]] bool inside(const Interval& outer) const;
  [[nodiscard]] bool holds_zero() const;
  [[nodiscard]] bool is_point() const;
  [[nodiscard]] bool is_one() const { return is_point() && mpfr_cmp_ui(&value_->left, 1) == 0; }
  [[nodiscard]] bool is_zero() const { return mpfi_is_zero(value_) > 0; }
  /// Sure to be less.
  [[nodiscard]] bool below(const Interval& other) const;
  /// floor(log2 |lower|) and floor(log2 |upper|) agree, and are this.
  [[nodiscard]] std::optional<long> exponent() const;
  [[nodiscard]] Rational lower() const;
  [[nodiscard]] Rational upper() const;
  [[nodiscard]] Interval lower_end() const;
  [[nodiscard]] Interval upper_end() const;
  [[nodiscard]] double approximate() const;
  [[nodiscard]] std::string text() const;

  /// Computes: each bound rounded to the format (-0 as 0); empty where they differ.
  [[nodiscard]] std::optional<double> nearest(const Format& format) const;

  friend Interval operator+(const Interval& a, const Interval& b);
  friend Interval operator-(const Interval& a, const Interval& b);
  friend Interval operator*(const Interval& a, const Interval& b);
  friend Interval operator/(const Interval& a, const Interval& b);
  friend Interval exp(const Interval& x);
  friend Interval log(const Interval& x);
  friend Interval abs(const Interval& x);
  friend Interval times_power_of_two(const Interval& x, long exponent);

 private:
  mpfi_t value_;
};

/// Computes: floor(log2 x) of a positive rational.
long floor_log2(const Rational& x);

/// Computes: the exact rational rounded once to the format, ties to even.
double nearest(const Rational& exact, const Format& format);

/// Computes: digits * 10^exponent exactly.
Rational rational(const std::string& digits, int exponent);

/// Computes: a finite double exactly.
Rational rational(double exact);

/// A real number within `slack` of `value`; or e to such a power; or -inf, or undefined. The slack
/// is what no interval can hold: by how much e^-1e300 moves a sum.
struct Truth {
  Certified::Kind kind = Certified::Kind::finite;
  Interval value{};
  Interval slack{0, 53};
  std::optional<Rational> rational{};   ///< the number itself, if it is known as a fraction
  std::optional<Rational> logarithm{};  ///< its logarithm, if that is

  Truth() = default;
  explicit Truth(Interval real) : value(std::move(real)) {}
  explicit Truth(const Rational& exact, int bits = Interval::default_bits)
      : value(Interval::of_rational(exact, bits)), rational(exact) {}
  /// As Certified reads a double: -inf is -inf, +inf and NaN are undefined.
  explicit Truth(double held, int bits = Interval::default_bits);

  [[nodiscard]] bool finite() const { return kind == Certified::Kind::finite; }
  [[nodiscard]] bool undefined() const { return kind == Certified::Kind::undefined; }
  [[nodiscard]] bool masked() const { return kind == Certified::Kind::minus_infinity; }
  /// All that the number may be. Domain: finite, or an e^x that MPFR can hold.
  [[nodiscard]] Interval everything() const;
  [[nodiscard]] std::string text() const;
};

Truth operator+(const Truth& a, const Truth& b);
Truth operator-(const Truth& a, const Truth& b);
Truth operator/(const Truth& a, const Truth& b);
Truth exp(const Truth& x);
Truth log(const Truth& x);

/// Whether [midpoint - radius, midpoint + radius] holds all of the interval.
template <class B>
bool encloses(const Enclosure<B>& c, const Interval& real);

/// The same, and the kinds match; of numbers kept as their logarithms, those are compared.
template <class B>
bool encloses(const Enclosure<B>& c, const Truth& truth);

/// Computes: the spacing of the format at y; an interval where y spans a power of two.
Interval ulp(const Interval& y, const Format& format);

/// Computes: (computed - exact) / ulp(exact), signed.
Interval error_in_ulps(double computed, const Interval& exact, const Format& format);

/// Computes: softmax, its logarithm, and ln sum e^(z/T), as their definitions say (with the
/// maximum taken out of the exponents, which changes no real number). -inf is a mask.
/// Domain: T > 0.
std::vector<Truth> softmax(std::span<const double> z, double temperature,
                           int bits = Interval::default_bits);
std::vector<Truth> log_softmax(std::span<const double> z, double temperature,
                               int bits = Interval::default_bits);
Truth log_sum_exp(std::span<const double> z, double temperature, int bits = Interval::default_bits);

}  // namespace softmax::oracle
