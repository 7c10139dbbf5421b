#pragma once
/// What the tests that read or build an exercise share: a workbook's root of their own.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "grader/work_folder.hpp"
#include "grader/workbook_root.hpp"

namespace softmax::grader {

inline void write_text(const std::filesystem::path& file, const std::string& text) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

inline std::string text_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// A folder that is gone with the test. It is empty but for copies of what is named.
class TemporaryRoot {
 public:
  explicit TemporaryRoot(std::initializer_list<const char*> copied = {}) {
    for (const char* name : copied) {
      std::filesystem::create_directories((path() / name).parent_path());
      std::filesystem::copy(workbook_root() / name, path() / name,
                            std::filesystem::copy_options::recursive);
    }
  }
  [[nodiscard]] const std::filesystem::path& path() const { return folder_.path(); }
  void write(const std::string& name, const std::string& text) const {
    write_text(path() / name, text);
  }

 private:
  WorkFolder folder_;
};

}  // namespace softmax::grader
