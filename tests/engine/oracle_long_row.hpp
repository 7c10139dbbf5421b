#pragma once
/// What shifted and unshifted softmax hold of a row too long for the rationals of oracle_trace.hpp:
/// an interval a logit, 500 MB a million.

#include <vector>

#include "tests/engine/oracle.hpp"

namespace softmax::oracle {

/// A divisor, and its logarithm: for what is itself kept as a logarithm.
struct Divisor {
  Truth value;
  Truth log_value;

  explicit Divisor(const Interval& x) : value(x), log_value(log(x)) {}
};

class LongRow {
 public:
  /// Domain: finite or masked; not all masked. T > 0.
  LongRow(std::vector<double> logits, double temperature);

  /// e^((z - max)/T), as the definition says.
  [[nodiscard]] const Truth& shifted(std::size_t i) const { return exponentials_[i]; }
  /// e^(z/T): that, over e^(-max/T).
  [[nodiscard]] Truth unshifted(std::size_t i) const;
  [[nodiscard]] Truth probability(std::size_t i) const;
  [[nodiscard]] const Truth& sum() const { return sum_.value; }
  [[nodiscard]] Truth unshifted_sum() const;

 private:
  std::vector<double> z_;
  double largest_;
  std::vector<Truth> exponentials_;
  Divisor sum_;
  Divisor shift_;  ///< e^(-max/T)
};

}  // namespace softmax::oracle
