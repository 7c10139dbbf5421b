#pragma once
/// How far a learner is in the exercises.

#include <cstddef>
#include <optional>
#include <vector>

#include "grader/exercise.hpp"
#include "lessons/progress/progress.hpp"

namespace softmax::app {

struct Standing {
  std::size_t passed = 0;
  std::size_t all = 0;
  std::optional<grader::Exercise> next;  ///< the first that has not passed; none where all have
};

Standing standing(const std::vector<grader::Exercise>& all, const progress::Progress& progress);

}  // namespace softmax::app
