#include "grader/mark.hpp"

#include <algorithm>

#include "grader/diagnosis.hpp"
#include "grader/examination.hpp"
#include "grader/subject_process.hpp"
#include "grader/work_folder.hpp"

namespace softmax::grader {
namespace {

CheckMark check_mark(const Check& check, const Judged& judged) {
  return {check.id,           check.sentence, judged.verdict, judged.failed.size(),
          check.cases.size(), judged.first};
}

/// Shared among the checks, rounded down; none where the plain case fails.
int points_of(const TaskMark& task) {
  if (task.checks.empty() || task.checks[0].verdict != Verdict::pass) { return 0; }
  const auto passed = std::ranges::count(task.checks, Verdict::pass, &CheckMark::verdict);
  return static_cast<int>(task.most * passed / static_cast<std::ptrdiff_t>(task.checks.size()));
}

Verdict verdict_of(const std::vector<CheckMark>& checks) {
  const auto failed = std::ranges::find_if(
      checks, [](const CheckMark& check) { return check.verdict != Verdict::pass; });
  return failed == checks.end() ? Verdict::pass : failed->verdict;
}

class Marker {
 public:
  Marker(const Marking& marking, const Exercise& exercise, std::filesystem::path program)
      : marking_(marking),
        exercise_(exercise),
        checks_(checks_of(exercise.folder, marking.seed)),
        subject_(std::move(program),
                 {marking.tier, marking.toolchain.sanitizers, marking.allowance}) {}

  TaskMark mark(const Task& task, const std::vector<TaskMark>& before) {
    TaskMark result{task.id, task.title, Verdict::pass, 0, task.points, "", {}, std::nullopt};
    result.skipped_for = missing_need(task, before);
    if (!result.skipped_for.empty()) {
      result.verdict = Verdict::skipped;
      marking_.judged(result);
      return result;
    }
    const std::span<const Check> checks = of_task(task.id);
    Behaviour behaviour;
    for (const Check& check : checks) {
      behaviour.push_back(subject_.observe(check));
      if (&task == &exercise_.tasks.back() && &check == &checks.back()) {
        finish(behaviour.back());
      }
      result.checks.push_back(check_mark(check, judge(check, behaviour.back())));
    }
    result.verdict = verdict_of(result.checks);
    result.points = points_of(result);
    marking_.judged(result);
    if (result.verdict != Verdict::pass) {
      result.mistake = mistake_of(marking_.root, marking_.parts, marking_.tier, marking_.toolchain,
                                  exercise_, checks, behaviour);
      marking_.diagnosed(result);
    }
    return result;
  }

 private:
  /// What the program does wrong when nothing more is asked is told of the last thing it was asked.
  void finish(std::vector<Observed>& last) {
    if (std::optional<Stop> stop = subject_.finish()) { last.back() = *std::move(stop); }
  }

  static std::string missing_need(const Task& task, const std::vector<TaskMark>& before) {
    for (const TaskMark& other : before) {
      const bool needed = std::ranges::find(task.needs, other.id) != task.needs.end();
      if (needed && other.verdict != Verdict::pass) { return other.id; }
    }
    return "";
  }

  /// They stand together: the author's gate sees to it.
  [[nodiscard]] std::span<const Check> of_task(const std::string& task) const {
    const auto first = std::ranges::find(checks_, task, &Check::task);
    const auto last =
        std::find_if(first, checks_.end(), [&](const Check& check) { return check.task != task; });
    return {first, last};
  }

  const Marking& marking_;
  const Exercise& exercise_;
  const std::vector<Check>& checks_;
  SubjectProcess subject_;
};

}  // namespace

Mark marked(const Marking& marking, const Exercise& exercise, const std::filesystem::path& answer) {
  Mark mark{exercise.folder,
            exercise.id,
            exercise.title,
            marking.seed,
            Verdict::pass,
            0,
            points(exercise),
            "",
            {}};
  const WorkFolder folder;
  const Builder builder(marking.root, marking.parts, marking.tier, marking.toolchain,
                        marking.allowance);
  const Built built = builder.build(exercise, answer, folder.path());
  if (!built.program) {
    mark.verdict = Verdict::compile_error;
    mark.diagnostics = built.stopped.empty() ? built.diagnostics : "the compiler " + built.stopped;
    return mark;
  }
  Marker marker(marking, exercise, *built.program);
  for (const Task& task : exercise.tasks) {
    mark.tasks.push_back(marker.mark(task, mark.tasks));
    mark.points += mark.tasks.back().points;
    if (mark.verdict == Verdict::pass) { mark.verdict = mark.tasks.back().verdict; }
  }
  return mark;
}

}  // namespace softmax::grader
