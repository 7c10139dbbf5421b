#pragma once
/// A number in both libraries at once: what is done to one is done to the other.

#include <utility>

#include "engine/certified.hpp"
#include "tests/engine/oracle.hpp"

namespace softmax::oracle {

/// A number in both libraries.
struct Both {
  Certified certified;
  Interval interval;

  explicit Both(double x) : certified(x), interval(x) {}
  Both(Certified c, Interval i) : certified(std::move(c)), interval(std::move(i)) {}
};

inline Both operator+(const Both& a, const Both& b) {
  return {a.certified + b.certified, a.interval + b.interval};
}
inline Both operator-(const Both& a, const Both& b) {
  return {a.certified - b.certified, a.interval - b.interval};
}
inline Both operator*(const Both& a, const Both& b) {
  return {a.certified * b.certified, a.interval * b.interval};
}
inline Both operator/(const Both& a, const Both& b) {
  return {a.certified / b.certified, a.interval / b.interval};
}
inline Both exp(const Both& x) { return {exp(x.certified), exp(x.interval)}; }
inline Both log(const Both& x) { return {log(x.certified), log(x.interval)}; }

}  // namespace softmax::oracle
