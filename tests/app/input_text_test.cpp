#include "app/input/text.hpp"

#include <catch2/catch_test_macros.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/input/row.hpp"
#include "tests/app/input_helpers.hpp"

using namespace softmax;
using namespace softmax::app;

namespace {

using Texts = std::vector<std::string>;

Texts read(std::string_view text, std::optional<std::size_t> row = std::nullopt) {
  return texts(parse_text(text, "x.csv", row));
}

std::string refusal(std::string_view text, std::optional<std::size_t> row = std::nullopt) {
  return error_of([&] { parse_text(text, "x.csv", row); });
}

}  // namespace

TEST_CASE("Numbers stand between blanks, line ends, commas or semicolons") {
  CHECK(read("1 2\t3\n4") == Texts{"1", "2", "3", "4"});
  CHECK(read("1,2 , 3,\r\n4,5\r\n") == Texts{"1", "2", "3", "4", "5"});
  CHECK(read("1;2; 3;\n") == Texts{"1", "2", "3"});
  CHECK(read("7") == Texts{"7"});
}

TEST_CASE("The digits are kept as they were written") {
  CHECK(read("0.1 1e-3 +.5 -0 100.") == Texts{"0.1", "1e-3", "+.5", "-0", "100."});
}

TEST_CASE("A mask is read, and NaN and +inf are left for the engine to refuse") {
  const std::vector<Given> logits = parse_text("-inf, nan, inf, -Infinity", "x", std::nullopt);
  REQUIRE(logits.size() == 4);
  CHECK(logits[0].minus_infinity());
  CHECK(logits[1].nan());
  CHECK(logits[2].plus_infinity());
  CHECK(logits[3].minus_infinity());
}

TEST_CASE("A comment runs from # to the end of its line") {
  CHECK(read("# logits\n1 2 # two of them: a, b\n#3\n4#5") == Texts{"1", "2", "4"});
}

TEST_CASE("A first line of words is a header, and is skipped") {
  CHECK(read("token,logit\n1\n2") == Texts{"1", "2"});
  CHECK(read("\n# made today\n\"\" ; \"x\";;\n1;2") == Texts{"1", "2"});
}

TEST_CASE("A line of words elsewhere, or one with a number in it, is no header") {
  CHECK(refusal("1 2\nlogit\n3") ==
        "x.csv, line 2, column 1: 'logit' is not a number; correct it, or begin a comment with #");
  CHECK(refusal("logit 1\n2").starts_with("x.csv, line 1, column 1: 'logit' is not a number"));
  CHECK(refusal("1.2.3\n2").starts_with("x.csv, line 1, column 1: '1.2.3' is not a number"));
  CHECK(refusal("a,b\nc,d\n1,2").starts_with("x.csv, line 2, column 1: 'c' is not a number"));
}

TEST_CASE("A row is one line, counted from 0 without header, comments and blank lines") {
  const std::string_view table = "a,b\n\n1,2\n# none\n3,4\n  \n5,six\n";
  CHECK(read(table, 0) == Texts{"1", "2"});
  CHECK(read(table, 1) == Texts{"3", "4"});
  CHECK(refusal(table, 2).starts_with("x.csv, line 7, column 3: 'six' is not a number"));
  CHECK(refusal(table, 3) == "x.csv holds 3 rows, so there is no row 3; choose --row 0 to --row 2");
  CHECK(refusal("1 2 3", 1) == "x.csv holds 1 row, so there is no row 1; choose --row 0");
  CHECK(read("1\t2\n3\t4\n", 1) == Texts{"3", "4"});
  CHECK(read("1 2 3", 0) == Texts{"1", "2", "3"});
  CHECK(read("1\n2\n", 1) == Texts{"2"});
}

TEST_CASE("Of a table a row must be chosen, as of every other kind of file") {
  CHECK(refusal("a,b\n1,2\n3,4\n") == "x.csv holds 2 rows; choose one with --row 0 to --row 1");
  CHECK(refusal("1,2 # one\n\n3,4 # two").starts_with("x.csv holds 2 rows; "));
  const std::string savetxt =
      "x.csv holds 2 rows; choose one with --row 0 to --row 1, or join the "
      "lines if they are one row";
  CHECK(refusal("1\t2\t3\n4\t5\t6\n") == savetxt);
  CHECK(refusal("a b\n1 2 # one\n\n 3 4 \n") == savetxt);
  CHECK(refusal("1,2,\n3,4,\n") == savetxt);
}

TEST_CASE("Rows of several lengths are refused, whether one was chosen or not") {
  const std::string error =
      "x.csv, line 3, column 1: row 1 holds 3 numbers and row 0 holds 2; give all rows the same "
      "length";
  for (const std::optional<std::size_t> row : {std::optional<std::size_t>{}, {0}, {1}, {2}}) {
    CHECK(refusal("1,2\n\n3,4,5\n6\n", row) == error);
  }
  CHECK(refusal("1;2\n3").starts_with("x.csv, line 2, column 1: row 1 holds 1 number and"));
  CHECK(refusal("1\n2,3\n4").starts_with("x.csv, line 2, column 1: row 1 holds 2 numbers and"));
  CHECK(refusal("1\n2,3").starts_with("x.csv, line 2, column 1: row 1 holds 2 numbers and"));
  CHECK(refusal("1 2 3\n4 5", 0)
            .ends_with("give all rows the same length, or leave out --row if they are one row"));
}

TEST_CASE("A column, running text and lines that end in a comma are one row") {
  CHECK(read("1\n2\n3") == Texts{"1", "2", "3"});
  CHECK(read("1 2\n3 4\n5\n") == Texts{"1", "2", "3", "4", "5"});
  CHECK(read("1\n2 3\n") == Texts{"1", "2", "3"});
  CHECK(read("1,\n2,\n3") == Texts{"1", "2", "3"});
  CHECK(read("1, 2, \n3, 4\n") == Texts{"1", "2", "3", "4"});
  CHECK(read("1,2\n# no more\n") == Texts{"1", "2"});
}

TEST_CASE("An error names the line and the column, in characters") {
  CHECK(refusal("1,2\n3, \xc3\xa4xb,4")
            .starts_with("x.csv, line 2, column 4: '\xc3\xa4xb' is not a number"));
  CHECK(refusal("1 # \xc3\xa4\n2 \xc3\xa4 x").starts_with("x.csv, line 2, column 3: "));
}

TEST_CASE("A field left empty is refused, because every later logit would shift") {
  CHECK(refusal("1,,2") == "x.csv, line 1, column 3: no number before this separator; write it");
  CHECK(refusal("1\n ,2").starts_with("x.csv, line 2, column 2: no number before"));
  CHECK(refusal("1\n,").starts_with("x.csv, line 2, column 1: no number before"));
  CHECK(refusal(",1").starts_with("x.csv, line 1, column 1: no number before"));
}

TEST_CASE("Commas beside semicolons are refused, as a comma is then likely a decimal point") {
  CHECK(refusal("0,5;1,25") ==
        "x.csv, line 1, column 4: commas and semicolons are mixed; separate numbers by one of "
        "them, and write decimals with a point");
  CHECK(refusal("1;2\n0,5").starts_with("x.csv, line 2, column 2: commas and semicolons"));
}

TEST_CASE("A typographic minus sign is named") {
  CHECK(refusal("1 \xe2\x88\x92"
                "2") ==
        "x.csv, line 1, column 3: '\xe2\x88\x92"
        "2' begins with the minus sign U+2212; write -");
}

TEST_CASE("A text without numbers is refused") {
  CHECK(refusal(" \n# 1 2 3\n") == "x.csv holds no numbers");
  CHECK(refusal("hello") ==
        "x.csv holds no numbers after its first line, which was taken for a header");
  CHECK(refusal("a b\n", 0).starts_with("x.csv holds no numbers after"));
}

TEST_CASE("A number that is too long is refused in one short line") {
  const std::string error = refusal("1 " + std::string(2000, '7'));
  CHECK(error.starts_with("x.csv, line 1, column 3: "));
  CHECK(error.size() < 200);
  CHECK(refusal("1e9999").starts_with("x.csv, line 1, column 1: '1e9999'"));
}

TEST_CASE("A quotation is short and holds nothing that a terminal obeys") {
  const std::string error = refusal("1 \x1b[2J" + std::string(500, 'x'));
  CHECK(error.starts_with("x.csv, line 1, column 3: '\\x1b[2Jxxx"));
  CHECK(error.find("xxx...'") != std::string::npos);
  CHECK(error.size() < 160);
}

TEST_CASE("A row of more than 16,777,216 numbers is refused", "[sweep]") {
  std::string text;
  for (std::size_t i = 0; i <= largest_row; ++i) { text += "1 "; }
  CHECK(refusal(text) ==
        "x.csv holds over 16777216 numbers in a row, the most that are read; save a shorter row");
}
