#pragma once
/// What lesson 6 computes: where e^z leaves a format, and what follows from it.

#include <cstddef>
#include <string>

#include "engine/format.hpp"
#include "engine/trace.hpp"
#include "lessons/page/page.hpp"

namespace softmax::lessons::lesson_06 {

/// The z at which e^z leaves a format.
struct Ends {
  double zero;       ///< e^z is 0 below
  double normal;     ///< and subnormal below
  double too_large;  ///< and infinite (in e4m3fn NaN) above
};

Ends ends_of_exp(const Format& format);

/// Computes: the largest number of each format.
page::Table largest_by_format();

/// Computes: the share of the largest of z, z - 1 and z - 2 in some formats, for some z.
page::Table tops_by_format();

/// Computes: the exponential of logit i, the sum and the share of the trace's first run.
page::Table stages_of(std::size_t i, std::string caption, const Trace& trace);

/// Computes: rows that fail in different ways, and where the first infinity and NaN are born.
page::Table births();

}  // namespace softmax::lessons::lesson_06
