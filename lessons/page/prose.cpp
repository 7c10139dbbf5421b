#include "lessons/page/prose.hpp"

#include <algorithm>
#include <string_view>

#include "engine/style.hpp"
#include "lessons/page/lines.hpp"

namespace softmax::page {
namespace {

/// Whether a line that begins with the word would begin a list, a quotation or a heading: "-" of
/// "z - m", "12." at the end of a sentence.
bool begins_block(std::string_view word) {
  if (word.find_first_not_of('#') == std::string_view::npos) { return !word.empty(); }
  const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
  const std::string_view rest = word.substr(digits);
  return digits == 0 ? rest == "-" || rest == "+" || rest == "*" || rest.starts_with('>')
                     : rest == "." || rest == ")";
}

/// The line, `glue` for the blank before each word that no line may begin with.
std::string glued(std::string line, char glue) {
  for (std::size_t blank = line.find(' '); blank != std::string::npos;) {
    const std::size_t next = line.find(' ', blank + 1);
    const std::size_t length = std::min(next, line.size()) - blank - 1;
    if (begins_block(std::string_view(line).substr(blank + 1, length))) { line[blank] = glue; }
    blank = next;
  }
  return line;
}

}  // namespace

std::string filled(const std::string& paragraph, std::size_t indent) {
  constexpr char glue = '\x1f';
  std::string out = wrapped(glued(paragraph, glue), prose_width, indent);
  std::replace(out.begin(), out.end(), glue, ' ');
  return out;
}

std::string prose_lines(const std::string& markdown) {
  std::string out;
  for (const std::string& line : split_lines(markdown)) {
    const std::size_t start = std::min(line.find_first_not_of(' '), line.size());
    out += filled(line, start + (line.compare(start, 2, "- ") == 0 ? 2 : 0));
  }
  return out;
}

}  // namespace softmax::page
