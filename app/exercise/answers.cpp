#include "app/exercise/answers.hpp"

#include "lessons/progress/durable_file.hpp"

namespace softmax::app {
namespace {

namespace fs = std::filesystem;

std::string skeleton_of(const fs::path& root, const grader::Exercise& exercise) {
  const fs::path skeleton = root / "exercises" / exercise.folder / "answer.cpp";
  auto bytes = progress::bytes_of(skeleton);
  if (!bytes) { throw std::runtime_error(skeleton.string() + " is missing: copy it back"); }
  return *std::move(bytes);
}

}  // namespace

fs::path answer_of(const fs::path& root, const grader::Exercise& exercise) {
  return root / "answers" / exercise.folder / "answer.cpp";
}

bool begin_answer(const fs::path& root, const grader::Exercise& exercise) {
  const fs::path answer = answer_of(root, exercise);
  if (progress::is_there(answer)) { return false; }
  const std::string skeleton = skeleton_of(root, exercise);
  progress::make_directories(answer.parent_path());
  progress::replace_file(answer, skeleton);
  return true;
}

std::optional<fs::path> begin_anew(const fs::path& root, const grader::Exercise& exercise) {
  const fs::path answer = answer_of(root, exercise);
  // Before anything is moved: without a skeleton the answer stays.
  const std::string skeleton = skeleton_of(root, exercise);
  progress::make_directories(answer.parent_path());
  std::optional<fs::path> backup;
  if (progress::is_there(answer)) { backup = progress::move_aside(answer, "backup"); }
  progress::replace_file(answer, skeleton);
  return backup;
}

}  // namespace softmax::app
