#pragma once
/// A class in numbers: how many passed, and what went wrong most.

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "grader/class/record.hpp"

namespace softmax::grader {

/// A misconception, and whose answers behave like it.
struct MistakeCount {
  std::string task;
  Mistake mistake;
  std::vector<std::string> submissions;
};

struct TaskCount {
  std::string id;
  std::string title;
  int most = 0;
  std::size_t tried = 0;  ///< it was run: the answer compiled, and what the task needs had passed
  std::size_t passed = 0;
};

struct ExerciseCount {
  std::string folder;
  std::string title;
  int most = 0;
  std::size_t handed_in = 0;
  std::size_t passed = 0;
  int points = 0;  ///< of all that were handed in
  std::vector<TaskCount> tasks;
  std::vector<MistakeCount> mistakes;  ///< the commonest first
};

/// Computes: the numbers of each exercise. Marks that could not be made are left out.
std::vector<ExerciseCount> counted(std::span<const Record> records);

/// Computes: the mean points of what was handed in, "7.5"; "-" where nothing was.
std::string mean_points(const ExerciseCount& exercise);

}  // namespace softmax::grader
