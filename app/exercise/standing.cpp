#include "app/exercise/standing.hpp"

namespace softmax::app {

Standing standing(const std::vector<grader::Exercise>& all, const progress::Progress& progress) {
  Standing result;
  result.all = all.size();
  for (const grader::Exercise& exercise : all) {
    const auto found = progress.exercises.find(exercise.id);
    if (found != progress.exercises.end() && found->second.ever_passed) {
      ++result.passed;
    } else if (!result.next) {
      result.next = exercise;
    }
  }
  return result;
}

}  // namespace softmax::app
