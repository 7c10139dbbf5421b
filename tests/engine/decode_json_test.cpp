// From a trace to a token: the cuts follow one another, and the token is found in what they leave.

#include "engine/decode_json.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <stdexcept>

#include "tests/engine/lesson.hpp"

namespace softmax {
namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;

Trace traced(const std::vector<std::string>& logits, const Settings& settings = {}) {
  return trace(given(logits), settings, std::array{Algorithm::shifted, Algorithm::log_softmax});
}

Decoding all_cuts(std::size_t k, double p, double share) {
  Decoding wanted;
  wanted.top_k = k;
  wanted.top_p = p;
  wanted.min_p = share;
  return wanted;
}

void require_refused(const Trace& t, const Decoding& wanted, const std::string& words) {
  CHECK_THROWS_MATCHES(decode_json(t, wanted), std::invalid_argument,
                       MessageMatches(ContainsSubstring(words)));
}

TEST_CASE("without a cut nothing is cut, and the greedy token is the largest logit") {
  const std::string json = decode_json(traced({"0", "2", "1", "2"}), {});
  CHECK_THAT(json, ContainsSubstring("\"greedy\": 1,"));
  CHECK_THAT(json, ContainsSubstring("\"cuts\": [],\n  \"left\": null,"));
}

TEST_CASE("each cut is made in the softmax of what the one before it kept") {
  const std::string json = decode_json(traced({"0", "2", "1", "2"}), all_cuts(3, 0.8, 0.5));
  CHECK_THAT(json, ContainsSubstring(R"("top_k", "value": 3, "kept": [1, 3, 2], "sums": null)"));
  // Of the three alone: 0.42, 0.42, 0.16.
  CHECK_THAT(json, ContainsSubstring(R"("top_p", "value": 0.8, "kept": [1, 3], "sums": [0.4223)"));
  CHECK_THAT(json, ContainsSubstring(R"("indices": [1, 3], "probabilities": [0.5, 0.5])"));
}

TEST_CASE("what is cut off is never drawn") {
  Decoding wanted;
  wanted.top_k = 1;
  for (wanted.counter = 0; wanted.counter < 50; ++wanted.counter) {
    CHECK_THAT(decode_json(traced({"0", "0.1"}), wanted),
               ContainsSubstring(R"("index": 1, "probability": 1, "from": 0, "to": 1)"));
  }
}

TEST_CASE("what cannot be decoded is refused") {
  const Trace t = traced({"1", "2"});
  Decoding wanted;
  wanted.run = 1;
  require_refused(t, wanted, "log_softmax gives log_probabilities: decode a run of probabilities");
  wanted.run = 2;
  require_refused(t, wanted, "run 2: the runs are numbered 0 to 1");
  require_refused(t, all_cuts(0, 1, 0), "k is 0");
  require_refused(traced({"-inf", "-inf"}), {}, "every token is masked");
  require_refused(traced({"1", "2"}, in("e4m3fn")), all_cuts(1, 1, 0),
                  "e4m3fn has no infinity to mask with: what top_k cuts off");
}

}  // namespace
}  // namespace softmax
