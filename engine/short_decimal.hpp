#pragma once
/// Decimals as people write them, rounded without big integers.
///
///     round_short_decimal(false, "01", -1, parse_format("binary32"));  // 0.1 as binary32 holds it

#include <optional>
#include <string_view>

#include "engine/format.hpp"

namespace softmax {

/// Computes: v = digits * 10^exponent, rounded once to the format, ties to even; nothing where
/// doubles cannot tell, as beside a midpoint of the format (see round_decimal).
///
/// Why it is right: as a double d, v is one operation on exact operands, since the digits make an
/// integer below 2^53 and 10^22 is exact (5^22 < 2^53). So v lies between the two neighbours of d,
/// and rounding to the format is monotone: where both neighbours become one number, v does.
/// Domain: digits '0' to '9' alone. Error: half an ulp. Cost: 0.03 microseconds.
std::optional<double> round_short_decimal(bool negative, std::string_view digits, int exponent,
                                          const Format& format);

}  // namespace softmax
