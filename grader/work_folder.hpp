#pragma once
/// A new empty folder whose name nobody knows and nobody can list, gone with its owner. (A command
/// that runs as another user must be able to pass through it: sandbox/README.md.)

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace softmax::grader {

class WorkFolder {
 public:
  WorkFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "softmax-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) { throw std::runtime_error(name + " cannot be made"); }
    path_ = name;
    std::filesystem::permissions(path_, std::filesystem::perms::owner_all |
                                            std::filesystem::perms::group_exec |
                                            std::filesystem::perms::others_exec);
  }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  WorkFolder(WorkFolder&&) = delete;
  WorkFolder& operator=(WorkFolder&&) = delete;
  ~WorkFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace softmax::grader
