#pragma once
/// How quick a right answer is: a ratio that is measured, and the points that it earns.
///
///     speed_of(marking, exercise, answer)->ratio;   // 2.7: times as quick as the plain answer
///
/// A measurement is never the same twice, so it is no part of a mark: it stands beside the record,
/// decides no verdict, and a ratio that comes close to a step has reached it.

#include <filesystem>
#include <optional>
#include <span>
#include <string>

#include "grader/mark.hpp"

namespace softmax::grader {

/// How much of a step's ratio is enough: so that no point hangs on the measurement's own error.
constexpr double guard = 0.95;

struct Speed {
  std::string folder;  ///< of the exercise
  std::string title;
  double ratio = 0;  ///< of the plain answer's time to this one's
  int points = 0;
  int most = 0;
};

/// Computes: "2.70 times as quick as the plain answer: 3 of 4 points (measured)".
std::string speed_text(const Speed& speed);

/// Computes: how many of the steps are reached: those with ratio >= guard * step.
int steps_reached(std::span<const double> steps, double ratio);

/// Computes: the ratio, of the CPU time that the kernel counts; what an answer says of the time is
/// no matter. All are compiled by -O3. The plain answer, this one, and one that does next to
/// nothing are called in turn, each time with a row that is new to them; the least time of each
/// counts, and the last one's is taken off both others', as the way to and fro is nobody's merit.
/// Empty: the exercise has no race, or the answer did not run it to its end with the shares of the
/// plain one.
/// Domain: an answer whose mark is a pass, by the same marking.
/// Cost: half a second. Throws: std::runtime_error where something beneath fails.
std::optional<Speed> speed_of(const Marking& marking, const Exercise& exercise,
                              const std::filesystem::path& answer);

}  // namespace softmax::grader
