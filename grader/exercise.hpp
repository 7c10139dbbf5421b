#pragma once
/// An exercise as its exercise.toml tells it, and where its files lie.
///
///     for (const Exercise& exercise : exercises(root)) { ... exercise.title ... }
///
/// Its folder NN_topic has the same name in exercises/, solutions/, answers/ and in the grader.
/// Progress is kept by the id, which is for ever; the folder and the title may change.

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace softmax::grader {

struct Task {
  std::string id;  ///< unique in its exercise
  std::string title;
  int points = 0;
  std::vector<std::string> needs;  ///< ids of tasks before it that must pass first
  std::vector<std::string> hints;  ///< each says more than the one before
};

/// How quick a right answer is, against one that is plain: points beside those of the tasks.
struct Race {
  std::string title;
  std::string plain;           ///< of grader/variants: the answer to be quicker than
  std::string check;           ///< whose first case is timed
  std::vector<double> ratios;  ///< a point for each that is reached
};

struct Exercise {
  std::string folder;  ///< "03_normalize"
  std::string id;      ///< a UUID
  std::string title;
  std::string lesson;  ///< the id of a lesson
  int minutes = 0;
  std::vector<Task> tasks;
  std::optional<Race> race{};  // NOLINT(readability-redundant-member-init)
};

/// Computes: whether it is such a name: two digits, _, and small letters, digits and _ after a
/// letter.
bool is_exercise_folder(std::string_view folder);

/// Computes: the exercise of that folder of exercises/.
/// Throws: std::invalid_argument with the file, and what is wrong in it.
Exercise read_exercise(const std::filesystem::path& root, const std::string& folder);

/// Computes: all exercises of the workbook at `root`, in their order. Throws: the same.
std::vector<Exercise> exercises(const std::filesystem::path& root);

/// Computes: the exercise that the word means: "3", "03", "normalize" or "03_normalize".
/// Throws: std::invalid_argument with the word, and the nearest name.
const Exercise& find(const std::vector<Exercise>& all, std::string_view word);

/// Computes: those that the words mean, in the workbook's order and each once; all, if there are no
/// words. Throws: the same.
std::vector<Exercise> chosen(const std::vector<Exercise>& all,
                             const std::vector<std::string>& words);

/// Computes: the number in front: "03".
std::string number(const Exercise& exercise);

/// Computes: the points of all tasks.
int points(const Exercise& exercise);

}  // namespace softmax::grader
