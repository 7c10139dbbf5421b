#pragma once
/// What an answer includes and is linked with: made once, and kept in the folder of parts.
///
///     const Harness harness(root, parts, {"g++", "-O1"});
///     harness.headers(text);                                // the name that -include takes
///     harness.link_line(exercise, "/parts", "answer.cpp");  // the end of the compiler's line
///
/// Linking would be a third of an answer's time, and most of that goes into reading the libraries.
/// So the harness is linked with all that it needs of them beforehand (ld -r), and with the
/// functions that answers often call, into few sections. The libraries still stand on the line: an
/// answer may call any other.
///
/// Cost: two seconds before the first answer to an exercise; then a look at the sources' times.
/// Throws: std::runtime_error where a part cannot be made.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "grader/exercise.hpp"
#include "grader/toolchain.hpp"

namespace softmax::grader {

class Harness {
 public:
  /// `parts` is made if it is not there; a folder in it is for this toolchain.
  Harness(std::filesystem::path root, const std::filesystem::path& parts, Toolchain toolchain);

  /// The folder that holds all of it: of the workbook, the sandbox shows this one alone.
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

  /// Does: precompiles the headers for an answer of this text. Returns: their name in the folder.
  [[nodiscard]] std::string headers(std::string_view answer) const;

  /// Does: puts the contract into a folder of its own, since an answer must not see what lies
  /// beside it. Returns: that folder's name in the folder.
  [[nodiscard]] std::string contract(const Exercise& exercise) const;

  /// Returns: the answer and all that is linked with it, in the order that a linker wants; `folder`
  /// is where the compiler sees this folder.
  [[nodiscard]] std::vector<std::string> link_line(const Exercise& exercise,
                                                   const std::string& folder,
                                                   const std::string& answer) const;

 private:
  [[nodiscard]] bool is_fresh(const std::filesystem::path& made,
                              const std::vector<std::filesystem::path>& sources) const;
  [[nodiscard]] std::vector<std::filesystem::path> sources_of(
      const std::filesystem::path& source) const;
  void copy(const std::filesystem::path& source, const std::string& name) const;
  [[nodiscard]] std::string compile(const std::filesystem::path& source,
                                    const std::string& name) const;
  [[nodiscard]] std::string library_file(const std::string& name) const;
  [[nodiscard]] std::string specs() const;
  [[nodiscard]] std::vector<std::string> objects(const Exercise& exercise) const;
  [[nodiscard]] std::string whole(const Exercise& exercise) const;

  std::filesystem::path root_;
  std::filesystem::path folder_;
  Toolchain toolchain_;
};

}  // namespace softmax::grader
