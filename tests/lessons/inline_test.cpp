#include "lessons/page/inline.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "lessons/page/lines.hpp"

using namespace softmax;
using namespace softmax::page;

namespace {

/// The spans in one line: strong as <..>, emphasis as {..}, code as |..|.
std::string marked(std::string_view paragraph) {
  const auto around = [](Face face) -> std::string {
    return face == Face::strong ? "<>" : face == Face::emphasis ? "{}" : "||";
  };
  std::string out;
  for (const Span& span : spans(paragraph)) {
    const bool plain = span.face == Face::plain;
    const std::string marks = around(span.face);
    out += plain ? span.text : marks[0] + span.text + marks[1];
  }
  return out;
}

Lines lines(std::string_view markdown, std::size_t width) {
  Style style;
  style.width = width;
  return lines_of_markdown(markdown, style);
}

/// The words of some lines, one blank between two.
std::string words(const Lines& all) {
  std::string out;
  for (const std::string& line : all) {
    for (const char c : line + " ") {
      if (c != ' ' || (!out.empty() && out.back() != ' ')) { out += c; }
    }
  }
  return out;
}

constexpr const char* text =
    "Softmax of *logits* is **invariant**: `softmax(z + c)` is softmax(z), whatever the constant.\n"
    "A paragraph may have line ends.\n\n"
    "- an item whose text is long enough that it is broken at least once, even on a wide screen, "
    "if "
    "screens are what they have always been: some eighty columns, or a hundred\n"
    "- see [the report](https://example.org/a)\n"
    "goes on\n\n"
    "The end.";

}  // namespace

TEST_CASE("Strong text, emphasis and code are spans, and a link is its text and its address") {
  CHECK(marked("the **largest** *logit* of `z - m`.") == "the <largest> {logit} of |z - m|.");
  CHECK(marked("**a**b*c*`d`") == "<a>b{c}|d|");
  CHECK(marked("`**a** *b* [c](d)`") == "|**a** *b* [c](d)|");
  CHECK(marked("see [lesson three](../03_normalize/README.md), and") ==
        "see lesson three (../03_normalize/README.md), and");
  CHECK(marked("softmax([5, 5]) of [a](b)") == "softmax([5, 5]) of a (b)");
  CHECK(spans("").empty());
}

TEST_CASE("A mark without a partner is a letter like any other") {
  for (const char* plain : {"2 * 3 * 4", "2 * 3", "5*", "a ** b", "**", "***", "`", "a ` b", "``",
                            "*a", "**a", "[1, 2]", "[1, 2](", "[a] (b)", "](", "a * b*"}) {
    CAPTURE(plain);
    CHECK(marked(plain) == plain);
  }
  CHECK(marked("**a* b") == "*{a} b");
  CHECK(marked("`a` and ` b") == "|a| and ` b");
}

TEST_CASE("No line is longer than the width, unless a word is") {
  for (std::size_t width = 20; width <= 200; ++width) {
    CAPTURE(width);
    for (const std::string& line : lines(text, width)) {
      CAPTURE(line);
      const bool one_word = line.find(' ', line.find_first_not_of("- ")) == std::string::npos;
      CHECK((line.size() <= width || one_word));
    }
  }
}

TEST_CASE("A line ends only where the next word has no room") {
  std::string without_code = text;
  std::erase(without_code, '`');
  for (std::size_t width = 20; width <= 200; ++width) {
    CAPTURE(width);
    const Lines all = lines(without_code, width);
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
      const std::string& next = all[i + 1];
      if (all[i].empty() || next.empty() || next.starts_with("  - ")) { continue; }
      const std::size_t start = next.find_first_not_of(' ');
      const std::size_t word = std::min(next.find(' ', start), next.size()) - start;
      CHECK(all[i].size() + 1 + word > width);
    }
  }
}

TEST_CASE("All words are there, in their order, at every width") {
  const std::string all = words(lines(text, 1000));
  CHECK(all.starts_with("Softmax of logits is invariant: softmax(z + c) is softmax(z), whatever"));
  for (const std::size_t width : {1U, 20U, 33U, 57U, 80U, 200U}) {
    CHECK(words(lines(text, width)) == all);
  }
}

TEST_CASE("Paragraphs have a blank line between, the items of a list none, but a hanging indent") {
  CHECK(lines("one\ntwo\n\n\nthree", 20) == Lines{"one two", "", "three"});
  CHECK(lines("one\n \t\ntwo", 20) == Lines{"one", "", "two"});
  CHECK(lines("a list:\n- one two three four\n- five\n\nand", 16) ==
        Lines{"a list:", "", "  - one two", "    three four", "  - five", "", "and"});
  CHECK(lines("", 20).empty());
  CHECK(lines("\n\n", 20).empty());
}

TEST_CASE("A formula stays on one line where it has room on one") {
  CHECK(lines("so it is `a + b = c`.", 16) == Lines{"so it is", "a + b = c."});
  CHECK(lines("is `a + b = c - d - e`.", 16) == Lines{"is a + b = c - d", "- e."});
  const std::string formula = "1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 = 45";  // 38 columns
  CHECK(lines("The sum is `" + formula + "`", 44) == Lines{"The sum is", formula});
  CHECK(lines("The sum is `" + formula + " = 40 + 5`", 52).front() ==
        "The sum is " + formula + " =");
}

TEST_CASE("Spans that touch stay on one line") {
  CHECK(lines("a sum (*Z*), a `ratio`, an **end**.", 12) ==
        Lines{"a sum (Z), a", "ratio, an", "end."});
}

TEST_CASE("In colour strong text and code are bold, and lines break where they did without") {
  Style style;
  style.width = 12;
  style.colour = true;
  CHECK(lines_of_markdown("a *b* **c** **d e f g**", style) ==
        Lines{"a b \x1b[1mc\x1b[0m \x1b[1md\x1b[0m \x1b[1me\x1b[0m \x1b[1mf\x1b[0m",
              "\x1b[1mg\x1b[0m"});
  CHECK(lines("\xc3\xa4\xc3\xb6\xc3\xbc \xc3\xa4\xc3\xb6\xc3\xbc", 7).size() == 1);  // 7 columns
}
