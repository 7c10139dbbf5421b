// Long walks through a lesson, on screens of all sizes: nothing is skipped.
#include <catch2/catch_test_macros.hpp>
#include <random>
#include <set>
#include <string>

#include "lessons/terminal/reader.hpp"
#include "tests/lessons/sample_page.hpp"

using namespace softmax;
using namespace softmax::terminal;

namespace {

constexpr unsigned seed = 20240608;

const page::Page sample = sample_page();

void fit(Reader& reader, std::size_t width, std::size_t rows) {
  Style style;
  style.width = width;
  reader.fit(style, rows);
}

/// What was on a walk's screens.
struct Walk {
  std::string words;  ///< all that stood between titles and keys
  std::set<std::string> places;
};

/// Presses Enter to the end, and a where a question waits; before each `resize(reader)`.
template <class Resize>
Walk walk(Reader& reader, const Resize& resize) {
  Walk seen;
  for (int lines = 0; lines < 1000; ++lines) {
    resize(reader);
    const std::string screen = reader.screen();
    seen.words += words_of(content_of(screen));
    seen.places.insert(place_of(screen));
    if (screen.find("This is the end.") != std::string::npos) { break; }
    reader.obey(screen.find("First a guess:") != std::string::npos ? "a" : "");
  }
  return seen;
}

/// What all readers of the sample must come to see, each without a gap.
std::vector<std::string> texts(Reader::Mode mode) {
  std::vector<std::string> all = {"Which of the two? 1 the first 2 the second",
                                  "$ ./workbook trace 2 1 0.1", "A table:", "How large a share?",
                                  "Remember this. - Remember that."};
  for (const page::Idea& idea : sample.content.ideas) {
    for (const page::Block& block : idea.blocks) {
      if (const auto* prose = std::get_if<page::Prose>(&block)) { all.push_back(prose->markdown); }
    }
  }
  if (mode == Reader::Mode::learn) {
    all.emplace_back("The answer is 2: the second. Reason of the second.");
    all.emplace_back("The answer is 0.659. Said after any answer. " + sample_afterword());
    all.emplace_back("You have 0 of 3 questions right.");
  }
  return all;
}

void check_all_seen(const Walk& seen, Reader::Mode mode) {
  for (const std::string& text : texts(mode)) {
    CAPTURE(text);
    CHECK(seen.words.find(words_of(text)) != std::string::npos);
  }
  CHECK(seen.places.size() == 11);
}

}  // namespace

TEST_CASE("Enter and answers lead through every step, and no line is skipped, however small") {
  for (const Reader::Mode mode : {Reader::Mode::learn, Reader::Mode::present}) {
    for (const std::size_t width : {30U, 45U, 80U, 130U}) {
      for (const std::size_t rows : {5U, 12U, 16U, 24U, 50U}) {
        CAPTURE(width, rows);
        Reader reader(sample, mode);
        fit(reader, width, rows);
        reader.say("A note on the first screen.");
        check_all_seen(walk(reader, [](Reader&) {}), mode);
      }
    }
  }
}

TEST_CASE("No line is skipped when the screen is resized between") {
  std::mt19937 random(seed);
  for (int round = 0; round < 60; ++round) {
    CAPTURE(seed, round);
    Reader reader(sample, Reader::Mode::learn);
    const auto resize = [&](Reader& resized) {
      if (random() % 3 == 0) { fit(resized, 60 + random() % 80, 14 + random() % 40); }
    };
    resize(reader);
    check_all_seen(walk(reader, resize), Reader::Mode::learn);
  }
}

TEST_CASE("A reply, or a note, is on the next screen, however long what stands before it is") {
  for (std::size_t rows = 1; rows < 40; ++rows) {
    CAPTURE(rows);
    Reader reader(sample, Reader::Mode::learn);
    fit(reader, 60, rows);
    reader.obey("g 1");
    reader.obey("1");
    CHECK(reader.screen().find("Not 1.") != std::string::npos);
    reader.obey("g 3");
    reader.obey("0.66");
    CHECK(reader.screen().find("Right.") != std::string::npos);
    Reader presenter(sample, Reader::Mode::present);
    fit(presenter, 60, rows);
    presenter.obey("g 2");
    presenter.obey("n");
    CHECK(presenter.screen().find("A note for the speaker.") != std::string::npos);
  }
}

TEST_CASE("A screen that fits the terminal stays where it is") {
  Reader reader(sample, Reader::Mode::learn);
  for (const char* line : {"g 1", "", ""}) {
    reader.obey(line);
    fit(reader, 40, 14);
  }
  CHECK(reader.screen().find("alpha") != std::string::npos);
  CHECK(reader.screen().find("alpha begins") == std::string::npos);
}
