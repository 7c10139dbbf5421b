#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "grader/package/bundle.hpp"

namespace softmax::grader {
namespace {

using json = nlohmann::ordered_json;

/// Seconds. A check ends after 6.5 s by the clock and 0.05 s for every thousand numbers
/// (allowance.hpp): those of exercise 11 after 140 s together, and the compiler. It allows 600.
constexpr int most_seconds = 300;

std::string replaced(std::string text, std::string_view mark, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos; at += by.size()) {
    text.replace(at, mark.size(), by);
  }
  return text;
}

/// The parts of an exercise's README.md that are no business of the command line.
std::string task_of(const BundlePlan& plan, const Exercise& exercise) {
  const std::string file = fmt::format("exercises/{}/README.md", exercise.folder);
  const std::string text = packed(plan.root, file, file).bytes;
  const std::size_t begin = text.find("## What to write");
  const std::size_t end = text.find("## How to check");
  if (begin == std::string::npos || end == std::string::npos || begin > end) {
    throw std::runtime_error(file + " does not say what to write, and then how to check it");
  }
  return text.substr(begin, end - begin);
}

/// The id of an exercise is a UUID, and for ever.
json info_of(const BundlePlan& plan, const Exercise& exercise) {
  return {{"uuid", exercise.id},
          {"title", fmt::format("Softmax {}: {}", number(exercise), exercise.title)},
          {"topic", "Softmax"},
          {"tags", {"code"}},
          {"type", "v3"},
          {"singleVariant", true},
          {"showCorrectAnswer", false},
          {"gradingMethod", "External"},
          {"externalGradingOptions",
           {{"enabled", true},
            {"image", plan.image},
            {"entrypoint", "/opt/softmax/run " + exercise.folder},
            {"timeout", most_seconds},
            {"enableNetworking", false}}}};
}

void add_question(const BundlePlan& plan, const Exercise& exercise,
                  std::vector<PackedFile>& files) {
  const std::string folder = fmt::format("questions/softmax_{}/", exercise.folder);
  files.push_back({folder + "info.json", info_of(plan, exercise).dump(2) + "\n"});
  PackedFile page =
      packed(plan.root, "grader/package/prairielearn/question.html", folder + "question.html");
  page.bytes = replaced(std::move(page.bytes), "@TASK@", task_of(plan, exercise));
  files.push_back(std::move(page));
  for (const char* name : {"answer.hpp", "answer.cpp"}) {
    files.push_back(
        packed(plan.root, fmt::format("exercises/{}/{}", exercise.folder, name), folder + name));
  }
}

}  // namespace

std::vector<PackedFile> prairielearn_files(const BundlePlan& plan) {
  std::vector<PackedFile> files = workbook_sources(plan.root);
  for (PackedFile& file : files) { file.path = "image/" + file.path; }
  for (const char* name : {"image/Dockerfile", "image/run", "README.md"}) {
    PackedFile file = packed(plan.root, fmt::format("grader/package/prairielearn/{}", name), name);
    file.bytes = replaced(std::move(file.bytes), "@IMAGE@", plan.image);
    files.push_back(std::move(file));
  }
  files.push_back({"image/exercises.txt", exercise_lines(plan.exercises)});
  for (const Exercise& exercise : plan.exercises) { add_question(plan, exercise, files); }
  return files;
}

}  // namespace softmax::grader
