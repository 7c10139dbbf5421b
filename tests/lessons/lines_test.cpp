#include "lessons/page/lines.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <limits>
#include <string>

#include "lessons/page/compute.hpp"

using namespace softmax;
using namespace softmax::page;

namespace {

Style style(std::size_t width, bool ascii = false) {
  Style made;
  made.width = width;
  made.ascii = ascii;
  return made;
}

std::string joined(const Lines& lines) {
  std::string out;
  for (const std::string& line : lines) { out += line + "\n"; }
  return out;
}

bool holds(const Lines& lines, const std::string& text) {
  return joined(lines).find(text) != std::string::npos;
}

std::size_t widest(const Lines& lines) {
  std::size_t width = 0;
  for (const std::string& line : lines) { width = std::max(width, columns_of(line)); }
  return width;
}

const Table table = {"Three rows:",
                     {"format", "sum of shares", "off by"},
                     {{"binary16", "0.9995117", "-0.00049"}, {"e5m2", "1", "nothing"}}};
const Bars shares = {"Shares:",
                     {{"2.0", 0.5, "50 %"},
                      {"-140", std::numeric_limits<double>::quiet_NaN(), "nan"},
                      {"0.1", 0, "0 %"}}};
const NumberLine line = {"Where e^z falls:",
                         {{"zero", -20, "-20.000"},
                          {"normal", 10, "10.00"},
                          {"inf", std::numeric_limits<double>::infinity(), ""}},
                         {{-21, "far below"}, {-5, "half way"}, {1000, "far above"}}};

}  // namespace

TEST_CASE("A table has its text to the left and its numbers to the right") {
  CHECK(joined(lines_of(table, style(80))) ==
        "Three rows:\n\n"
        "  format    sum of shares    off by\n"
        "  binary16      0.9995117  -0.00049\n"
        "  e5m2                  1   nothing\n");
  CHECK(lines_of(table, style(200)) == lines_of(table, style(80)));
  CHECK(lines_of(table, style(35)) == lines_of(table, style(80)));  // it is 35 columns wide
}

TEST_CASE("Where a table has no room its rows are paragraphs, and no cell is lost") {
  CHECK(joined(lines_of(table, style(34))) ==
        "Three rows:\n\n"
        "  binary16\n    sum of shares: 0.9995117\n    off by: -0.00049\n"
        "  e5m2\n    sum of shares: 1\n    off by: nothing\n");
  CHECK(widest(lines_of(table, style(20))) <= 20);
}

TEST_CASE("A bar is as long as its share, and NaN has none") {
  const Lines wide = lines_of(shares, style(80, true));
  CHECK(wide == Lines{"Shares:", "", "  2.0   50 %  " + std::string(25, '#'), "  -140   nan",
                      "  0.1    0 %"});
  CHECK(lines_of(shares, style(200, true)) == wide);
  CHECK(lines_of(shares, style(40, true))[2] == "  2.0   50 %  " + std::string(13, '#'));
  CHECK(holds(lines_of(shares, style(80)), "50 %  \xe2\x96\x88"));
  CHECK(lines_of(shares, style(12, true))[2] == "  2.0   50 %");
  CHECK(lines_of(shares, style(11, true))[2] == "  2.0: 50 %");
}

TEST_CASE("A number line has each mark under its place, and each end under its border") {
  const Lines drawn = lines_of(line, style(80, true));
  CHECK(drawn == lines_of(line, style(200, true)));
  REQUIRE(drawn.size() == 8);
  const std::string dashes(26, '-');
  CHECK(drawn[3] == dashes + "+" + dashes + "+" + dashes);
  CHECK(drawn[4].find("-20.000") == 26 - 3);
  CHECK(drawn[4].find("10.00") == 53 - 2);
  CHECK(drawn[5].find("^ far below") == 13);
  CHECK(drawn[6].find("^ half way") == 27 + 13);
  CHECK(drawn[7].find("^ far above") == 54 + 13);
  CHECK(holds(lines_of(line, style(80)), "\xe2\x94\xbc"));
}

TEST_CASE("Marks go from left to right as their numbers do, and stay in their zones") {
  NumberLine many = line;
  many.marks.clear();
  for (const double at : {-1000.0, -20.0, -19.999, -5.0, 9.999, 10.0, 10.001, 1e300}) {
    many.marks.push_back({at, "x"});
  }
  const Lines drawn = lines_of(many, style(80, true));
  std::vector<std::size_t> columns;
  for (std::size_t i = 5; i < drawn.size(); ++i) { columns.push_back(drawn[i].find('^')); }
  CHECK(std::is_sorted(columns.begin(), columns.end()));
  CHECK(columns == std::vector<std::size_t>{13, 13, 27, 40, 52, 52, 67, 67});
}

TEST_CASE("A label stands left of its mark, or below, where it has no room to the right") {
  NumberLine marked = line;
  marked.marks = {{1000, "to the left of it"},
                  {-5, "neither to the right nor to the left of its place"}};
  const Lines lines = lines_of(marked, style(70, true));
  CHECK(holds(lines, "\n" + std::string(57 - 18, ' ') + "to the left of it ^\n"));
  CHECK(holds(lines, "^\n  neither to the right nor"));
  CHECK(widest(lines) <= 70);
}

TEST_CASE("Where a number line has no room its zones are listed, each with its marks") {
  CHECK(joined(lines_of(line, style(20))) ==
        "Where e^z falls:\n\n"
        "  zero up to -20.000\n    ^ far below\n"
        "  normal up to 10.00\n    ^ half way\n"
        "  inf above\n    ^ far above\n");
}

TEST_CASE("A trace is its command, its stages and what became of them") {
  const TraceFigure traced_twice =
      figure("Two ways:", traced("1000 999 998", {Algorithm::unshifted, Algorithm::shifted}));
  const Lines wide = lines_of(traced_twice, style(200));
  CHECK(wide[0] == "Two ways:");
  CHECK(wide[2] == "$ ./workbook trace 1000 999 998");
  CHECK(wide[4].starts_with("unshifted  "));
  CHECK(wide[4].ends_with("| shifted"));
  CHECK(holds(wide, "\nunshifted     BROKE"));
  CHECK(holds(wide, "\nshifted       largest error"));
  CHECK(holds(lines_of(traced_twice, style(80)), "\nshifted\n"));  // below, not beside
  CHECK(holds(lines_of(traced_twice, style(40)), "left out: reference"));
}

TEST_CASE("Of a longer trace the largest logits are listed, and its command lists the same") {
  const TraceFigure cut = figure("", traced("1 4 2 3", {Algorithm::shifted}), 2);
  CHECK(cut.command == "1 4 2 3 -a shifted --top 2");
  const Lines lines = lines_of(cut, style(80));
  CHECK(holds(lines, "\n  1 "));
  CHECK(holds(lines, "\n  3 "));
  CHECK_FALSE(holds(lines, "\n  2 "));
  CHECK(figure("", traced("1 2", {Algorithm::shifted}), 2).command == "1 2 -a shifted");
}
