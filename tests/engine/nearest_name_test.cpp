// What is suggested for a misspelt name.

#include "engine/nearest_name.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

namespace softmax {
namespace {

const std::vector<std::string> names = {"unshifted", "shifted", "online", "sum"};

}  // namespace

TEST_CASE("the name with the fewest edits is suggested: one more, one less, one other") {
  CHECK(did_you_mean("shiftd", names) == "; did you mean 'shifted'?");
  CHECK(did_you_mean("shiffted", names) == "; did you mean 'shifted'?");
  CHECK(did_you_mean("zhifted", names) == "; did you mean 'shifted'?");
  CHECK(did_you_mean("nshifted", names) == "; did you mean 'unshifted'?");
  CHECK(did_you_mean("offline", names) == "; did you mean 'online'?");
}

TEST_CASE("of names that are as near the first is suggested") {
  CHECK(did_you_mean("ab", {"abx", "aby"}) == "; did you mean 'abx'?");
  CHECK(did_you_mean("ab", {"aby", "abx"}) == "; did you mean 'aby'?");
}

TEST_CASE("nothing is suggested beyond two edits, or a third of the letters") {
  CHECK(did_you_mean("shift", names) == "; did you mean 'shifted'?");
  CHECK(did_you_mean("shif", names).empty());  // three
  CHECK(did_you_mean("som", names) == "; did you mean 'sum'?");
  CHECK(did_you_mean("step", {"trace", "help"}).empty());
  CHECK(did_you_mean("x", {"y"}).empty());
  CHECK(did_you_mean("", {"sum"}).empty());
  CHECK(did_you_mean("sum", {}).empty());
}

TEST_CASE("capitals count as small letters") {
  CHECK(did_you_mean("SHIFTED", names) == "; did you mean 'shifted'?");
  CHECK(did_you_mean("FP32", {"binary32"}) == "; did you mean 'binary32'?");
}

TEST_CASE("what others call it is suggested where it is among the names") {
  const std::vector<std::string> formats = {"e4m3fn", "e5m2", "bfloat16", "binary16", "binary32"};
  CHECK(did_you_mean("float32", formats) == "; did you mean 'binary32'?");
  CHECK(did_you_mean("half", formats) == "; did you mean 'binary16'?");
  CHECK(did_you_mean("bf16", formats) == "; did you mean 'bfloat16'?");
  CHECK(did_you_mean("fp8", formats) == "; did you mean 'e4m3fn'?");
  CHECK(did_you_mean("double", formats).empty());
  CHECK(did_you_mean("naive", names) == "; did you mean 'unshifted'?");
  CHECK(did_you_mean("naive", {"sequential", "pairwise"}) == "; did you mean 'sequential'?");
}

TEST_CASE("names are joined with commas between") {
  CHECK(joined(names) == "unshifted, shifted, online, sum");
  CHECK(joined({"sum"}) == "sum");
  CHECK(joined({}).empty());
}

}  // namespace softmax
