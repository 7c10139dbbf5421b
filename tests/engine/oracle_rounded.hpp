#pragma once
/// e^x and ln x, correctly rounded to a format by interval: widened until both bounds agree.

#include "engine/format.hpp"

namespace softmax::oracle {

/// Computes: e^x rounded once. Domain: every double.
double exp_nearest(double x, const Format& format);

/// Computes: ln x rounded once. Domain: every double.
double log_nearest(double x, const Format& format);

/// Computes: the double next to ln y. Domain: y positive.
double logarithm_near(double y);

}  // namespace softmax::oracle
