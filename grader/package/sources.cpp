#include <fmt/format.h>

#include <array>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "grader/package/bundle.hpp"

namespace softmax::grader {
namespace {

namespace fs = std::filesystem;

/// What the release build reads, and what the launcher and the grader do.
constexpr std::array top = {
    "CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md", "app",       "cmake",
    "engine",         "exercises",         "grader",  "lessons",   "solutions", "workbook"};

constexpr const char* folder_in_archive = "softmax_workbook/";

/// What .gitignore says, and all that is hidden.
bool is_passed_over(const std::string& name) {
  return name.starts_with('.') || name.ends_with('~') || name.ends_with(".swp") ||
         name == "__pycache__" || name == "compile_commands.json";
}

void add_source(const fs::path& root, const std::string& file, std::vector<PackedFile>& files) {
  files.push_back(packed(root, file, folder_in_archive + file));
}

void add_folder(const fs::path& root, const std::string& folder, std::vector<PackedFile>& files) {
  for (auto at = fs::recursive_directory_iterator(root / folder);
       at != fs::recursive_directory_iterator(); ++at) {
    if (is_passed_over(at->path().filename().string())) {
      at.disable_recursion_pending();
    } else if (!fs::is_directory(at->symlink_status())) {
      add_source(root, at->path().lexically_relative(root).string(), files);
    }
  }
}

}  // namespace

PackedFile packed(const fs::path& root, const std::string& file, const std::string& path) {
  const fs::path from = root / file;
  std::error_code absent;
  const fs::file_status status = fs::symlink_status(from, absent);
  std::ifstream stream(from, std::ios::binary);
  if (!fs::is_regular_file(status) || !stream) {
    throw std::runtime_error(fmt::format("{} is no file that can be packed", from.string()));
  }
  PackedFile result{path, {std::istreambuf_iterator<char>(stream), {}}, false};
  if (stream.bad()) { throw std::runtime_error(from.string() + " cannot be read"); }
  result.executable = (status.permissions() & fs::perms::owner_exec) != fs::perms::none;
  return result;
}

std::vector<PackedFile> workbook_sources(const fs::path& root) {
  std::vector<PackedFile> files;
  for (const std::string name : top) {
    if (fs::is_directory(root / name)) {
      add_folder(root, name, files);
    } else {
      add_source(root, name, files);
    }
  }
  return files;
}

}  // namespace softmax::grader
