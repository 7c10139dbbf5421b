#include "grader/trees.hpp"

#include <algorithm>
#include <set>

#include "grader/exercise.hpp"

namespace softmax::grader {
namespace {

namespace fs = std::filesystem;

struct Tree {
  std::string folder;
  std::set<std::string> files;  ///< all that an exercise has there; empty: any .cpp
};

const std::vector<Tree>& trees() {
  static const std::vector<Tree> all = {
      {"exercises", {"README.md", "answer.cpp", "answer.hpp", "exercise.toml"}},
      {"solutions", {"answer.cpp"}},
      {"grader/exercises", {"checks.cpp", "subject.cpp"}},
      {"grader/misconceptions", {}},
      {"grader/variants", {}}};
  return all;
}

std::set<std::string> names_in(const fs::path& folder) {
  std::set<std::string> names;
  std::error_code absent;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, absent)) {
    names.insert(entry.path().filename().string());
  }
  return names;
}

/// Of one exercise in one tree.
void compare(const Tree& tree, const fs::path& root, const std::string& exercise,
             std::vector<std::string>& faults) {
  const std::string where = tree.folder + "/" + exercise + "/";
  const std::set<std::string> found = names_in(root / where);
  for (const std::string& file : tree.files) {
    if (!found.contains(file)) { faults.push_back(where + file + " is missing"); }
  }
  for (const std::string& file : found) {
    const bool belongs = tree.files.empty() ? file.ends_with(".cpp") : tree.files.contains(file);
    if (!belongs) { faults.push_back(where + file + " does not belong there"); }
  }
}

}  // namespace

std::vector<std::string> faults_of_trees(const fs::path& root) {
  std::set<std::string> exercises;
  for (const std::string& name : names_in(root / "exercises")) {
    if (is_exercise_folder(name)) { exercises.insert(name); }
  }
  std::vector<std::string> faults;
  for (const Tree& tree : trees()) {
    const std::set<std::string> found = names_in(root / tree.folder);
    for (const std::string& name : found) {
      const bool list = tree.folder == "exercises" && name == "README.md";
      if (!list && !exercises.contains(name)) {
        faults.push_back(tree.folder + "/" + name + " is no exercise");
      }
    }
    for (const std::string& exercise : exercises) {
      if (found.contains(exercise)) {
        compare(tree, root, exercise, faults);
      } else {
        faults.push_back(tree.folder + "/" + exercise + " is missing");
      }
    }
  }
  return faults;
}

}  // namespace softmax::grader
