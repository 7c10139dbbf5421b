#include "grader/compiler_words.hpp"

#include <fmt/format.h>

#include <array>
#include <regex>
#include <sstream>
#include <string_view>
#include <vector>

namespace softmax::grader {
namespace {

struct Meaning {
  std::string_view words;  ///< part of what a compiler says
  std::string_view note;
};

// The first that fits is told: what says more comes first.
constexpr std::array meanings = {
    Meaning{"expected ';'",
            "A statement ends with a semicolon: look at the end of the line before."},
    Meaning{"expected ‘;’",
            "A statement ends with a semicolon: look at the end of the line before."},
    Meaning{"expected '}'", "A brace is opened and never closed."},
    Meaning{"expected ‘}’", "A brace is opened and never closed."},
    Meaning{"expected ')'", "A parenthesis is opened and never closed."},
    Meaning{"expected ‘)’", "A parenthesis is opened and never closed."},
    Meaning{"expected unqualified-id",
            "Something stands outside of every function: most often a "
            "brace was closed too early."},
    Meaning{"expected declaration", "There is a closing brace too many, or one too early."},
    Meaning{"multiple definition of `main'",
            "An answer has no main: the workbook calls its "
            "functions."},
    Meaning{"duplicate symbol: main", "An answer has no main: the workbook calls its functions."},
    Meaning{"undefined symbol: answer::",
            "A function of answer.hpp is missing, or it stands outside "
            "of namespace answer, or its parameters differ."},
    Meaning{"undefined reference to `answer::",
            "A function of answer.hpp is missing, or it stands "
            "outside of namespace answer, or its parameters "
            "differ."},
    Meaning{"undefined", "Something is called that nobody has written."},
    Meaning{"read-only", "What an input holds cannot be written: results go into the output."},
    Meaning{"not declared",
            "The name is unknown here: a slip of the pen, a variable of an inner "
            "block, or std:: is missing before it."},
    Meaning{"undeclared identifier",
            "The name is unknown here: a slip of the pen, a variable of an "
            "inner block, or std:: is missing before it."},
    Meaning{"is not a member of ‘std’",
            "std has no such name: is it spelled right, and its header "
            "included?"},
    Meaning{"no matching function",
            "No function of that name takes these arguments: compare their "
            "types (std::max wants both of one type)."},
    Meaning{"no member named",
            "There is no such member: a span has size(), front(), back() and [i]."},
    Meaning{"has no member named",
            "There is no such member: a span has size(), front(), back() and "
            "[i]."},
    Meaning{"invalid conversion", "A value of one type stands where another is wanted."},
    Meaning{"cannot convert", "A value of one type stands where another is wanted."},
    Meaning{"redefinition of", "The function is there twice."},
    Meaning{"redeclar", "The name is there twice."},
    Meaning{"ambiguating new declaration", "What it returns differs from answer.hpp."},
    Meaning{"No such file", "Only C++'s own headers and answer.hpp can be included."},
    Meaning{"file not found", "Only C++'s own headers and answer.hpp can be included."},
};

std::string note_of(const std::string& words) {
  for (const Meaning& meaning : meanings) {
    if (words.find(meaning.words) != std::string::npos) { return std::string(meaning.note); }
  }
  return "";
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) { lines.push_back(line); }
  return lines;
}

/// The quoted line and the caret, as g++ draws them: "   12 |   float x" and "      |   ^~".
std::string quoted_below(const std::vector<std::string>& lines, std::size_t at) {
  std::string source;
  for (std::size_t i = at + 1; i < lines.size() && i <= at + 2; ++i) {
    if (lines[i].find(" | ") == std::string::npos) { break; }
    source += lines[i] + "\n";
  }
  return source;
}

}  // namespace

FirstError first_error(const std::string& diagnostics) {
  static const std::regex error(R"(^(?:.*/)?([\w.]+):(\d+):(\d+): (?:fatal )?error: (.*)$)");
  const std::vector<std::string> lines = lines_of(diagnostics);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::smatch found;
    if (std::regex_match(lines[i], found, error)) {
      return {fmt::format("{}, line {}, column {}", found.str(1), found.str(2), found.str(3)),
              found.str(4), quoted_below(lines, i), note_of(found.str(4))};
    }
  }
  for (const std::string& line : lines) {
    if (line.find("undefined") != std::string::npos || line.find("multiple") != std::string::npos ||
        line.find("duplicate symbol") != std::string::npos) {
      return {"", line, "", note_of(line)};
    }
  }
  return {"", lines.empty() ? "the compiler failed and said nothing" : lines[0], "", ""};
}

}  // namespace softmax::grader
