#pragma once
/// What a whole answer is worth, and why: the one record that every report is written from.
///
///     const Mark mark = marked({root, parts}, exercise, "answers/03_normalize/answer.cpp");
///     mark.verdict;              // wrong
///     mark.tasks[0].points;      // 3 of mark.tasks[0].most
///
/// A mark is a pure function of the answer's text, of this workbook, and of the seed. No time is in
/// it, and no path of this machine.
///
/// A task's points are shared among its checks, rounded down; where its plain case (the first
/// check) fails, it has none: what is right by accident earns nothing.

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "grader/allowance.hpp"
#include "grader/build.hpp"
#include "grader/check.hpp"
#include "grader/exercise.hpp"
#include "grader/judge.hpp"
#include "grader/known_mistakes.hpp"
#include "grader/verdict.hpp"

namespace softmax::grader {

struct CheckMark {
  std::string id;
  std::string sentence;
  Verdict verdict = Verdict::pass;
  std::size_t failed = 0;  ///< cases, of
  std::size_t cases = 0;
  Finding first;  ///< of the first case that failed
};

struct TaskMark {
  std::string id;
  std::string title;
  Verdict verdict = Verdict::pass;  ///< of its first check that did not pass
  int points = 0;
  int most = 0;
  std::string skipped_for;  ///< the task that it needs and that did not pass
  std::vector<CheckMark> checks;
  std::optional<Mistake> mistake;  ///< the misconception that it behaves like
};

struct Mark {
  std::string folder;
  std::string id;
  std::string title;
  Seed seed = 0;
  Verdict verdict = Verdict::pass;
  int points = 0;
  int most = 0;
  std::string diagnostics;  ///< the compiler's words where it did not compile
  std::vector<TaskMark> tasks;
};

/// Where things lie and how it is done.
struct Marking {
  std::filesystem::path root;   ///< of the workbook
  std::filesystem::path parts;  ///< where what is made once is kept (parts_for())
  Tier tier = Tier::bare;
  Toolchain toolchain{};
  Seed seed = 1;
  Allowance allowance{};
  /// Told of each task once it is judged, before its mistake is looked for.
  std::function<void(const TaskMark&)> judged = [](const TaskMark&) {};
  /// And again when that is done.
  std::function<void(const TaskMark&)> diagnosed = [](const TaskMark&) {};
};

/// Computes: where the parts of a workbook are kept: in its own build folder; in the tier of
/// containers, where another user must read them and must not enter the workbook, in a folder of
/// the system's for temporary files.
/// Throws: std::runtime_error if that folder is not ours alone to write.
std::filesystem::path parts_for(const std::filesystem::path& root, Tier tier);

/// Throws: std::runtime_error where a program could read the solutions, in the tier of containers:
/// the workbook must lie where no other user may enter.
void require_hidden(const std::filesystem::path& root, Tier tier);

/// Computes: the mark of an answer.
/// Throws: std::runtime_error where something beneath fails: that is no verdict.
Mark marked(const Marking& marking, const Exercise& exercise, const std::filesystem::path& answer);

}  // namespace softmax::grader
