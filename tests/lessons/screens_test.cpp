#include "lessons/terminal/screens.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>
#include <string>

using namespace softmax::page;
using namespace softmax::terminal;

namespace {

constexpr unsigned seed = 20240607;

/// Pieces of up to `longest` lines, some of none; each line tells its piece and its place there.
std::vector<Lines> random_pieces(std::mt19937& random, std::size_t longest) {
  std::vector<Lines> pieces(random() % 12);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    pieces[i].resize(random() % (longest + 1));
    for (std::size_t k = 0; k < pieces[i].size(); ++k) {
      pieces[i][k] = std::to_string(i) + "." + std::to_string(k);
    }
  }
  return pieces;
}

/// The lines of all pieces, or of all screens, but for those that are blank.
Lines read(const std::vector<Lines>& pieces) {
  Lines all;
  for (const Lines& piece : pieces) { all.insert(all.end(), piece.begin(), piece.end()); }
  return all;
}

Lines read(const std::vector<Screen>& screens) {
  Lines all;
  for (const Screen& screen : screens) {
    for (const std::string& line : screen.lines) {
      if (!line.empty()) { all.push_back(line); }
    }
  }
  return all;
}

/// Calls `check` with pieces, the room of a screen, and the screens of them.
template <class Check>
void for_random_pieces(const Check& check) {
  std::mt19937 random(seed);
  for (int round = 0; round < 3000; ++round) {
    const std::size_t room = 1 + random() % 9;
    const std::vector<Lines> pieces = random_pieces(random, 2 * room);
    CAPTURE(seed, round, room);
    check(pieces, room, screens_of(pieces, room));
  }
}

std::vector<Lines> lines_of_screens(const std::vector<Screen>& screens) {
  std::vector<Lines> all;
  for (const Screen& screen : screens) { all.push_back(screen.lines); }
  return all;
}

}  // namespace

TEST_CASE("Nothing is lost, nothing is there twice, and all is in its order") {
  for_random_pieces([](const auto& pieces, std::size_t, const auto& screens) {
    CHECK(read(screens) == read(pieces));
  });
}

TEST_CASE("No screen has more lines than there is room for, and none is empty but the only one") {
  for_random_pieces([](const auto& pieces, std::size_t room, const auto& screens) {
    for (const Screen& screen : screens) {
      CHECK(screen.lines.size() <= room);
      CHECK(screen.lines.empty() == read(pieces).empty());
    }
  });
}

TEST_CASE("A piece that fits on a screen is on one, and a longer one begins one") {
  for_random_pieces([](const auto& pieces, std::size_t room, const auto& screens) {
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (pieces[i].empty()) { continue; }
      const Lines& lines = screens.at(screen_of(i, screens)).lines;
      const bool whole = std::search(lines.begin(), lines.end(), pieces[i].begin(),
                                     pieces[i].end()) != lines.end();
      CHECK((pieces[i].size() <= room ? whole : lines.front() == pieces[i].front()));
    }
  });
}

TEST_CASE("A screen ends only where the next piece has no room") {
  for_random_pieces([](const auto& pieces, std::size_t room, const auto& screens) {
    for (std::size_t k = 0; k + 1 < screens.size(); ++k) {
      const Screen& next = screens[k + 1];
      const bool begins = next.lines.front() == pieces[next.piece].front();
      const std::size_t wanted = begins ? 1 + pieces[next.piece].size() : 1;
      CHECK(screens[k].lines.size() + wanted > room);
    }
  });
}

TEST_CASE("Pieces have a blank line between, and pieces of nothing are not there") {
  CHECK(lines_of_screens(screens_of({{"a", "b"}, {}, {"c"}, {"d"}}, 4)) ==
        std::vector<Lines>{{"a", "b", "", "c"}, {"d"}});
  CHECK(lines_of_screens(screens_of({{"a"}, {"b", "c", "d", "e"}, {"f"}}, 3)) ==
        std::vector<Lines>{{"a"}, {"b", "c", "d"}, {"e", "", "f"}});
  CHECK(lines_of_screens(screens_of({}, 5)) == std::vector<Lines>{{}});
  CHECK(lines_of_screens(screens_of({{}, {}}, 5)) == std::vector<Lines>{{}});
}

TEST_CASE("A blank line of a long piece neither begins a screen nor makes one") {
  CHECK(lines_of_screens(screens_of({{"a", "b", "", "c", "", "d"}}, 2)) ==
        std::vector<Lines>{{"a", "b"}, {"c", ""}, {"d"}});
  CHECK(lines_of_screens(screens_of({{"a", "b", ""}}, 2)) == std::vector<Lines>{{"a", "b"}});
}

TEST_CASE("A piece is on the screen where it begins, one without lines next to it") {
  const std::vector<Screen> screens = screens_of({{"a"}, {}, {"b", "c", "d", "e"}, {"f"}, {}}, 3);
  REQUIRE(screens.size() == 3);
  CHECK(screen_of(0, screens) == 0);
  CHECK(screen_of(1, screens) == 0);
  CHECK(screen_of(2, screens) == 1);
  CHECK(screen_of(3, screens) == 2);
  CHECK(screen_of(4, screens) == 2);
  CHECK(screen_of(9, screens_of({}, 3)) == 0);
}
