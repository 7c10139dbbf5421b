#include "tests/lessons/sample_page.hpp"

#include <algorithm>

#include "lessons/page/compute.hpp"

using namespace softmax;
using namespace softmax::page;

namespace {

Question choice(const char* id, bool first_is_right) {
  return {id, "Which of the two?",
          std::vector<Option>{{"the first", first_is_right, "Reason of the first."},
                              {"the second", !first_is_right, "Reason of the second."}},
          ""};
}

Prose prose(const std::string& word) {
  std::string text = word + " begins.";
  for (int i = 0; i < 60; ++i) { text += " " + word + std::to_string(i); }
  return {text + ", " + word + " ends."};
}

Question number(const char* id) {
  return {id, "How large a share?", Number{"0.659", 2, {{"0.5", "Half is a slip."}}},
          "Said after any answer.\n\n" + sample_afterword()};
}

}  // namespace

std::string sample_afterword() { return prose("epsilon").markdown; }

Page sample_page() {
  Page page = {7, "sample", "A sample", 12, {}, {}};
  page.content.question = "What is a sample?";
  page.content.ideas = {
      {"one", "The first idea", {prose("alpha"), choice("sample/guess", false), prose("beta")}},
      {"two",
       "The second idea",
       {prose("gamma"), SpeakerNote{"A note for the speaker."},
        figure("A trace:", traced("2 1 0.1", {Algorithm::unshifted, Algorithm::shifted})),
        prose("delta")}},
      {"three",
       "The third idea",
       {number("sample/share"),
        Table{"A table:", {"format", "sum"}, {{"e5m2", "1"}, {"binary16", "0.9995"}}}}}};
  page.content.remember = {"Remember this.", "Remember that."};
  page.content.tries = {{"trace 2 1 0.1", "what is the largest share?"}};
  page.quiz = {choice("sample/first", false), number("sample/second"),
               choice("sample/third", true)};
  return page;
}

std::string content_of(const std::string& screen) {
  const std::size_t first = screen.find("\n\n");
  const std::size_t last = screen.rfind("\n\n");
  return last > first ? screen.substr(first + 2, last - first - 1) : "";
}

std::string place_of(const std::string& screen) {
  const std::string title = screen.substr(0, screen.find("\n\n"));
  const std::size_t start = title.rfind('(') + 1;
  return title.substr(start, title.rfind(')') - start);
}

std::string words_of(const std::string& text) {
  std::string words;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n';
    if (!blank) { words += c; }
    if (blank && !words.empty() && words.back() != ' ') { words += ' '; }
  }
  return words;
}
