#include "lessons/progress/progress.hpp"

#include <algorithm>
#include <limits>

namespace softmax::progress {

void record_place(Progress& progress, const std::string& lesson, const std::string& idea) {
  progress.latest = lesson;
  progress.lessons[lesson].idea = idea;
}

void record_finished(Progress& progress, const std::string& lesson) {
  progress.latest = lesson;
  progress.lessons[lesson].finished = true;
}

void record_answer(Progress& progress, const std::string& question, const std::string& given,
                   bool right) {
  Answer& answer = progress.answers[question];
  answer.given = given;
  answer.right = right;
  answer.ever_right = answer.ever_right || right;
  if (answer.tries < std::numeric_limits<int>::max()) { ++answer.tries; }
}

void record_attempt(Progress& progress, const std::string& exercise, int points, bool passed) {
  Attempts& attempts = progress.exercises[exercise];
  attempts.points = points;
  attempts.ever_passed = attempts.ever_passed || passed;
  if (attempts.checks < std::numeric_limits<int>::max()) { ++attempts.checks; }
}

int record_hint(Progress& progress, const std::string& exercise, const std::string& task,
                int most) {
  int& given = progress.exercises[exercise].hints[task];
  given = given < most ? given + 1 : most;
  return given;
}

std::size_t finished_lessons(const Progress& progress) {
  return static_cast<std::size_t>(
      std::count_if(progress.lessons.begin(), progress.lessons.end(),
                    [](const auto& lesson) { return lesson.second.finished; }));
}

std::size_t right_answers(const Progress& progress) {
  return static_cast<std::size_t>(
      std::count_if(progress.answers.begin(), progress.answers.end(),
                    [](const auto& answer) { return answer.second.ever_right; }));
}

}  // namespace softmax::progress
