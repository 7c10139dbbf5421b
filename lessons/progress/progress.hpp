#pragma once
/// What a learner has done, as plain data.
///
///     Progress progress;
///     record_place(progress, "normalize", "worked_example");
///     record_answer(progress, "normalize/ratio", "2.718", true);
///
/// Lessons, ideas and questions go by their ids, never by titles or numbers: those may change, and
/// what was done must still be found. A question's id begins with its lesson's.

#include <cstddef>
#include <map>
#include <string>

namespace softmax::progress {

/// Where a lesson was left.
struct Place {
  std::string idea;
  bool finished = false;  ///< once, at least; going back to an idea takes nothing away

  bool operator==(const Place&) const = default;
};

/// What was said to a question.
struct Answer {
  std::string given;        ///< the last one, as it was typed
  bool right = false;       ///< whether the last one was
  int tries = 0;            ///< from 0
  bool ever_right = false;  ///< whether one of them was

  bool operator==(const Answer&) const = default;
};

/// What became of an exercise.
struct Attempts {
  int checks = 0;  ///< how often it was checked
  int points = 0;  ///< of the last check
  bool ever_passed = false;
  bool solution_shown = false;
  std::map<std::string, int> hints;  ///< how many were given, by the task's id

  bool operator==(const Attempts&) const = default;
};

struct Progress {
  std::string latest;  ///< the lesson that was open last; empty before the first
  std::map<std::string, Place> lessons;
  std::map<std::string, Answer> answers;
  std::map<std::string, Attempts> exercises;  ///< by the exercise's id, a UUID

  bool operator==(const Progress&) const = default;
};

/// Does: the lesson is the latest, and was left at that idea.
void record_place(Progress& progress, const std::string& lesson, const std::string& idea);

/// Does: the lesson is the latest, and finished; it stays at its idea.
void record_finished(Progress& progress, const std::string& lesson);

/// Does: one more try at the question, with that answer. (Beyond the largest int none is counted.)
void record_answer(Progress& progress, const std::string& question, const std::string& given,
                   bool right);

/// Does: one more check of the exercise, with what came of it.
void record_attempt(Progress& progress, const std::string& exercise, int points, bool passed);

/// Does: one more hint to the task of the exercise, as long as there is one.
/// Returns: how many are given now.
int record_hint(Progress& progress, const std::string& exercise, const std::string& task, int most);

/// Computes: how many lessons are finished.
std::size_t finished_lessons(const Progress& progress);

/// Computes: how many questions were answered right once, at least.
std::size_t right_answers(const Progress& progress);

}  // namespace softmax::progress
