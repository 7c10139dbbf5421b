#include "grader/class/summary.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "grader/class/statistics.hpp"

namespace softmax::grader {
namespace {

constexpr std::size_t most_mistakes = 3;

std::string commonest(const ExerciseCount& exercise) {
  std::string text;
  for (std::size_t i = 0; i < std::min(exercise.mistakes.size(), most_mistakes); ++i) {
    const MistakeCount& count = exercise.mistakes[i];
    text +=
        fmt::format("{}{} ({})", i == 0 ? "" : ", ", count.mistake.name, count.submissions.size());
  }
  return text;
}

std::string table(const std::vector<ExerciseCount>& exercises, const Style& style) {
  std::size_t width = 8;
  for (const ExerciseCount& exercise : exercises) {
    width = std::max(width, exercise.folder.size());
  }
  std::string text =
      paint(style, Colour::strong,
            fmt::format("{:<{}}  passed   mean points  commonest mistakes", "exercise", width)) +
      "\n";
  for (const ExerciseCount& exercise : exercises) {
    const std::string passed = fmt::format("{}/{}", exercise.passed, exercise.handed_in);
    const std::string mean = fmt::format("{} of {}", mean_points(exercise), exercise.most);
    const std::string line = fmt::format("{:<{}}  {:<7}  {:<11}  {}", exercise.folder, width,
                                         passed, mean, commonest(exercise));
    text += wrapped(line, style.width, width + 24);
  }
  return text;
}

std::string of_one(const Record& record, const Style& style) {
  std::string text;
  if (!record.refused.empty()) {
    text = fmt::format("{}: refused: {}", record.submission, record.refused);
  } else if (unmarked(record)) {
    text = record.submission + ": not graded, for something beneath failed";
  }
  return text.empty() ? text : painted_lines(text, Colour::bad, style, 2);
}

}  // namespace

std::string summary(std::span<const Record> records, const Style& style) {
  const auto passed = std::ranges::count_if(
      records, [](const Record& record) { return verdict(record) == Verdict::pass; });
  std::string text = fmt::format("{} submission{}, of which {} passed whole\n\n", records.size(),
                                 records.size() == 1 ? "" : "s", passed);
  text += table(counted(records), style);
  std::string trouble;
  for (const Record& record : records) { trouble += of_one(record, style); }
  return trouble.empty() ? text : text + "\n" + trouble;
}

}  // namespace softmax::grader
