#pragma once
/// A certified number as a JSON number, and whether another witness could say more.

#include <string>

#include "engine/certified.hpp"

namespace softmax {

struct NumberText {
  std::string digits;  ///< empty where no digit is certain
  bool complete;       ///< as many digits as were asked for, or all there are
};

/// Computes: at most `most` digits of x. Where no digit is certain: "0" if it is below 10^-12 in
/// size (an error in ulp of nothing visible), else nothing.
template <class Number>
NumberText number_text(const Number& x, int most) {
  CertainDecimal decimal = x.decimal(most);
  if (decimal.digits != "0" || x.zero()) { return {std::move(decimal.digits), decimal.complete}; }
  const bool nothing_visible = (Number(1e-12) - abs(x)).sign() == 1;
  return {nothing_visible ? "0" : "", false};
}

}  // namespace softmax
