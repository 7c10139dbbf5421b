#pragma once
/// The compiler's first error, and what it usually means, in plain words.
///
///     const FirstError error = first_error(diagnostics);
///     error.place;   // "answer.cpp, line 12, column 24"
///     error.words;   // "expected ';' before 'return'"
///     error.source;  // the line, and a caret below
///     error.note;    // "A statement ends with a semicolon: look at the end of the line before."

#include <filesystem>
#include <string>
#include <vector>

namespace softmax::grader {

struct FirstError {
  std::string place;  ///< empty where the linker complains
  std::string words;
  std::string source;  ///< with line ends; may be empty
  std::string note;    ///< empty where there is nothing plainer to say
};

/// Computes: the first error of g++'s or clang's output; of anything else its first line.
FirstError first_error(const std::string& diagnostics);

/// Computes: what a compiler said, without what is of this machine and this moment: these folders
/// in front of names, and the names that the compiler makes up for its own files.
std::string without_places(std::string diagnostics,
                           const std::vector<std::filesystem::path>& folders);

}  // namespace softmax::grader
