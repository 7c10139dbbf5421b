#pragma once
/// A ball as decimal text, only as long as all its digits are certain.

#include <string>

#include "engine/ball.hpp"

namespace softmax {

/// The last digit is rounded.
struct CertainDecimal {
  std::string digits;    ///< "0.25", "1.97e434", "exp(1000000000)", "-inf", "undefined", "0"
  std::string radius;    ///< two digits, rounded up; |real - digits| is at most this.
                         ///< Empty of exp(x) and undefined
  bool complete = true;  ///< as many digits as were asked for, or all there are
  bool settled = true;   ///< and the radius's two: any real of the ball has this text
};

/// Computes: at most `most` significant digits, fewer where fewer are certain; "0" where none is.
/// Domain: most from 1 to 36, of a WideBall to 50.
/// Cost: a microsecond; ten beyond exponents of 1,000.
template <class B>
CertainDecimal decimal(const B& x, int most);

}  // namespace softmax
