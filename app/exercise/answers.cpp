#include "app/exercise/answers.hpp"

#include "lessons/progress/durable_file.hpp"

namespace softmax::app {
namespace {

namespace fs = std::filesystem;

void write_skeleton(const fs::path& root, const grader::Exercise& exercise) {
  const fs::path skeleton = root / "exercises" / exercise.folder / "answer.cpp";
  const auto bytes = progress::bytes_of(skeleton);
  if (!bytes) { throw std::runtime_error(skeleton.string() + " is missing: copy it back"); }
  progress::replace_file(answer_of(root, exercise), *bytes);
}

}  // namespace

fs::path answer_of(const fs::path& root, const grader::Exercise& exercise) {
  return root / "answers" / exercise.folder / "answer.cpp";
}

bool begin_answer(const fs::path& root, const grader::Exercise& exercise) {
  const fs::path answer = answer_of(root, exercise);
  if (progress::is_there(answer)) { return false; }
  progress::make_directories(answer.parent_path());
  write_skeleton(root, exercise);
  return true;
}

std::optional<fs::path> begin_anew(const fs::path& root, const grader::Exercise& exercise) {
  const fs::path answer = answer_of(root, exercise);
  progress::make_directories(answer.parent_path());
  std::optional<fs::path> backup;
  if (progress::is_there(answer)) { backup = progress::move_aside(answer, "backup"); }
  write_skeleton(root, exercise);
  return backup;
}

}  // namespace softmax::app
