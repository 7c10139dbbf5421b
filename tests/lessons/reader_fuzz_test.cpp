// Whatever is typed, the reader stays whole.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>
#include <string>
#include <vector>

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

std::string random_line(std::mt19937& random) {
  static const std::vector<std::string> known = {
      "",    "",  "",    "b",   "b",  "a", "s",    "n",   "r",    "1",    "2",   "0.66",
      "nan", "g", "g 0", "g 2", "g3", "h", "back", "1/0", "65 %", "quit", "g 9", "\xff\x1b[B"};
  if (random() % 8 > 0) { return known[random() % known.size()]; }
  std::string line(random() % 20, ' ');
  for (char& c : line) { c = static_cast<char>(random() % 256); }
  return line;
}

}  // namespace

TEST_CASE("Whatever is typed and however the screen changes, a screen is shown that fits") {
  std::mt19937 random(seed);
  for (const auto mode : {Reader::Mode::learn, Reader::Mode::present, Reader::Mode::quiz}) {
    Reader reader(sample, mode);
    for (int lines = 0; lines < 4000; ++lines) {
      CAPTURE(seed, lines);
      if (random() % 5 == 0) { fit(reader, 1 + random() % 150, 1 + random() % 60); }
      const std::string line = random_line(random);
      const bool on = reader.obey(line);
      const std::string screen = reader.screen();
      REQUIRE(on == (line != "quit" && line != "q"));
      REQUIRE(screen.ends_with("> "));
      REQUIRE(screen.find('\x1b') == std::string::npos);
    }
  }
}

TEST_CASE("On a terminal of usual size no screen has more lines than it, with a note of two too") {
  std::mt19937 random(seed);
  Reader reader(sample, Reader::Mode::learn);
  for (int lines = 0; lines < 2000; ++lines) {
    const std::size_t rows = 18 + random() % 30;
    fit(reader, 60 + random() % 30, rows);
    reader.obey(random_line(random));
    reader.say("This note is longer than a line on a terminal of usual size is: so it takes two.");
    const std::string screen = reader.screen();
    CAPTURE(seed, lines, screen);
    REQUIRE(static_cast<std::size_t>(std::count(screen.begin(), screen.end(), '\n')) < rows);
  }
}
