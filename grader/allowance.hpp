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
  double check_seconds = 0.3;  ///< of CPU time, for the cases of one check together
  /// And for every thousand of the numbers that they hold. A right answer that sorts a whole row,
  /// compiled without optimization, used up 5e-3 on a busy machine and was not done.
  double thousand_seconds = 1e-2;
  double hurried_seconds = 0.05;  ///< for both, where a check of the task has used them up
  double wait_seconds = 5;        ///< by the clock on the wall, beyond five times that
  std::size_t memory = 1024 * mebibyte;
  double compile_seconds = 10;  ///< of CPU time; twice as many with the sanitizers
  std::size_t compile_memory = 2048 * mebibyte;
  Layers layers = Layers::all();

  /// Computes: the seconds of a check by the clock on the wall, from its seconds of CPU time. They
  /// are for what waits and does not compute; a busy machine must not be it.
  [[nodiscard]] double wall_seconds(double cpu) const { return 5 * cpu + wait_seconds; }

  /// Computes: the seconds of CPU time of a check whose cases hold so many numbers.
  [[nodiscard]] double cpu_seconds(std::size_t numbers) const {
    const std::size_t thousands = numbers / 1000;
    return check_seconds + thousand_seconds * static_cast<double>(thousands);
  }
};

}  // namespace softmax::grader
