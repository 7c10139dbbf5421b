#pragma once
/// exp and log, correctly rounded in every format.
///
/// The machine's libm is not used: its last digit differs between machines. Here the value is
/// first computed as the sum of two doubles; only where that leaves two candidates does the
/// certified number decide (Ziv's strategy).
///
///     exp_rounded(1.0, parse_format("binary64"));   // 2.718281828459045

#include "engine/format.hpp"

namespace softmax {

/// Computes: e^x rounded once to the format, ties to even; inf, 0 and subnormals where they belong.
/// Domain: every double. Error: half an ulp (correctly rounded).
/// The double-double value errs by less than 2^-90 of itself: the reduction by 2^-100 (ln 2 is
/// held to 2^-140 and taken at most 1,100 times), the Taylor polynomial of e^t - 1 on
/// |t| < 2^-10.5 by 2^-116, its evaluation and nine doublings by fewer than 2^7 units of 2^-104.
/// Cost: 0.2 microseconds; 5 where undecided, about once in 2^35.
double exp_rounded(double x, const Format& format);

/// Computes: ln x rounded once to the format, ties to even; -inf at 0, NaN below.
/// Domain: every double. Error: half an ulp. Cost: 15 microseconds (certified each time).
double log_rounded(double x, const Format& format);

}  // namespace softmax
