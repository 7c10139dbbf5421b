#pragma once
/// What needs more than a ball's 128 bits: decimal text in, large powers of ten, and roundings
/// that a ball leaves undecided. Behind this header is the one translation unit that sees
/// Boost.Multiprecision.

#include <string_view>

#include "engine/ball.hpp"
#include "engine/format.hpp"
#include "engine/wide_ball.hpp"

namespace softmax {

/// Computes: digits * 10^exponent; exact where its binary fraction fits, else within a unit.
/// Domain: digits are '0' to '9', at least one; |exponent| at most 10,000.
template <class B>
B read_decimal(bool negative, std::string_view digits, int exponent);
template <>
Ball read_decimal<Ball>(bool negative, std::string_view digits, int exponent);
template <>
WideBall read_decimal<WideBall>(bool negative, std::string_view digits, int exponent);

/// Computes: the decimal number rounded once to the format, ties to even, however long it is.
/// Domain: as above.
double round_decimal(bool negative, std::string_view digits, int exponent, const Format& format);

/// Computes: x 10^exponent. Error: a unit, and what the radius of x makes of it.
/// Domain: |exponent| at most 2 * 10^8.
Ball times_large_power_of_ten(const Ball& x, std::int64_t exponent);
WideBall times_large_power_of_ten(const WideBall& x, std::int64_t exponent);

/// Computes: e^x, or ln x, rounded once to the format: for an x of which a ball leaves two
/// candidates. Digits are doubled until one is left, as one is: e^x and ln x are on no tie but at
/// x = 0 and 1, where they are exact (Lindemann 1882).
double round_exp(double x, const Format& format);
double round_log(double x, const Format& format);

}  // namespace softmax
