#include "lessons/page/markdown.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "lessons/page/lines.hpp"
#include "tests/lessons/sample_page.hpp"

using namespace softmax::page;

namespace {

/// The Markdown of these blocks: of the sample with one idea more.
std::string markdown(std::vector<Block> blocks) {
  Page page = sample_page();
  page.content.ideas.push_back({"more", "One more", std::move(blocks)});
  const std::string text = markdown_of(page);
  const std::string heading = "\n## One more\n";
  const std::size_t start = text.find(heading) + heading.size();
  return text.substr(start, text.find("\n## ", start) - start);
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) { all += text; }
  return all;
}

}  // namespace

TEST_CASE("Prose is filled to 80 columns, and its marks and paragraphs stay") {
  const std::string text = markdown({Prose{repeated("**one** `two` *three* ", 20)},
                                     Prose{"first\n\nsecond\n\n- item\n- " + repeated("x ", 50)}});
  CHECK(holds(text, "\n" + repeated("**one** `two` *three* ", 3) + "**one** `two`\n*three*"));
  CHECK(holds(text, "\nfirst\n\nsecond\n\n- item\n- x x"));
  CHECK(holds(text, "x x\n  x x"));
  CHECK(holds(markdown_of(sample_page()), "\n\n- Remember this.\n- Remember that.\n\n"));
}

TEST_CASE("No line begins a list, a quotation or a heading by a word that stood within one") {
  for (const std::string word : {"-", "+", "*", ">", ">=", "#", "###", "12.", "3)"}) {
    for (std::size_t before = 60; before < 90; ++before) {
      const std::string start(before, 'x');
      const std::string text = markdown({Prose{start + " " + word + " y"}});
      CAPTURE(word, before);
      CHECK_FALSE(holds(text, "\n" + word + " "));
    }
  }
  CHECK(holds(markdown({Prose{std::string(79, 'x') + " -1 y"}}), "x\n-1 y\n"));  // no list
}

TEST_CASE("A question has its options below, and the answer is folded away") {
  const std::string text = markdown_of(sample_page());
  const std::size_t at = text.find("**?** Which of the two?\n\n1. the first\n2. the second\n\n");
  REQUIRE(at != std::string::npos);
  CHECK(text.substr(at).starts_with(
      "**?** Which of the two?\n\n1. the first\n2. the second\n\n"
      "<details><summary>Answer</summary>\n\n"
      "- 1, **wrong**: Reason of the first.\n- 2, **right**: Reason of the second.\n\n</details>"));
  CHECK(holds(text, "\n\n**0.659**\n\n- 0.5: Half is a slip.\n\nSaid after any answer.\n"));
}

TEST_CASE("A note for the speaker is a comment") {
  CHECK(
      holds(markdown_of(sample_page()), "\n<!-- For the speaker:\nA note for the speaker.\n-->\n"));
}

TEST_CASE("A formula, a table and a figure are what GitHub shows as such") {
  const std::string text =
      markdown({Formula{"e^z", "plain"}, Table{"Both:", {"a|b", "c"}, {{"d", "5"}, {"", "6"}}},
                Bars{"Long:", {{"all", 1, "100 %"}}}});
  CHECK(holds(text,
              "\n$$\ne^z\n$$\n\nBoth:\n\n| a\\|b | c |\n| --- | ---: |\n| d | 5 |\n|  | 6 |\n"));
  CHECK_FALSE(holds(text, "plain"));
  CHECK(holds(text, "\nLong:\n\n```text\n  all  100 %  \xe2\x96\x88"));
  CHECK(
      holds(markdown_of(sample_page()), "\nA trace:\n\n```console\n$ ./workbook trace 2 1 0.1\n"));
}

TEST_CASE("A page begins by its title and ends by its quiz, and no code block is left open") {
  const std::string text = markdown_of(sample_page());
  CHECK(text.starts_with("# Lesson 7: A sample\n\n*12 minutes.* What is a sample?\n"));
  std::size_t last = 0;
  for (const char* heading : {"The first idea", "The second idea", "The third idea",
                              "What to remember", "Try it", "Check yourself"}) {
    const std::size_t at = text.find("\n\n## " + std::string(heading) + "\n\n");
    REQUIRE(at != std::string::npos);
    CHECK(at > last);
    last = at;
  }
  CHECK_FALSE(holds(text, "Write it yourself"));
  std::size_t fences = 0;
  for (const std::string& line : split_lines(text)) { fences += line.starts_with("```") ? 1U : 0U; }
  CHECK(fences == 2);
  CHECK_FALSE(holds(text, "\n\n\n"));
  CHECK(text.ends_with("</details>\n"));
}
