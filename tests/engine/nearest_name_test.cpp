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

TEST_CASE("nothing is suggested beyond three edits, or where every letter would change") {
  CHECK(did_you_mean("shift", names) == "; did you mean 'shifted'?");
  CHECK(did_you_mean("shif", names) == "; did you mean 'shifted'?");  // three
  CHECK(did_you_mean("shi", {"shifted"}).empty());                    // four
  CHECK(did_you_mean("xyz", {"sum"}).empty());
  CHECK(did_you_mean("", {"sum"}).empty());
  CHECK(did_you_mean("sum", {}).empty());
}

TEST_CASE("names are joined with commas between") {
  CHECK(joined(names) == "unshifted, shifted, online, sum");
  CHECK(joined({"sum"}) == "sum");
  CHECK(joined({}).empty());
}

}  // namespace softmax
