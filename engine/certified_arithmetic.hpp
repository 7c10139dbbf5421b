#pragma once
/// The bodies of a certified number's + - * / and <, and how a double becomes one, for sources
/// whose loops over rows should have no calls. They are those of the balls, if both operands are
/// finite, as nearly all are. Cost: ball_arithmetic.hpp, ball_quotient.hpp.

#include <bit>

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

// A double's kind is read off its pattern: no compiler flag for doubles may matter here.
constexpr std::uint64_t infinity_pattern = std::uint64_t{0x7ff} << 52U;

inline bool is_finite(double value) {
  return (std::bit_cast<std::uint64_t>(value) & infinity_pattern) != infinity_pattern;
}

inline CertifiedKind kind_of(double value) {
  constexpr std::uint64_t minus_infinity = (std::uint64_t{1} << 63U) | infinity_pattern;
  if (is_finite(value)) { return CertifiedKind::finite; }
  const bool masked = std::bit_cast<std::uint64_t>(value) == minus_infinity;
  return masked ? CertifiedKind::minus_infinity : CertifiedKind::undefined;
}

template <class B>
Enclosure<B>::Enclosure(double value)
    : ball_(is_finite(value) ? exactly<B>(value) : B{}), kind_(kind_of(value)) {}

template <class B>
bool both_finite(const Enclosure<B>& a, const Enclosure<B>& b) {
  return a.finite() && b.finite();
}

template <class B>
Enclosure<B> operator+(const Enclosure<B>& a, const Enclosure<B>& b) {
  if (!both_finite(a, b)) [[unlikely]] { return special::sum(a, b); }
  return Enclosure<B>(MadeInPlace{[&] { return a.ball() + b.ball(); }});
}

template <class B>
Enclosure<B> operator-(const Enclosure<B>& a, const Enclosure<B>& b) {
  if (!both_finite(a, b)) [[unlikely]] { return special::difference(a, b); }
  return Enclosure<B>(MadeInPlace{[&] { return a.ball() - b.ball(); }});
}

template <class B>
Enclosure<B> operator*(const Enclosure<B>& a, const Enclosure<B>& b) {
  if (!both_finite(a, b)) [[unlikely]] { return special::product(a, b); }
  return Enclosure<B>(MadeInPlace{[&] { return a.ball() * b.ball(); }});
}

template <class B>
Enclosure<B> operator/(const Enclosure<B>& a, const Enclosure<B>& b) {
  const bool ordinary = both_finite(a, b) && !size_below(b.ball()).zero();
  if (!ordinary) [[unlikely]] { return special::quotient(a, b); }
  return Enclosure<B>(MadeInPlace{[&] { return a.ball() / b.ball(); }});
}

template <class B>
bool operator<(const Enclosure<B>& a, const Enclosure<B>& b) {
  if (!both_finite(a, b)) [[unlikely]] { return special::less(a, b); }
  return a.ball() < b.ball();
}

}  // namespace softmax
