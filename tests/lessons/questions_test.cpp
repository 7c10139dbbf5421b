// What must hold of every lesson, and the judge or the screen has to say.
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "lessons/catalogue.hpp"
#include "lessons/page/judge.hpp"
#include "lessons/page/lines.hpp"
#include "lessons/page/text.hpp"
#include "lessons/terminal/reader.hpp"

using namespace softmax;
using namespace softmax::page;

namespace {

const std::vector<Page>& pages() {
  static const std::vector<Page> all = [] {
    std::vector<Page> made;
    for (const lessons::Lesson& lesson : lessons::all()) { made.push_back(page_of(lesson)); }
    return made;
  }();
  return all;
}

template <class Check>
void for_each_number(const Check& check) {
  for (const Page& page : pages()) {
    for (const Question* question : questions(page)) {
      const auto* number = std::get_if<Number>(&question->answer);
      if (number == nullptr) { continue; }
      CAPTURE(question->id);
      check(*question, *number);
    }
  }
}

Lines answer_at(std::size_t width, const Question& question) {
  Style style;
  style.width = width;
  return lines_of_answer(question, style);
}

/// A line of one word (after blanks, a dash, or the number of an option) may be as long as it is.
bool one_word(const std::string& line) {
  const std::size_t start = line.find_first_not_of(" -");
  return start == std::string::npos || line.find(' ', start) == std::string::npos;
}

}  // namespace

TEST_CASE("The answer to a number is right, and so is it to the digits asked for") {
  for_each_number([](const Question& question, const Number& number) {
    CHECK(number.digits >= 0);
    CHECK(judge(question, number.value).right);
  });
}

TEST_CASE("Each slip is wrong, and is told by its own reason") {
  for_each_number([](const Question& question, const Number& number) {
    for (const Slip& slip : number.slips) {
      CAPTURE(slip.value);
      const Judgement judgement = judge(question, slip.value);
      CHECK(judgement.understood);
      CHECK_FALSE(judgement.right);
      CHECK(judgement.why == slip.why);
    }
  });
}

TEST_CASE("No line of a lesson is wider than the screen, unless a word is") {
  for (const Page& page : pages()) {
    for (const std::size_t width : {30U, 31U, 40U, 57U, 80U, 120U, 200U}) {
      Style style;
      style.width = width;
      for (const std::string& line : split_lines(text_of(page, style))) {
        CAPTURE(page.id, width, line);
        CHECK((columns_of(line) <= width || one_word(line)));
      }
    }
  }
}

TEST_CASE("No mark of Markdown is left in the text of a lesson") {
  for (const Page& page : pages()) {
    const std::string text = text_of(page, {});
    CAPTURE(page.id);
    CHECK(text.find('`') == std::string::npos);
    CHECK(text.find("**") == std::string::npos);
  }
}

TEST_CASE("Every lesson can be read to its end on a small terminal") {
  for (const Page& page : pages()) {
    terminal::Reader reader(page, terminal::Reader::Mode::learn);
    Style style;
    style.width = 40;
    reader.fit(style, 15);
    std::size_t answered = 0;
    for (int lines = 0; lines < 10'000 && !reader.at_end(); ++lines) {
      reader.obey(reader.screen().find("First a guess:") != std::string::npos ? "a" : "");
      answered += reader.answer() ? 1U : 0U;
    }
    CAPTURE(page.id);
    CHECK(reader.at_end());
    CHECK(answered == questions(page).size());
  }
}

TEST_CASE("Reasons hang beside what they are said of, or stand below it where there is no room") {
  const Question number = {"a/b", "How many?", Number{"5", 1, {{"1.97e434", "Of the whole sum."}}},
                           ""};
  CHECK(answer_at(80, number) == Lines{"The answer is 5.", "  1.97e434: Of the whole sum."});
  CHECK(answer_at(24, number) ==
        Lines{"The answer is 5.", "  1.97e434: Of the whole", "            sum."});
  CHECK(answer_at(20, number) ==
        Lines{"The answer is 5.", "  1.97e434:", "    Of the whole", "    sum."});
  const Question choice = {
      "a/c", "?", std::vector<Option>{{"one", false, "No."}, {"two", true, "Yes."}}, "Because."};
  CHECK(answer_at(80, choice) == Lines{"  1 wrong: No.", "  2 right: Yes.", "", "Because."});
  CHECK(lines_of(choice, {}) == Lines{"?", "", "  1  one", "  2  two"});
}
