#include "lessons/page/compute.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>
#include <string>
#include <utility>
#include <vector>

using namespace softmax;
using namespace softmax::page;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

std::string command(const Settings& settings, const std::vector<Algorithm>& algorithms,
                    std::size_t shown = 0) {
  return figure("", traced("-inf 2 0.10", algorithms, settings), shown).command;
}

}  // namespace

TEST_CASE("Numbers are printed to the digits asked for, and what is none by its name") {
  CHECK(rounded(0.65900114, 3) == "0.659");
  CHECK(rounded(1.5, 3) == "1.5");
  CHECK(decimals(1, 3) == "1.000");
  for (const auto& [value, name] :
       {std::pair{infinity, "inf"}, {-infinity, "-inf"}, {not_a_number, "nan"}}) {
    CHECK(rounded(value, 3) == name);
    CHECK(decimals(value, 3) == name);
  }
  CHECK(digits(double{0.1F}, parse_format("binary32")) == "0.1");
  CHECK(digits(exp(Certified(1000.0)), 3) == "1.97e434");
}

TEST_CASE("A share in numbers is its power over the sum of all, the logits divided by T") {
  const auto in_numbers = [](const char* logits, const char* temperature) {
    return share_in_numbers(traced(logits, {Algorithm::shifted}, in("binary32", temperature)), 1);
  };
  CHECK(in_numbers("0.7 0.20 -1", "1") == "e^0.20 / (e^0.7 + e^0.20 + e^-1) = 1.221 / 3.603");
  CHECK(in_numbers("0.7 0.20 -1", "0.5") == "e^0.4 / (e^1.4 + e^0.4 + e^-2) = 1.492 / 5.682");
}

TEST_CASE("A share is in percent, and all of it is a hundred to any digits") {
  CHECK(percent(0.65900114, 3) == "65.9 %");
  CHECK(percent(0.0001, 3) == "0.01 %");
  for (const int significant : {1, 2, 3, 4}) {
    CHECK(percent(1.0, significant) == "100 %");
    CHECK(percent(Certified(1.0), significant) == "100 %");
  }
  CHECK(percent(0.9996, 2) == "100 %");
  CHECK(percent(0.99, 2) == "99 %");
}

TEST_CASE("Thousands are parted by commas") {
  CHECK(count(0) == "0");
  CHECK(count(999) == "999");
  CHECK(count(128'000) == "128,000");
  CHECK(count(1'234'567) == "1,234,567");
}

TEST_CASE("The command of a figure says all that is not the default") {
  const std::vector<Algorithm> both = {Algorithm::unshifted, Algorithm::shifted};
  CHECK(command({}, both) == "-inf 2 0.10");
  CHECK(command({}, {Algorithm::online, Algorithm::shifted}, 2) ==
        "-inf 2 0.10 -a online,shifted --top 2");
  CHECK(command(in("bfloat16", "0.70"), both) == "-inf 2 0.10 -f bfloat16 -T 0.70");
  Settings settings = in("5,-6,7");
  settings.accumulator = parse_format("binary64");
  settings.order = SumOrder::pairwise;
  settings.temperature = Given::from_text("2");
  settings.temperature_order = TemperatureOrder::scale_first;
  settings.arithmetic.exp = ExpSource::libm;
  CHECK(command(settings, both) ==
        "-inf 2 0.10 -f 5,-6,7 --accumulator binary64 -T 2 --temperature-order scale_first "
        "--sum pairwise --exp libm");
}

TEST_CASE("Bars of what is no number have no length") {
  const Bars made = bars("", {"a", "b", "c"}, std::vector<double>{0.25, not_a_number, infinity});
  CHECK(made.bars[0].value == "25 %");
  CHECK(made.bars[0].share == 0.25);
  CHECK(made.bars[1].value == "nan");
  CHECK(made.bars[1].share == 0);
  CHECK(made.bars[2].value == "inf");
  CHECK(made.bars[2].share == 0);
}

TEST_CASE("The thresholds of e^z in a format are where it becomes 0, subnormal, normal, infinite") {
  const Format& half = parse_format("binary16");
  const NumberLine line = exp_line("", half, {});
  REQUIRE(line.zones.size() == 4);
  const auto held = [&](double z) { return Given::from_double(std::exp(z)).held_in(half); };
  // Ends are below 32 in size: off by 2^-49 at most as doubles, and exp by some 2^-52 of its value.
  constexpr double aside = 0x1p-40;
  CHECK(held(line.zones[0].end - aside) == 0);
  CHECK(held(line.zones[0].end + aside) == smallest_subnormal(half));
  CHECK(std::exp(line.zones[1].end - aside) < smallest_normal(half));
  CHECK(std::exp(line.zones[1].end + aside) > smallest_normal(half));
  CHECK(std::isfinite(held(line.zones[2].end - aside)));
  CHECK(std::isinf(held(line.zones[2].end + aside)));
  CHECK(line.zones[2].name == "normal");
  CHECK(line.zones[3].name == "inf");
  CHECK(exp_line("", parse_format("e4m3fn"), {}).zones[3].name == "nan");
}
