#include "grader/misconception.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace softmax::grader {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> sources(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code absent;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, absent)) {
    if (entry.path().extension() == ".cpp") { found.push_back(entry.path()); }
  }
  std::ranges::sort(found);
  return found;
}

/// The words of a line that begins so, or nothing.
std::string after(const std::string& line, const std::string& begin) {
  return line.starts_with(begin) ? line.substr(begin.size()) : "";
}

Misconception read(const fs::path& source) {
  Misconception result{source.stem().string(), "", "", "", source};
  std::ifstream file(source);
  std::string line;
  while (std::getline(file, line) && line.starts_with("// ")) {
    const std::string task = after(line, "// task: ");
    const std::string thread = after(line, "// thread: ");
    if (!task.empty()) {
      result.task = task;
    } else if (!thread.empty()) {
      result.thread = thread;
    } else {
      result.sentence += (result.sentence.empty() ? "" : " ") + line.substr(3);
    }
  }
  if (result.task.empty() || result.sentence.empty()) {
    throw std::invalid_argument(source.string() + " must begin with '// task: ID' and a sentence");
  }
  return result;
}

}  // namespace

std::vector<Misconception> misconceptions(const fs::path& root, const std::string& folder) {
  std::vector<Misconception> result;
  for (const fs::path& source : sources(root / "grader/misconceptions" / folder)) {
    result.push_back(read(source));
  }
  return result;
}

std::vector<fs::path> variants(const fs::path& root, const std::string& folder) {
  return sources(root / "grader/variants" / folder);
}

}  // namespace softmax::grader
