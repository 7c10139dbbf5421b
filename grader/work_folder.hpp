#pragma once
/// A new empty folder that nobody else may enter, gone with its owner.

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
  }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  ~WorkFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace softmax::grader
