#include "engine/testimony.hpp"

#include <algorithm>
#include <string_view>

namespace softmax {
namespace {

using Kind = CertifiedKind;

/// A bound as text: of a ball around zero the radius is all there is to print.
std::string text_of(const Magnitude& bound) { return decimal(Ball{0, 0, bound, false}, 1).radius; }

/// Of e^x, by the radius of x: where that is large, it is a factor that e^x is known to.
std::string radius_of_exponential(const Magnitude& r) {
  return r < Magnitude::of(1) ? text_of(exp_minus_one(r)) : "factor e^" + text_of(r);
}

template <class B>
std::string radius_text(const Enclosure<B>& x) {
  if (x.undefined()) { return ""; }
  if (x.kind() == Kind::minus_infinity || x.radius().zero()) { return "exact"; }
  if (x.kind() == Kind::exponential) { return radius_of_exponential(x.radius()); }
  const Magnitude least = size_below(x.ball());
  return least.zero() ? "within " + text_of(midpoint_above(x.ball()) + x.radius())
                      : text_of(x.radius() / least);
}

template <class B>
int certain_digits(const Enclosure<B>& x, int most) {
  while (most > 0 && !x.decimal(most).complete) { --most; }
  return most;
}

std::size_t count_of_digits(std::string_view number) {
  const std::size_t first = std::min(number.find_first_of("123456789"), number.size());
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return static_cast<std::size_t>(std::count_if(number.begin() + first, number.end(), digit));
}

/// A decimal leaves out zeros at its end, certain ones too: "0.1" may be 36 digits.
std::string with_zeros(const std::string& digits, std::size_t certain) {
  const std::size_t end = std::min(digits.find('e'), digits.size());
  const std::string number = digits.substr(0, end);
  const std::size_t shown = count_of_digits(number);
  if (shown >= certain) { return digits; }
  const bool whole = number.find('.') == std::string::npos;
  return number + (whole ? "." : "") + std::string(certain - shown, '0') + digits.substr(end);
}

}  // namespace

template <class B>
Testimony testimony(const Enclosure<B>& x, int most) {
  Testimony said{x.decimal(most).digits, radius_text(x)};
  const bool ends_somewhere = x.finite() && !x.exact() && x.sign();
  if (ends_somewhere) {
    said.digits = with_zeros(said.digits, static_cast<std::size_t>(certain_digits(x, most)));
  }
  return said;
}

template Testimony testimony(const Certified& x, int most);
template Testimony testimony(const Witness& x, int most);

}  // namespace softmax
