// Each outcome, on the smallest softmax that has it: a stage is judged on the inputs it really got.

#include "engine/outcome.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "tests/engine/lesson.hpp"

namespace softmax {
namespace {

using Words = std::vector<std::string>;

/// The outcomes of one stage, by its place in the run.
Words outcomes(const Words& logits, Algorithm algorithm, std::size_t stage,
               const Settings& settings) {
  const Trace t = trace(given(logits), settings, std::array{algorithm});
  const Run& run = t.runs[0];
  Words words;
  for (std::size_t i = 0; i < run.stages[stage].computed.size(); ++i) {
    words.emplace_back(name(outcome(run, stage, i, t.format())));
  }
  return words;
}

}  // namespace

TEST_CASE("reading is exact or rounded, a mask is masked, and it may underflow") {
  CHECK(outcomes({"1", "0.1", "-inf", "1e-40", "1e-50", "-0"}, Algorithm::shifted, 0,
                 in("binary32")) ==
        Words{"exact", "rounded", "masked", "subnormal", "underflow_to_zero", "exact"});
}

TEST_CASE("an exponential overflows, underflows or is subnormal, and e^0 is exact") {
  CHECK(outcomes({"89", "-100", "-104", "0", "1"}, Algorithm::unshifted, 1, in("binary32")) ==
        Words{"overflow", "subnormal", "underflow_to_zero", "exact", "rounded"});
}

TEST_CASE("x/inf = 0 is carried, and inf/inf a NaN that is born") {
  CHECK(outcomes({"1000", "0"}, Algorithm::unshifted, 2, in("binary32")) == Words{"carried"});
  CHECK(outcomes({"1000", "0"}, Algorithm::unshifted, 3, in("binary32")) ==
        Words{"nan", "carried"});
}

TEST_CASE("a NaN is born once: at the subtraction of masks, then it is carried") {
  const Words masks = {"-inf", "-inf"};
  CHECK(outcomes(masks, Algorithm::shifted, 1, in("binary32")) == Words{"masked"});
  CHECK(outcomes(masks, Algorithm::shifted, 2, in("binary32")) == Words{"nan", "nan"});
  CHECK(outcomes(masks, Algorithm::shifted, 3, in("binary32")) == Words{"carried", "carried"});
  CHECK(outcomes(masks, Algorithm::shifted, 5, in("binary32")) == Words{"carried", "carried"});
}

TEST_CASE("a masked logit among others is masked at every stage of its own") {
  const Words logits = {"-inf", "1"};
  for (const std::size_t stage : {0U, 2U, 3U, 5U}) {
    CHECK(outcomes(logits, Algorithm::shifted, stage, in("binary16"))[0] == "masked");
    CHECK(outcomes(logits, Algorithm::shifted, stage, in("binary16"))[1] == "exact");
  }
}

TEST_CASE("where there is no infinity an overflow is a NaN, and still called overflow") {
  CHECK(outcomes({"7", "0"}, Algorithm::unshifted, 1, in("e4m3fn")) == Words{"overflow", "exact"});
  CHECK(outcomes({"7", "0"}, Algorithm::unshifted, 2, in("e4m3fn")) == Words{"carried"});
}

TEST_CASE("a stage that rounds nothing is exact, however wrong its inputs already are") {
  // binary16 rounds 2049 to 2048, and takes from 2048 what it is.
  CHECK(outcomes({"2049", "2047"}, Algorithm::shifted, 0, in("binary16")) ==
        Words{"rounded", "exact"});
  CHECK(outcomes({"2049", "2047"}, Algorithm::shifted, 2, in("binary16")) ==
        Words{"exact", "exact"});
}

}  // namespace softmax
