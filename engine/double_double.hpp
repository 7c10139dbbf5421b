#pragma once
/// The sum of two doubles as one number of about 104 bits (Dekker 1971; Knuth, TAOCP 2, 4.2.2).
/// Only what exp_rounded needs; every operation is plain + - *, so it is the same everywhere.

namespace softmax {

/// high + low, with |low| at most half an ulp of high.
struct DoubleDouble {
  double high = 0;
  double low = 0;
};

/// Computes: a + b exactly.
inline DoubleDouble two_sum(double a, double b) {
  const double sum = a + b;
  const double b_part = sum - a;
  return {sum, (a - (sum - b_part)) + (b - b_part)};
}

/// Computes: a + b exactly. Domain: |a| >= |b| or a = 0.
inline DoubleDouble quick_two_sum(double a, double b) {
  const double sum = a + b;
  return {sum, b - (sum - a)};
}

/// Computes: a in two halves of 26 bits. Domain: |a| below 2^996.
inline DoubleDouble split(double a) {
  constexpr double splitter = 134217729.0;  // 2^27 + 1
  const double scaled = splitter * a;
  const double high = scaled - (scaled - a);
  return {high, a - high};
}

/// Computes: a * b exactly, where neither it nor its error underflows.
inline DoubleDouble two_product(double a, double b) {
  const double product = a * b;
  const DoubleDouble x = split(a);
  const DoubleDouble y = split(b);
  const double error =
      ((x.high * y.high - product) + x.high * y.low + x.low * y.high) + x.low * y.low;
  return {product, error};
}

/// Error: 2^-103 of |a| + |b|.
inline DoubleDouble operator+(const DoubleDouble& a, const DoubleDouble& b) {
  const DoubleDouble high = two_sum(a.high, b.high);
  return quick_two_sum(high.high, high.low + (a.low + b.low));
}

/// Error: 2^-101 of |a b|.
inline DoubleDouble operator*(const DoubleDouble& a, const DoubleDouble& b) {
  const DoubleDouble high = two_product(a.high, b.high);
  return quick_two_sum(high.high, high.low + (a.high * b.low + a.low * b.high));
}

}  // namespace softmax
