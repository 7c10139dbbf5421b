#include "app/input/json_array.hpp"

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

Texts read(std::string_view json, std::optional<std::size_t> row = std::nullopt) {
  return texts(parse_json_array(json, "x.json", row));
}

std::string refusal(std::string_view json, std::optional<std::size_t> row = std::nullopt) {
  return error_of([&] { parse_json_array(json, "x.json", row); });
}

}  // namespace

TEST_CASE("A JSON array keeps the digits of its numbers as they were written") {
  CHECK(read("[1000,999.50, -0 ,0.1,1E+2]") == Texts{"1000", "999.50", "-0", "0.1", "1E+2"});
  CHECK(read("\n[\n 123456789012345678901234567890\n]\n") ==
        Texts{"123456789012345678901234567890"});
  const std::string tenth = "0.1000000000000000055511151231257827021181583404541015625";
  CHECK(read("[" + tenth + "]") == Texts{tenth});
}

TEST_CASE("Strings stand for the numbers that JSON lacks") {
  const auto logits = parse_json_array(R"(["-inf", "-Infinity","nan" , "inf",2])", "x", {});
  REQUIRE(logits.size() == 5);
  CHECK(logits[0].minus_infinity());
  CHECK(logits[1].minus_infinity());
  CHECK(logits[2].nan());
  CHECK(logits[3].plus_infinity());
  CHECK(logits[4].text() == "2");
}

TEST_CASE("One row of an array of rows is chosen") {
  CHECK(read("[[1,2],[3,4],[5,6]]", 0) == Texts{"1", "2"});
  CHECK(read("[[1,2],[3,4],[5,6]]", 2) == Texts{"5", "6"});
  CHECK(refusal("[[1,2],[3,4],[5,6]]") ==
        "x.json holds 3 rows; choose one with --row 0 to --row 2");
  CHECK(refusal("[[1,2]]") == "x.json holds 1 row; choose one with --row 0");
  CHECK(refusal("[[1],[2]]", 2) ==
        "x.json holds 2 rows, so there is no row 2; choose --row 0 to --row 1");
  CHECK(refusal("[1,2]", 0) == "x.json holds a single row; leave out --row 0");
}

TEST_CASE("Rows of different length are refused") {
  CHECK(refusal("[[1,2],\n[3]]", 0) ==
        "x.json, line 2, column 4: row 1 holds 1 number and row 0 holds 2; give all rows the "
        "same length");
}

TEST_CASE("What is no number is refused with its place and element") {
  CHECK(refusal("[1,\n  true]") ==
        "x.json, line 2, column 3 (element 1): true is not a number; write 0 or 1");
  CHECK(refusal("[1, null]") ==
        "x.json, line 1, column 5 (element 1): null is not a number; write a mask as \"-inf\"");
  CHECK(refusal(R"([1, 2,"\u0041b"])") ==
        "x.json, line 1, column 7 (element 2): 'Ab' is not a number; of strings only \"-inf\", "
        "\"inf\", \"nan\" are read");
  CHECK(refusal(R"([["-inf", "1.5"]])", 0) ==
        "x.json, line 1, column 11 (row 0, element 1): '1.5' is a string; write the number "
        "without quotes");
  CHECK(refusal(R"([{"a": 1}])") ==
        "x.json, line 1, column 2 (element 0): an object is not a number; give an array of "
        "numbers");
  CHECK(refusal(R"({"logits": [1]})") ==
        "x.json, line 1, column 1: an object is not a number; give an array of numbers");
}

TEST_CASE("Numbers and rows do not mix, and rows do not nest") {
  CHECK(refusal("[[1], 2]", 0) ==
        "x.json, line 1, column 7 (element 1): a number among rows; give either numbers or rows");
  CHECK(refusal("[1, [2]]") ==
        "x.json, line 1, column 5 (element 1): an array among numbers; give either numbers or "
        "rows");
  CHECK(refusal("[[1, [2]]]", 0) ==
        "x.json, line 1, column 6 (row 0, element 1): an array within a row; give one array of "
        "numbers for each row");
}

TEST_CASE("Broken JSON is refused where it breaks, in one short line") {
  CHECK(refusal("[1, 2") ==
        "x.json, line 1, column 6: not JSON: unexpected end of input; expected ']'");
  CHECK(refusal("[1 2]").starts_with("x.json, line 1, column 4: not JSON: unexpected number"));
  CHECK(refusal("[1,]").starts_with("x.json, line 1, column 4: not JSON: "));
  CHECK(refusal("[1]\n[2]").starts_with("x.json, line 2, column 1: not JSON: "));
  CHECK(refusal("[01]").starts_with("x.json, line 1, column 3: not JSON: "));
  const std::string error = refusal("[\"" + std::string(5000, 'x') + "\n");
  CHECK(error.starts_with("x.json, line 1, column 5003: not JSON: invalid string"));
  CHECK(error.size() < 250);
}

TEST_CASE("The bare infinities and NaN of Python's json are named") {
  const std::string mend =
      "JSON has no infinities or NaN; write them in quotes, a mask as \"-inf\"";
  CHECK(refusal("[1, -Infinity]") == "x.json, line 1, column 5 (element 1): " + mend);
  CHECK(refusal("[NaN]") == "x.json, line 1, column 2 (element 0): " + mend);
  CHECK(refusal("[[Infinity]]", 0) == "x.json, line 1, column 3 (row 0, element 0): " + mend);
}

TEST_CASE("A number beyond binary64 is refused") {
  CHECK(refusal("[1, -1e400]") ==
        "x.json, line 1, column 5 (element 1): '-1e400' is beyond the largest number of every "
        "format, 1.8e308");
}

TEST_CASE("A number that is too long is refused in one short line") {
  const std::string error = refusal("[0." + std::string(2000, '7') + "]");
  CHECK(error.starts_with("x.json, line 1, column 2 (element 0): "));
  CHECK(error.size() < 200);
}

TEST_CASE("An array without numbers is refused") {
  CHECK(refusal("[]") == "x.json holds no numbers");
  CHECK(refusal("[[],[]]", 0) == "x.json holds no numbers");
}

TEST_CASE("Arrays a million deep are refused at the third") {
  CHECK(refusal(std::string(1'000'000, '[')).starts_with("x.json, line 1, column 3 (row 0, "));
}
