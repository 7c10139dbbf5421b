#include <catch2/catch_test_macros.hpp>
#include <string>

#include "lessons/terminal/reader.hpp"
#include "tests/lessons/sample_page.hpp"

using namespace softmax;
using namespace softmax::terminal;

namespace {

const page::Page sample = sample_page();

Reader quiz(std::initializer_list<const char*> lines) {
  Reader made(sample, Reader::Mode::quiz);
  made.fit({}, 60);
  for (const char* line : lines) { made.obey(line); }
  return made;
}

bool shows(const Reader& reader, const std::string& text) {
  return words_of(reader.screen()).find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("A quiz asks its questions, and says at the end how many are right") {
  Reader r = quiz({});
  CHECK(place_of(r.screen()) == "1/4");
  CHECK(shows(r, "Check yourself, 1 of 3"));
  CHECK(shows(quiz({"2", "", "0.66", "", "1", ""}),
              "You have 3 of 3 questions right. ./workbook shows"));
  CHECK(shows(quiz({"2", "", "0.5", "", "a", ""}), "You have 1 of 3 questions right. r asks"));
  r = quiz({"2", "", "0.66", "", "1", ""});
  CHECK(r.at_end());
  r.obey("");
  CHECK(shows(r, "This is the end."));
  r = quiz({"g 1"});
  CHECK(shows(r, "Please type 1 to 2."));
}

TEST_CASE("What was missed is asked again, and nothing else") {
  Reader r = quiz({"1", "", "0.66", "", "a", "", "r"});
  CHECK(place_of(r.screen()) == "1/4");
  CHECK_FALSE(shows(r, "Reason of"));
  r.obey("2");
  REQUIRE(r.answer());
  CHECK(r.answer()->right);
  r.obey("");
  CHECK(place_of(r.screen()) == "3/4");
  r.obey("");
  CHECK(shows(r, "First a guess"));
  r.obey("2");
  r.obey("");
  CHECK(shows(r, "You have 2 of 3 questions right."));
  r.obey("r");
  CHECK(place_of(r.screen()) == "3/4");
  r.obey("1");
  r.obey("");
  CHECK(shows(r, "You have 3 of 3 questions right."));
}

TEST_CASE("Where nothing was missed nothing is asked again") {
  Reader r = quiz({"2", "", "0.66", "", "1", "", "r"});
  CHECK(shows(r, "Nothing was missed."));
  CHECK(r.at_end());
  CHECK(place_of(r.screen()) == "4/4");
}

TEST_CASE("r is a key at the end alone, and not for a projector") {
  CHECK(shows(quiz({"r"}), "Please type 1 to 2."));
  Reader r(sample, Reader::Mode::present);
  r.open_at(ending_part);
  CHECK(shows(r, "The end."));
  CHECK_FALSE(shows(r, "[r]"));
  r.obey("r");
  CHECK(shows(r, "'r' is no key here."));
}

TEST_CASE("A lesson opens where it was left, with the answers that were given") {
  Reader r(sample, Reader::Mode::learn);
  r.fit({}, 60);
  r.recall("sample/guess", "1");
  r.recall("sample/first", "2");
  r.recall("sample/second", "");
  r.recall("sample/none", "2");
  r.open_at("one");
  CHECK(place_of(r.screen()) == "2/11");
  CHECK(shows(r, "Not 1. Reason of the first."));
  CHECK_FALSE(r.answer());
  r.open_at(quiz_part);
  CHECK(shows(r, "Right. Reason of the second."));
  r.obey("");
  CHECK(shows(r, "The answer is 0.659."));
  r.obey("");
  CHECK_FALSE(shows(r, "Reason of"));
  r.open_at("no such idea");
  CHECK(place_of(r.screen()) == "1/11");
}

TEST_CASE("An answer that is none to the question, as it is now, is not recalled") {
  Reader r(sample, Reader::Mode::learn);
  r.recall("sample/guess", "0.66 of \x1b[A");
  r.open_at("one");
  CHECK_FALSE(shows(r, "Not"));
  r.obey("2");
  REQUIRE(r.answer());
  CHECK(r.answer()->right);
}
