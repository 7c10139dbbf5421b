#include "lessons/terminal/reader.hpp"

#include <catch2/catch_test_macros.hpp>
#include <initializer_list>
#include <string>

#include "tests/lessons/sample_page.hpp"

using namespace softmax;
using namespace softmax::terminal;

namespace {

const page::Page sample = sample_page();

/// A reader on a screen that is high enough for each step, after these lines.
Reader reader(Reader::Mode mode, std::initializer_list<const char*> lines = {}) {
  Reader made(sample, mode);
  made.fit({}, 60);
  for (const char* line : lines) { made.obey(line); }
  return made;
}

bool shows(const Reader& reader, const std::string& text) {
  return words_of(reader.screen()).find(text) != std::string::npos;
}

std::string place(const Reader& reader) { return place_of(reader.screen()); }

/// "sample/guess 2 right", of the answer that the last line gave.
std::string told(const Reader& reader) {
  if (!reader.answer()) { return ""; }
  const GivenAnswer& given = *reader.answer();
  return given.question + " " + given.typed + (given.right ? " right" : " wrong");
}

constexpr auto learn = Reader::Mode::learn;
constexpr auto present = Reader::Mode::present;
constexpr auto quiz = Reader::Mode::quiz;

}  // namespace

TEST_CASE("A question waits for an answer, and does not give away what follows") {
  Reader r = reader(learn, {"", ""});
  CHECK(place(r) == "2/11");
  CHECK(shows(r, "First a guess: type 1 to 2. Or a, and see."));
  CHECK(shows(r, "Which of the two?"));
  CHECK_FALSE(shows(r, "beta begins"));
  CHECK_FALSE(shows(r, "Reason of"));
  r.obey("rubbish");
  CHECK(shows(r, "Please type 1 to 2."));
  CHECK(told(r).empty());
  r.obey("2");
  CHECK_FALSE(shows(r, "Please type"));
  r.obey("");
  CHECK(shows(r, "beta begins"));
}

TEST_CASE("A right answer is told as right, with its reason, and is not asked again") {
  Reader r = reader(learn, {"", " 2 "});
  CHECK(told(r) == "sample/guess 2 right");
  CHECK(shows(r, "Right. Reason of the second."));
  CHECK_FALSE(shows(r, "The answer is"));
  r.obey("1");
  CHECK(shows(r, "It is answered. Enter goes on."));
  CHECK(told(r).empty());
  r.obey("a");
  CHECK(shows(r, "It is answered. Enter goes on."));
}

TEST_CASE("A wrong answer is told its own reason, the right one, and what is said to all") {
  Reader r = reader(learn, {"", "1"});
  CHECK(told(r) == "sample/guess 1 wrong");
  CHECK(shows(r, "Not 1. Reason of the first. The answer is 2: the second. Reason of the second."));
  r = reader(learn, {"", "1", "g3", "0.504"});
  CHECK(told(r) == "sample/share 0.504 wrong");
  CHECK(shows(r, "Not 0.504. Half is a slip. The answer is 0.659. Said after any answer."));
  r = reader(learn, {"g 3", "66 %"});
  CHECK(told(r) == "sample/share 66 % right");
  CHECK(shows(r, "Right. It is 0.659. Said after any answer."));
}

TEST_CASE("An answer that is given up is shown, and counts as none") {
  const Reader r = reader(learn, {"", "a"});
  CHECK(told(r) == "sample/guess  wrong");
  CHECK(shows(r, "The answer is 2: the second. Reason of the second."));
  CHECK_FALSE(shows(r, "Not"));
}

TEST_CASE("Back and go to move, and say so where there is nothing to move to") {
  Reader r = reader(learn, {"b"});
  CHECK(shows(r, "This is the beginning."));
  r.obey("g 2");
  CHECK(r.idea() == "two");
  r.obey("b");
  CHECK(shows(r, "beta begins"));
  r.obey("g0");
  CHECK(place(r) == "1/11");
  r.obey("g 4");
  CHECK(r.idea() == "remember");
  r.obey("g 5");
  CHECK(r.idea() == "quiz");
  for (const char* nowhere : {"g", "g 6", "g x", "g -1", "g 99999999999999999999999"}) {
    r.obey("g 1");
    r.obey(nowhere);
    CHECK(shows(r, "g and a number, from 0 (the beginning) to 5 (the questions)."));
    CHECK(r.idea() == "one");
  }
}

TEST_CASE("The trace of a step can be stepped through, and only there") {
  Reader r = reader(learn, {"g 2", "s"});
  REQUIRE(r.stepped() != nullptr);
  CHECK(r.stepped()->runs.size() == 2);
  r.obey("b");
  CHECK(r.stepped() == nullptr);
  r.obey("s");
  CHECK(r.stepped() == nullptr);
  CHECK(shows(r, "There is no trace on this screen"));
}

TEST_CASE("What is no key is told so in one line that no terminal obeys") {
  Reader r = reader(learn);
  r.obey("\x1b[A\x07" + std::string(500, 'x'));
  CHECK(shows(r, "'\\x1b[A\\x07xxx"));
  CHECK(shows(r, "x...' is no key here."));
  CHECK(r.screen().find('\x1b') == std::string::npos);
  CHECK_FALSE(reader(learn).obey(" q "));
}

TEST_CASE("Presenting, nothing waits; answers and notes come and go by their keys") {
  Reader r = reader(present, {""});
  CHECK(shows(r, "Which of the two?"));
  CHECK_FALSE(shows(r, "Reason of"));
  r.obey("a");
  CHECK(shows(r, "1 wrong: Reason of the first. 2 right: Reason of the second."));
  r.obey("a");
  CHECK_FALSE(shows(r, "Reason of"));
  r.obey("2");
  CHECK(shows(r, "'2' is no key here."));
  r.obey("n");
  CHECK(shows(r, "There are no notes here."));
  r.obey("");
  CHECK(shows(r, "beta begins"));
  r.obey("");
  CHECK_FALSE(shows(r, "A note for the speaker."));
  r.obey("n");
  CHECK(shows(r, "speaker: A note for the speaker."));
  r.obey("n");
  CHECK_FALSE(shows(r, "A note for the speaker."));
  CHECK_FALSE(shows(reader(learn, {"g 2", "n"}), "A note for the speaker."));
}
