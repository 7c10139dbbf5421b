#pragma once
/// The arguments that a rounding gets wrong, if it gets any wrong.

#include <vector>

#include "engine/format.hpp"
#include "tests/engine/random.hpp"

namespace softmax::oracle {

/// Computes: at every exponent of the format (and one beyond each end) numbers with edge
/// significands: 1, 1 + ulp, 1.5, 2 - ulp, 2 - 2 ulp; every subnormal's power of two; 0, the
/// largest, infinity and NaN; each with both signs. Domain: a precision of 24 at most.
std::vector<double> edge_numbers(const Format& format);

/// Computes: those numbers, the ties above them, and the doubles next to the ties.
std::vector<double> edge_arguments(const Format& format);

/// Computes: x and its neighbours among the doubles, three on each side.
std::vector<double> around(double x);

/// Computes: halfway between two numbers of the format, or, of binary64, which has no such doubles,
/// of one with 52 bits.
double any_tie(const Format& format, Random& random);

}  // namespace softmax::oracle
