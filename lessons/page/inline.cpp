#include "lessons/page/inline.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "lessons/page/lines.hpp"

namespace softmax::page {
namespace {

struct Delimiter {
  std::string_view mark;
  Face face;
};

constexpr std::array<Delimiter, 3> delimiters = {
    {{"`", Face::code}, {"**", Face::strong}, {"*", Face::emphasis}}};

/// A span that is delimited at the start of the text, and how much of the text it took.
struct Delimited {
  Span span;
  std::size_t length;
};

/// Marks stand close around what they mark: in "2 * 3 * 4" they are signs.
std::optional<Delimited> delimited_at(std::string_view text) {
  for (const Delimiter& delimiter : delimiters) {
    if (!text.starts_with(delimiter.mark)) { continue; }
    const std::size_t start = delimiter.mark.size();
    const std::size_t end = text.find(delimiter.mark, start);
    if (end == std::string_view::npos || end == start) { continue; }
    const std::string_view inside = text.substr(start, end - start);
    if (inside.front() == ' ' || inside.back() == ' ') { continue; }
    return Delimited{{std::string(inside), delimiter.face}, end + delimiter.mark.size()};
  }
  return std::nullopt;
}

/// Addresses are relative to a lesson's page, two folders below where the workbook is started.
std::string from_the_top(const std::string& address) {
  constexpr std::string_view up = "../../";
  return address.starts_with(up) ? address.substr(up.size()) : address;
}

/// "[1, 2]" is no link, even if one comes later.
std::optional<Delimited> link_at(std::string_view text) {
  if (!text.starts_with('[')) { return std::nullopt; }
  const std::size_t middle = text.find_first_of("[]", 1);
  if (middle == std::string_view::npos || !text.substr(middle).starts_with("](")) {
    return std::nullopt;
  }
  const std::size_t end = text.find(')', middle);
  if (end == std::string_view::npos) { return std::nullopt; }
  const std::string label(text.substr(1, middle - 1));
  const std::string address(text.substr(middle + 2, end - middle - 2));
  return Delimited{{label + " (" + from_the_top(address) + ")", Face::plain}, end + 1};
}

/// A piece of a span: between two of them a line can be broken.
struct Word {
  std::string text;
  Face face;
  bool glued;  ///< no blank before it
};

/// What is broken at blanks: all but a formula that fits on a line.
std::vector<Word> words_of(const std::vector<Span>& all, std::size_t widest) {
  std::vector<Word> words;
  bool glued = false;
  for (const Span& span : all) {
    if (span.face == Face::code && columns_of(span.text) <= widest) {
      words.push_back({span.text, span.face, glued});
      glued = true;
      continue;
    }
    std::size_t at = 0;
    while (at < span.text.size()) {
      const std::size_t start = span.text.find_first_not_of(" \n", at);
      if (start != at) { glued = false; }
      if (start == std::string::npos) { break; }
      const std::size_t end = std::min(span.text.find_first_of(" \n", start), span.text.size());
      words.push_back({span.text.substr(start, end - start), span.face, glued});
      glued = true;
      at = end;
    }
  }
  return words;
}

Colour colour_of(Face face) {
  return face == Face::strong || face == Face::code ? Colour::strong : Colour::plain;
}

/// Lines of words, a first line with `first` before it, the others with as many blanks.
class Filling {
 public:
  Filling(const Style& style, const std::string& first)
      : style_(style), indent_(first.size()), column_(first.size()), line_(first) {}

  /// A glued word stays on the line of the one before it.
  void add(const std::vector<Word>& chunk) {
    std::size_t width = 0;
    for (const Word& word : chunk) { width += columns_of(word.text); }
    const bool first = column_ == indent_;
    if (!first && column_ + 1 + width > style_.width) {
      break_line();
    } else if (!first) {
      line_ += ' ';
      ++column_;
    }
    for (const Word& word : chunk) { line_ += paint(style_, colour_of(word.face), word.text); }
    column_ += width;
  }

  std::vector<std::string> take() {
    break_line();
    return std::move(done_);
  }

 private:
  void break_line() {
    done_.push_back(line_);
    line_ = std::string(indent_, ' ');
    column_ = indent_;
  }

  const Style& style_;
  std::size_t indent_;
  std::size_t column_;
  std::string line_;
  std::vector<std::string> done_;
};

std::vector<std::string> lines_of_paragraph(std::string_view paragraph, const std::string& first,
                                            const Style& style) {
  constexpr std::size_t widest_formula = 40;
  const std::size_t taken = first.size() + 2;  // and a sign or two that stand close to it
  const std::size_t room = style.width > taken ? style.width - taken : 0;
  const std::vector<Word> words = words_of(spans(paragraph), std::min(widest_formula, room));
  Filling lines(style, first);
  for (std::size_t i = 0; i < words.size();) {
    std::size_t end = i + 1;
    while (end < words.size() && words[end].glued) { ++end; }
    lines.add({words.begin() + static_cast<std::ptrdiff_t>(i),
               words.begin() + static_cast<std::ptrdiff_t>(end)});
    i = end;
  }
  return lines.take();
}

/// Paragraphs and list items: what a blank line, or a line that begins with "- ", begins.
std::vector<std::string> paragraphs_of(std::string_view markdown) {
  std::vector<std::string> all(1);
  while (!markdown.empty()) {
    const std::size_t end = std::min(markdown.find('\n'), markdown.size());
    const std::string_view line = markdown.substr(0, end);
    markdown.remove_prefix(std::min(end + 1, markdown.size()));
    const bool blank = line.find_first_not_of(" \t\r") == std::string_view::npos;
    if (blank || line.starts_with("- ")) { all.emplace_back(); }
    if (blank) { continue; }
    if (!all.back().empty()) { all.back() += ' '; }
    all.back() += line;
  }
  all.erase(std::remove(all.begin(), all.end(), ""), all.end());
  return all;
}

}  // namespace

std::vector<Span> spans(std::string_view paragraph) {
  std::vector<Span> all;
  std::string plain;
  const auto flush = [&] {
    if (!plain.empty()) { all.push_back({std::move(plain), Face::plain}); }
    plain.clear();
  };
  while (!paragraph.empty()) {
    std::optional<Delimited> found = delimited_at(paragraph);
    if (!found) { found = link_at(paragraph); }
    if (found) {
      flush();
      all.push_back(found->span);
    } else {
      plain += paragraph[0];
    }
    paragraph.remove_prefix(found ? found->length : 1);
  }
  flush();
  return all;
}

std::vector<std::string> lines_of_markdown(std::string_view markdown, const Style& style) {
  std::vector<std::string> lines;
  bool after_item = false;
  for (const std::string& paragraph : paragraphs_of(markdown)) {
    const bool item = paragraph.starts_with("- ");
    if (!lines.empty() && !(item && after_item)) { lines.emplace_back(); }
    const std::string_view text = item ? std::string_view(paragraph).substr(2) : paragraph;
    const std::string first = item ? "  - " : "";
    for (std::string& line : lines_of_paragraph(text, first, style)) {
      lines.push_back(std::move(line));
    }
    after_item = item;
  }
  return lines;
}

}  // namespace softmax::page
