#pragma once
/// How a program ended, in words that are the same in every run.
///
///     stop_words(ending, allowance.check_seconds)   // "was stopped: it may compute for 2 s"
///
/// They stand in a record, which is a pure function of what was handed in: what was measured (a
/// time, a peak of memory) is left out. sandbox/ending.hpp's own words tell it.

#include <string>

#include "grader/sandbox/ending.hpp"

namespace softmax::grader {

/// Computes: words that follow "the program" or "the compiler".
/// Domain: not infrastructure, of which no record tells.
std::string stop_words(const Ending& ending, double cpu_seconds);

}  // namespace softmax::grader
