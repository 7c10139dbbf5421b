#include "grader/class/statistics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace softmax::grader {
namespace {

/// The element of that name, made if there is none.
template <class Element>
Element& of(std::vector<Element>& all, std::string Element::* name, const std::string& wanted) {
  const auto found = std::ranges::find(all, wanted, name);
  if (found != all.end()) { return *found; }
  Element fresh;
  fresh.*name = wanted;
  return all.emplace_back(std::move(fresh));
}

void add_mistake(ExerciseCount& exercise, const TaskMark& task, const std::string& submission) {
  const auto found = std::ranges::find_if(exercise.mistakes, [&](const MistakeCount& count) {
    return count.task == task.id && count.mistake.name == task.mistake->name;
  });
  if (found != exercise.mistakes.end()) {
    found->submissions.push_back(submission);
  } else {
    exercise.mistakes.push_back({task.id, *task.mistake, {submission}});
  }
}

void add(ExerciseCount& exercise, const TaskMark& task, const std::string& submission) {
  TaskCount& count = of(exercise.tasks, &TaskCount::id, task.id);
  count.title = task.title;
  count.most = task.most;
  if (task.verdict != Verdict::skipped) { ++count.tried; }
  if (task.verdict == Verdict::pass) { ++count.passed; }
  if (task.mistake) { add_mistake(exercise, task, submission); }
}

void add(ExerciseCount& exercise, const Mark& mark, const std::string& submission) {
  exercise.title = mark.title;
  exercise.most = mark.most;
  const bool was_marked = mark.verdict != Verdict::infrastructure &&
                          mark.verdict != Verdict::missing && mark.verdict != Verdict::refused;
  if (!was_marked) { return; }
  ++exercise.handed_in;
  exercise.points += mark.points;
  if (mark.verdict == Verdict::pass) { ++exercise.passed; }
  for (const TaskMark& task : mark.tasks) { add(exercise, task, submission); }
}

/// Those that are as common as each other are in the order of their names.
bool commoner(const MistakeCount& a, const MistakeCount& b) {
  const auto key = [](const MistakeCount& count) {
    return std::tuple(-static_cast<std::ptrdiff_t>(count.submissions.size()), count.mistake.name,
                      count.task);
  };
  return key(a) < key(b);
}

}  // namespace

std::vector<ExerciseCount> counted(std::span<const Record> records) {
  std::vector<ExerciseCount> all;
  for (const Record& record : records) {
    for (const Mark& mark : record.exercises) {
      add(of(all, &ExerciseCount::folder, mark.folder), mark, record.submission);
    }
  }
  for (ExerciseCount& exercise : all) { std::ranges::sort(exercise.mistakes, commoner); }
  return all;
}

std::string mean_points(const ExerciseCount& exercise) {
  if (exercise.handed_in == 0) { return "-"; }
  return fmt::format("{:.1f}", double(exercise.points) / static_cast<double>(exercise.handed_in));
}

}  // namespace softmax::grader
