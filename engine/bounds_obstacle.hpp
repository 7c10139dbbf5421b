#pragma once
/// Where theory promises nothing of a run, and why: settings that a proof leaves out, and over- and
/// underflow, which no relative bound survives.

#include <cmath>
#include <string>

#include "engine/trace.hpp"

namespace softmax {

/// A logit that is a mask.
inline bool minus_infinite(double x) { return std::isinf(x) && x < 0; }

// Each computes why no bound applies, in words; nothing where one does.

/// Of any bound: the first over- or underflow of the run's rows, or nothing but masks.
std::string obstacle(const Run& run, const Trace& trace);

/// Of the normwise theorems: what they do not speak of.
std::string normwise_obstacle(const Trace& trace);

/// Of the componentwise bound.
std::string componentwise_obstacle(Algorithm algorithm, const Trace& trace);

}  // namespace softmax
