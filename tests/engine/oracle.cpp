#include "tests/engine/oracle.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

namespace softmax::oracle {
namespace {

/// MPFR's own default stops at 2^(2^30): e^(10^9) lies beyond it.
void widen_exponents() {
  static const int done = mpfr_set_emax(mpfr_get_emax_max()) + mpfr_set_emin(mpfr_get_emin_min());
  static_cast<void>(done);
}

Rational exactly(mpfr_srcptr x) {
  Rational result;
  mpfr_get_q(result.get_mpq_t(), x);
  return result;
}

/// A bound rounded to the format; those far outside of its range without a huge rational.
double nearest_bound(mpfr_srcptr x, const Format& format) {
  if (mpfr_zero_p(x) != 0) { return 0; }
  if (mpfr_inf_p(x) != 0) { return overflow_value(format, mpfr_sgn(x) < 0); }
  const long exponent = mpfr_get_exp(x) - 1;
  if (exponent > format.emax) { return overflow_value(format, mpfr_sgn(x) < 0); }
  if (exponent < format.emin - format.precision) { return 0; }
  return nearest(exactly(x), format);
}

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

}  // namespace

Interval::Interval(double exact, int bits) {
  widen_exponents();
  if (!std::isfinite(exact)) { throw std::invalid_argument("an interval of a non-number"); }
  mpfi_init2(value_, bits);
  mpfi_set_d(value_, exact);
}

Interval::Interval(const Interval& other) {
  mpfi_init2(value_, other.bits());
  mpfi_set(value_, other.value_);
}

Interval& Interval::operator=(const Interval& other) {
  if (this != &other) {
    mpfi_set_prec(value_, other.bits());
    mpfi_set(value_, other.value_);
  }
  return *this;
}

Interval Interval::of_text(const std::string& text, int bits) {
  Interval result(0, bits);
  const int off = mpfr_strtofr(&result.value_->left, text.c_str(), nullptr, 0, MPFR_RNDD);
  if (off == 0) {  // exact, as every midpoint is: the other bound need not be read once more
    mpfr_set(&result.value_->right, &result.value_->left, MPFR_RNDU);
  } else {
    mpfr_strtofr(&result.value_->right, text.c_str(), nullptr, 0, MPFR_RNDU);
  }
  return result;
}

Interval Interval::of_rational(const Rational& number, int bits) {
  Interval result(0, bits);
  mpfi_set_q(result.value_, number.get_mpq_t());
  return result;
}

Interval Interval::of_magnitude(const Magnitude& m) {
  return times_power_of_two(of_text(fmt::format("{:#x}", m.significand)), m.exponent - 64);
}

Interval Interval::hull(const Interval& a, const Interval& b) {
  Interval result(a);
  mpfi_union(result.value_, a.value_, b.value_);
  return result;
}

bool Interval::inside(const Interval& outer) const {
  return mpfi_is_inside(value_, outer.value_) > 0;
}
bool Interval::holds_zero() const { return mpfi_has_zero(value_) > 0; }
bool Interval::is_point() const { return mpfr_equal_p(&value_->left, &value_->right) != 0; }
bool Interval::below(const Interval& other) const {
  return mpfr_less_p(&value_->right, &other.value_->left) != 0;
}

std::optional<long> Interval::exponent() const {
  if (holds_zero() || mpfr_get_exp(&value_->left) != mpfr_get_exp(&value_->right)) {
    return std::nullopt;
  }
  return mpfr_get_exp(&value_->left) - 1;
}

Rational Interval::lower() const { return exactly(&value_->left); }
Rational Interval::upper() const { return exactly(&value_->right); }
Interval Interval::lower_end() const {
  Interval result(*this);
  mpfi_set_fr(result.value_, &value_->left);
  return result;
}
Interval Interval::upper_end() const {
  Interval result(*this);
  mpfi_set_fr(result.value_, &value_->right);
  return result;
}
double Interval::approximate() const { return mpfi_get_d(value_); }

std::string Interval::text() const {
  std::array<char, 200> buffer{};
  mpfr_snprintf(buffer.data(), buffer.size(), "[%.45Rg, %.45Rg]", &value_->left, &value_->right);
  return buffer.data();
}

std::optional<double> Interval::nearest(const Format& format) const {
  const double low = nearest_bound(&value_->left, format);
  const double high = nearest_bound(&value_->right, format);
  return same(low, high) ? std::optional(low) : std::nullopt;
}

Interval operator+(const Interval& a, const Interval& b) {
  Interval result(0, std::max(a.bits(), b.bits()));
  mpfi_add(result.value_, a.value_, b.value_);
  return result;
}
Interval operator-(const Interval& a, const Interval& b) {
  Interval result(0, std::max(a.bits(), b.bits()));
  mpfi_sub(result.value_, a.value_, b.value_);
  return result;
}
Interval operator*(const Interval& a, const Interval& b) {
  Interval result(0, std::max(a.bits(), b.bits()));
  mpfi_mul(result.value_, a.value_, b.value_);
  return result;
}
Interval operator/(const Interval& a, const Interval& b) {
  Interval result(0, std::max(a.bits(), b.bits()));
  mpfi_div(result.value_, a.value_, b.value_);
  return result;
}
Interval exp(const Interval& x) {
  Interval result(0, x.bits());
  mpfi_exp(result.value_, x.value_);
  return result;
}
Interval log(const Interval& x) {
  Interval result(0, x.bits());
  mpfi_log(result.value_, x.value_);
  return result;
}
Interval abs(const Interval& x) {
  Interval result(0, x.bits());
  mpfi_abs(result.value_, x.value_);
  return result;
}
Interval times_power_of_two(const Interval& x, long exponent) {
  Interval result(0, x.bits());
  mpfi_mul_2si(result.value_, x.value_, exponent);
  return result;
}

}  // namespace softmax::oracle
