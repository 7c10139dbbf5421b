#include "grader/compiler_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <sstream>
#include <string_view>
#include <vector>

namespace softmax::grader {
namespace {

struct Meaning {
  std::string_view words;  ///< part of what a compiler says, its quotes as ' and '
  std::string_view note;
};

constexpr std::string_view semicolon =
    "A statement ends with a semicolon: look at the end of the line before.";
constexpr std::string_view missing_function =
    "A function of answer.hpp is missing, or it stands outside of namespace answer, or its "
    "parameters differ.";
constexpr std::string_view no_main = "An answer has no main: the workbook calls its functions.";
constexpr std::string_view input =
    "What an input holds cannot be written: results go into the "
    "output.";
constexpr std::string_view no_such_name =
    "std has no such name: is it spelled right, and its header included?";
constexpr std::string_view member =
    "There is no such member: a span has size(), front(), back() and [i].";
constexpr std::string_view unknown_name =
    "The name is unknown here: a slip of the pen, a variable of an inner block, or std:: is "
    "missing before it.";
constexpr std::string_view types = "A value of one type stands where another is wanted.";
constexpr std::string_view returns = "What it returns differs from answer.hpp.";
constexpr std::string_view headers = "Only C++'s own headers and answer.hpp can be included.";

// The first that fits is told: what says more comes first.
constexpr std::array meanings = {
    Meaning{"expected ';'", semicolon},
    Meaning{"expected ',' or ';'", semicolon},
    Meaning{"expected '}'", "A brace is opened and never closed."},
    Meaning{"expected ')'", "A parenthesis is opened and never closed."},
    Meaning{"expected unqualified-id",
            "Something stands outside of every function: most often a brace was closed too early."},
    Meaning{"expected declaration", "There is a closing brace too many, or one too early."},
    Meaning{"extraneous closing brace", "There is a closing brace too many, or one too early."},
    Meaning{"multiple definition of `main'", no_main},
    Meaning{"undefined symbol: answer::", missing_function},
    Meaning{"undefined reference to `answer::", missing_function},
    Meaning{"undefined", "Something is called that nobody has written."},
    Meaning{"read-only", input},
    Meaning{"returns a const value", input},
    Meaning{"is not a member of 'std'", no_such_name},
    Meaning{"in namespace 'std'", no_such_name},
    Meaning{"not declared", unknown_name},
    Meaning{"undeclared identifier", unknown_name},
    Meaning{"no matching function",
            "No function of that name takes these arguments: compare their types (std::max wants "
            "both of one type)."},
    Meaning{"no member named", member},
    Meaning{"invalid conversion", types},
    Meaning{"cannot convert", types},
    Meaning{"cannot initialize", types},
    Meaning{"redefinition of", "The function is there twice."},
    Meaning{"redeclar", "The name is there twice."},
    Meaning{"ambiguating new declaration", returns},
    Meaning{"differ only in their return type", returns},
    Meaning{"No such file", headers},
    Meaning{"file not found", headers},
};

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size()) {
    text.replace(at, what.size(), by);
  }
}

std::string note_of(std::string words) {
  replace_all(words, "\u2018", "'");
  replace_all(words, "\u2019", "'");
  for (const Meaning& meaning : meanings) {
    if (words.find(meaning.words) != std::string::npos) { return std::string(meaning.note); }
  }
  const bool is_main = words.find("duplicate symbol") != std::string::npos;
  return is_main && words.ends_with(": main") ? std::string(no_main) : "";
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

bool is_whole(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Of "folder/answer.cpp:12:24" the words for it; nothing of anything else.
std::string place_of(std::string_view text) {
  constexpr std::string_view letters =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-";
  const std::size_t second = text.rfind(':');
  if (second == 0 || second == std::string_view::npos) { return ""; }
  const std::size_t first = text.rfind(':', second - 1);
  if (first == std::string_view::npos) { return ""; }
  const std::string_view path = text.substr(0, first);
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const std::string_view row = text.substr(first + 1, second - first - 1);
  const std::string_view column = text.substr(second + 1);
  const bool is_name = !name.empty() && name.find_first_not_of(letters) == std::string_view::npos;
  if (!is_name || !is_whole(row) || !is_whole(column)) { return ""; }
  return fmt::format("{}, line {}, column {}", name, row, column);
}

/// A line "place: error: words". (No std::regex: it runs out of stack on a long line.)
std::optional<FirstError> error_of(const std::string& line) {
  for (const std::string_view marker : {": error: ", ": fatal error: "}) {
    const std::size_t at = line.find(marker);
    if (at == std::string::npos) { continue; }
    const std::string place = place_of(std::string_view(line).substr(0, at));
    if (place.empty()) { continue; }
    const std::string words = line.substr(at + marker.size());
    return FirstError{place, words, "", note_of(words)};
  }
  return std::nullopt;
}

bool is_of_a_path(char c) {
  constexpr std::string_view others = "/_-+.";
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || others.find(c) != std::string::npos;
}

/// Where the path that holds the character at `at` begins.
std::size_t path_begin(std::string_view text, std::size_t at) {
  while (at > 0 && is_of_a_path(text[at - 1])) { --at; }
  return at;
}

/// Takes the folder from the front of the paths in it.
void leave_out(std::string& text, const std::string& folder) {
  for (std::size_t at = 0; (at = text.find(folder, at)) != std::string::npos;) {
    if (at == 0 || !is_of_a_path(text[at - 1])) {
      text.erase(at, folder.size());
    } else {
      ++at;
    }
  }
}

/// How long the first of the ends is that the text begins with; 0 if it begins with none.
std::size_t end_size(std::string_view text, const std::vector<std::string_view>& ends) {
  for (const std::string_view end : ends) {
    if (text.starts_with(end)) { return end.size(); }
  }
  return 0;
}

/// Paths with a name of six letters by chance, as mkstemp makes it: /tmp/ccXXXXXX.o.
void replace_made_up(std::string& text, std::string_view before,
                     const std::vector<std::string_view>& ends, std::string_view by) {
  constexpr std::size_t letters = 6;
  for (std::size_t at = 0; (at = text.find(before, at)) != std::string::npos;) {
    const std::size_t chance = at + before.size();
    const std::string_view name = std::string_view(text).substr(chance);
    const bool is_name =
        name.size() > letters && std::all_of(name.begin(), name.begin() + letters,
                                             [](unsigned char c) { return std::isalnum(c) != 0; });
    const std::size_t end = is_name ? end_size(name.substr(letters), ends) : 0;
    if (end == 0) {
      ++at;
      continue;
    }
    const std::size_t begin = path_begin(text, at);
    text.replace(begin, chance + letters + end - begin, by);
    at = begin + by.size();
  }
}

}  // namespace

FirstError first_error(const std::string& diagnostics) {
  const std::vector<std::string> lines = lines_of(diagnostics);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (std::optional<FirstError> error = error_of(lines[i])) {
      error->source = quoted_below(lines, i);
      return *std::move(error);
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

std::string without_places(std::string diagnostics,
                           const std::vector<std::filesystem::path>& folders) {
  for (const std::filesystem::path& folder : folders) {
    leave_out(diagnostics, folder.string() + "/");
  }
  replace_made_up(diagnostics, "/softmax-", {"/"}, "");  // WorkFolder's
  replace_made_up(diagnostics, "/cc", {".o", ".s", ".ltrans0.ltrans.o"}, "answer.o");
  return diagnostics;
}

}  // namespace softmax::grader
