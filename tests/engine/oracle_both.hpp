#pragma once
/// A number in two libraries at once: what is done to one is done to the other.

#include <utility>

#include "engine/certified.hpp"
#include "tests/engine/oracle.hpp"

namespace softmax::oracle {

/// An enclosure of the engine's, Certified or Witness, and an interval of MPFI.
template <class Number>
struct BothOf {
  Number certified;
  Interval interval;

  explicit BothOf(double x) : certified(x), interval(x) {}
  BothOf(Number c, Interval i) : certified(std::move(c)), interval(std::move(i)) {}

  friend BothOf operator+(const BothOf& a, const BothOf& b) {
    return {a.certified + b.certified, a.interval + b.interval};
  }
  friend BothOf operator-(const BothOf& a, const BothOf& b) {
    return {a.certified - b.certified, a.interval - b.interval};
  }
  friend BothOf operator*(const BothOf& a, const BothOf& b) {
    return {a.certified * b.certified, a.interval * b.interval};
  }
  friend BothOf operator/(const BothOf& a, const BothOf& b) {
    return {a.certified / b.certified, a.interval / b.interval};
  }
  friend BothOf exp(const BothOf& x) { return {exp(x.certified), exp(x.interval)}; }
  friend BothOf log(const BothOf& x) { return {log(x.certified), log(x.interval)}; }
};

using Both = BothOf<Certified>;

}  // namespace softmax::oracle
