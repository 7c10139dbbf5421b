#pragma once
/// How much an answer may use, while it is compiled and while it runs.
///
/// What is here is generous for an answer and far too little for a program that is made to exhaust
/// a machine. Tests alone ask for less, or take a layer away.

#include <cstddef>

#include "grader/sandbox/layers.hpp"
#include "grader/sandbox/limits.hpp"

namespace softmax::grader {

struct Allowance {
  double check_seconds = 1;      ///< of CPU time, for the cases of one check together
  double hurried_seconds = 0.1;  ///< the same, where a check of the same task has used up its own
  double wait_seconds = 5;       ///< by the clock on the wall, beyond five times that
  std::size_t memory = 1024 * mebibyte;
  double compile_seconds = 10;  ///< of CPU time; twice as many with the sanitizers
  std::size_t compile_memory = 2048 * mebibyte;
  Layers layers = Layers::all();

  /// Computes: the seconds of a check by the clock on the wall, from its seconds of CPU time. They
  /// are for what waits and does not compute; a busy machine must not be it.
  [[nodiscard]] double wall_seconds(double cpu) const { return 5 * cpu + wait_seconds; }
};

}  // namespace softmax::grader
