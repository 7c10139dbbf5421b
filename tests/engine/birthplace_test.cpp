// Where the first infinity and the first NaN are born, and the words for it.

#include "engine/birthplace.hpp"

#include <catch2/catch_test_macros.hpp>
#include <limits>
#include <string>
#include <vector>

#include "tests/engine/lesson.hpp"

namespace softmax {
namespace {

struct Births {
  std::string infinity;
  std::string nan;
};

Births births(const std::vector<std::string>& logits, Algorithm algorithm,
              const Settings& settings) {
  const Trace t = trace(given(logits), settings, std::array{algorithm});
  const auto text = [&](const std::optional<Birth>& birth) {
    return birth ? sentence(*birth, t.runs[0]) : "";
  };
  return {text(first_infinity(t.runs[0], t)), text(first_nan(t.runs[0], t))};
}

Settings summed(const std::string& format, SumOrder order, const std::string& accumulator) {
  Settings settings = in(format);
  settings.order = order;
  settings.accumulator = parse_format(accumulator);
  return settings;
}

}  // namespace

TEST_CASE("e^1000 is born infinite, and inf/inf NaN; shifted, neither is born") {
  const std::vector<std::string> logits = {"998", "1000"};
  const Births unshifted = births(logits, Algorithm::unshifted, in("binary32"));
  CHECK(unshifted.infinity ==
        "overflow at exponentiate, element 0: e^998 = 2.6662e433 is above the largest binary32, "
        "3.4028235e+38");
  CHECK(unshifted.nan ==
        "inf/inf at divide, element 0: the exponential and the sum both overflowed");
  const Births shifted = births(logits, Algorithm::shifted, in("binary32"));
  CHECK((shifted.infinity.empty() && shifted.nan.empty()));
}

TEST_CASE("0/0 tells whether a mask had a part in it") {
  CHECK(births({"-140", "-141"}, Algorithm::unshifted, in("binary32")).nan ==
        "0/0 at divide, element 0: every exponential underflowed");
  CHECK(births({"-inf", "-141"}, Algorithm::unshifted, in("binary32")).nan ==
        "0/0 at divide, element 0: every exponential is masked or underflowed");
}

TEST_CASE("a row of masks becomes NaN where each algorithm first needs a number") {
  const std::vector<std::string> masks = {"-inf", "-inf"};
  CHECK(births(masks, Algorithm::shifted, in("binary16")).nan ==
        "-inf - -inf at subtract, element 0: every logit is masked");
  CHECK(births(masks, Algorithm::online, in("binary16")).nan ==
        "-inf - -inf at divide, element 0: every logit is masked");
  CHECK(births(masks, Algorithm::shifted, in("binary16")).infinity.empty());
}

TEST_CASE("a sum that overflows on its way names the addend and the accumulator's format") {
  const std::vector<std::string> logits = {"11", "11", "11"};
  CHECK(births(logits, Algorithm::unshifted, in("binary16")).infinity ==
        "overflow at sum, element 1: the running sum passed the largest binary16, 65504");
  const Settings reverse = summed("binary16", SumOrder::reverse, "binary16");
  CHECK(births({"11", "0", "11"}, Algorithm::unshifted, reverse).infinity ==
        "overflow at sum, element 0: the running sum passed the largest binary16, 65504");
  const Settings pairwise = summed("binary16", SumOrder::pairwise, "binary16");
  CHECK(births({"11", "0", "11", "0"}, Algorithm::unshifted, pairwise).infinity ==
        "overflow at sum, element 2: the running sum passed the largest binary16, 65504");
}

TEST_CASE("a sum that only its working format cannot keep is said to be too large") {
  const Settings wide = summed("binary16", SumOrder::sequential, "binary32");
  CHECK(births({"11", "11", "11"}, Algorithm::unshifted, wide).infinity ==
        "overflow at sum, element 0: the sum 179616 is above the largest binary16, 65504");
}

TEST_CASE("an addend that the accumulator cannot hold is named, whatever the order") {
  for (const SumOrder order : {SumOrder::sequential, SumOrder::reverse, SumOrder::pairwise}) {
    CHECK(births({"1", "10", "2"}, Algorithm::unshifted, summed("binary32", order, "e4m3fn")).nan ==
          "overflow at sum, element 1: the addend 22026.465 is above the largest e4m3fn, 448");
  }
}

TEST_CASE("a compensated sum becomes NaN one addition after it became infinite") {
  const Settings settings = summed("binary32", SumOrder::compensated, "binary32");
  const auto born = [&](const std::vector<std::string>& logits) {
    return births(logits, Algorithm::unshifted, settings);
  };
  CHECK(born({"88.5", "88.5", "80"}).infinity ==
        "overflow at sum, element 1: the running sum passed the largest binary32, 3.4028235e+38");
  const std::string why = ": the compensation of an infinite sum";
  CHECK(born({"88.5", "88.5", "80"}).nan == "inf - inf at sum, element 2" + why);
  CHECK(born({"80", "88.5", "88.5"}).nan ==
        "inf - inf at sum, element 2" + why);  // the last, alone
  CHECK(born({"1000", "0"}).nan == "inf - inf at sum, element 1" + why);
  CHECK(born({"0", "1000", "0"}).nan == "inf - inf at sum, element 1" + why);
}

TEST_CASE("a sum that is zero in its accumulator alone is not blamed on the exponentials") {
  const Settings narrow = summed("binary32", SumOrder::sequential, "e4m3fn");
  CHECK(births({"-12", "-13"}, Algorithm::unshifted, narrow).infinity ==
        "6.1442124e-06/0 at divide, element 0: the sum underflowed in e4m3fn");
  CHECK(births({"-104", "-12"}, Algorithm::unshifted, narrow).nan ==
        "0/0 at divide, element 0: the sum underflowed in e4m3fn");
  CHECK(births({"-12", "-20"}, Algorithm::unshifted_division_free, narrow).infinity ==
        "ln 0 at log, element 0: the sum underflowed in e4m3fn");
}

TEST_CASE("ln 0 is NaN where there is no infinity, and says so") {
  CHECK(births({"-7", "-8"}, Algorithm::unshifted_division_free, in("e4m3fn")).nan ==
        "ln 0 at log, element 0: every exponential underflowed");
}

TEST_CASE("a distance that the second pass of online cannot hold is told, not its exponential") {
  CHECK(births({"-300", "100", "448"}, Algorithm::online, in("e4m3fn")).nan ==
        "overflow at divide, element 0: the distance from the maximum, -736, is beyond the largest "
        "e4m3fn, 448");
}

TEST_CASE("an exponential without decimals is not said to equal itself") {
  CHECK(births({"1e300", "-1e300"}, Algorithm::unshifted, in("binary64")).infinity ==
        "overflow at exponentiate, element 0: e^1e+300 is above the largest binary64, "
        "1.7976931348623157e+308");
}

TEST_CASE("a stream breaks by its sum in a format of little range, else by a distance") {
  const std::vector<std::string> ones(16, "1");
  CHECK(births(ones, Algorithm::online, in("8,-3,3")).infinity ==
        "overflow at stream, element 15: the running sum passed the largest 8,-3,3, 15.9375");
  CHECK(births({"300", "-300"}, Algorithm::online, in("e4m3fn")).nan ==
        "overflow at stream, element 1: the distance from the maximum passed the largest e4m3fn, "
        "448");
}

TEST_CASE("a logit divided by a small temperature overflows at scale") {
  Settings settings = in("binary32", "1e-30");
  settings.temperature_order = TemperatureOrder::scale_first;
  CHECK(births({"1", "1e10"}, Algorithm::shifted, settings).infinity ==
        "overflow at scale, element 1: 1e40 is beyond the largest binary32, 3.4028235e+38");
}

TEST_CASE("logits that a small temperature made infinite are not called masks") {
  Settings settings = in("binary16", "1e-6");
  settings.temperature_order = TemperatureOrder::scale_first;
  CHECK(births({"0", "20.72"}, Algorithm::online, settings).nan ==
        "inf - inf at divide, element 1: an infinity less itself");
  CHECK(births({"0", "20.72"}, Algorithm::shifted, settings).nan ==
        "inf - inf at subtract, element 1: an infinity less itself");
  CHECK(births({"-20", "-20.72"}, Algorithm::online, settings).nan ==
        "-inf - -inf at divide, element 0: an infinity less itself");
  CHECK(births({"-20", "-20.72"}, Algorithm::shifted, settings).nan ==
        "-inf - -inf at subtract, element 0: an infinity less itself");
}

}  // namespace softmax
