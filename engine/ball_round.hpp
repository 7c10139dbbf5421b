#pragma once
/// A ball rounded once: to a format, to a double, to a whole number. Tests of whole numbers, all.
///
/// What both ends of a ball round to, all of it does, for rounding is monotone (Ziv's test). Where
/// they differ there is no answer, and more precision must decide: multiprecision.hpp.

#include <optional>
#include <string>

#include "engine/ball.hpp"
#include "engine/format.hpp"
#include "engine/wide_ball.hpp"

namespace softmax {

/// Computes: the real number rounded once to the format, ties to even; beyond its largest number,
/// what the format overflows to. Empty if the radius leaves two candidates.
std::optional<double> round_to(const Ball& x, const Format& format);
std::optional<double> round_to(const WideBall& x, const Format& format);

/// Computes: the double nearest to the midpoint, infinite beyond the largest.
double nearest_double(const Ball& x);
double nearest_double(const WideBall& x);

/// Computes: the spacing of the format at x, 2^(max(floor(log2 |x|), emin) - p + 1); where the ball
/// leaves two possible, a ball around both.
Ball spacing(const Ball& x, const Format& format);
WideBall spacing(const WideBall& x, const Format& format);

/// A number as the nearest whole one (a half goes up) and what is left, exactly.
template <class B>
struct Whole {
  std::string digits;
  B rest;
};

/// Domain: the midpoint is at least 0 and below 2^126; its radius is left out.
Whole<Ball> nearest_whole(const Ball& x);
Whole<WideBall> nearest_whole(const WideBall& x);

}  // namespace softmax
