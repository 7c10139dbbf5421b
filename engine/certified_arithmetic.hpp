#pragma once
/// The bodies of a certified number's + - * / and <, for sources whose loops over rows should have
/// no calls: those of the balls, if both operands are finite, as nearly all are.

#include "engine/ball_quotient.hpp"
#include "engine/certified.hpp"

namespace softmax {

/// What is made of operands that are not both finite, or of a divisor that may be zero.
namespace special {
template <class B>
Enclosure<B> sum(const Enclosure<B>& a, const Enclosure<B>& b);
template <class B>
Enclosure<B> difference(const Enclosure<B>& a, const Enclosure<B>& b);
template <class B>
Enclosure<B> product(const Enclosure<B>& a, const Enclosure<B>& b);
template <class B>
Enclosure<B> quotient(const Enclosure<B>& a, const Enclosure<B>& b);
template <class B>
bool less(const Enclosure<B>& a, const Enclosure<B>& b);
}  // namespace special

template <class B>
bool both_finite(const Enclosure<B>& a, const Enclosure<B>& b) {
  return a.finite() && b.finite();
}

template <class B>
Enclosure<B> operator+(const Enclosure<B>& a, const Enclosure<B>& b) {
  if (!both_finite(a, b)) [[unlikely]] { return special::sum(a, b); }
  return Enclosure<B>::made([&] { return a.ball() + b.ball(); });
}

template <class B>
Enclosure<B> operator-(const Enclosure<B>& a, const Enclosure<B>& b) {
  if (!both_finite(a, b)) [[unlikely]] { return special::difference(a, b); }
  return Enclosure<B>::made([&] { return a.ball() - b.ball(); });
}

template <class B>
Enclosure<B> operator*(const Enclosure<B>& a, const Enclosure<B>& b) {
  if (!both_finite(a, b)) [[unlikely]] { return special::product(a, b); }
  return Enclosure<B>::made([&] { return a.ball() * b.ball(); });
}

template <class B>
Enclosure<B> operator/(const Enclosure<B>& a, const Enclosure<B>& b) {
  const bool ordinary = both_finite(a, b) && !size_below(b.ball()).zero();
  if (!ordinary) [[unlikely]] { return special::quotient(a, b); }
  return Enclosure<B>::made([&] { return a.ball() / b.ball(); });
}

template <class B>
bool operator<(const Enclosure<B>& a, const Enclosure<B>& b) {
  if (!both_finite(a, b)) [[unlikely]] { return special::less(a, b); }
  return a.ball() < b.ball();
}

}  // namespace softmax
