#include "tests/engine/oracle_long_row.hpp"

#include <algorithm>
#include <cmath>

namespace softmax::oracle {
namespace {

std::vector<Truth> exponentials(const std::vector<double>& z, double largest, double t) {
  std::vector<Truth> all;
  all.reserve(z.size());
  for (const double x : z) {
    all.push_back(std::isinf(x) ? Truth(0.0)
                                : exp(Truth((Interval(x) - Interval(largest)) / Interval(t))));
  }
  return all;
}

/// Those that are kept as logarithms are below e^-10,000,000 each, and not added one by one.
Interval total_of(const std::vector<Truth>& exponentials) {
  Interval sum(0.0);
  for (const Truth& e : exponentials) {
    if (e.finite()) { sum = sum + e.value; }
  }
  const Interval rest = Interval(static_cast<double>(exponentials.size())) * exp(Interval(-1e7));
  return sum + Interval::hull(Interval(0.0), rest);
}

Truth over(const Truth& e, const Divisor& d) {
  return e.finite() ? e / d.value : exp(log(e) - d.log_value);
}

}  // namespace

LongRow::LongRow(std::vector<double> logits, double temperature)
    : z_(std::move(logits)),
      largest_(*std::max_element(z_.begin(), z_.end())),
      exponentials_(exponentials(z_, largest_, temperature)),
      sum_(total_of(exponentials_)),
      shift_(exp(Interval(-largest_) / Interval(temperature))) {}

// e^0 is exact, which no quotient of intervals is.
Truth LongRow::unshifted(std::size_t i) const {
  return z_[i] == 0 ? Truth(1.0) : over(exponentials_[i], shift_);
}
Truth LongRow::probability(std::size_t i) const { return over(exponentials_[i], sum_); }
Truth LongRow::unshifted_sum() const { return over(sum_.value, shift_); }

}  // namespace softmax::oracle
