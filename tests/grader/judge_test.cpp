// From what came back to what is said of it: each kind of finding, and never the right number.

#include "grader/judge.hpp"

#include <catch2/catch_test_macros.hpp>
#include <limits>

#include "grader/inputs.hpp"
#include "grader/unwritten.hpp"

namespace softmax::grader {
namespace {

constexpr float nan = std::numeric_limits<float>::quiet_NaN();
constexpr float inf = std::numeric_limits<float>::infinity();

using Floats = std::vector<float>;

/// Two shares of [3, 1], by 4.
Case some_case() {
  return {"normalize",
          {Floats{3, 1}, scalar(4.0F), output(2)},
          {{near(Certified(0.7109375), 4 * 0x1p-24), near(Certified(0.2890625), 4 * 0x1p-24)}}};
}

Response returned(const Value& row) { return {CallEnding::returned, false, false, "", {row}}; }

Judged judged(const Case& one, const Observed& observed) {
  return judge(Check{"id", "task", "A sentence.", {one}}, std::vector{observed});
}

/// What is found wrong with the one case.
Finding found(const Case& one, const Observed& observed) {
  const Judged result = judged(one, observed);
  CHECK(result.verdict != Verdict::pass);
  CHECK(result.failed == std::vector<std::size_t>{0});
  return result.first;
}

Case refusal() { return {"normalizer", {Floats{}}, {}, true}; }

}  // namespace

TEST_CASE("a response that is as wanted passes, and nothing is said") {
  const Judged result = judged(some_case(), returned(Floats{0.7109375F, 0.2890625F}));
  CHECK(result.verdict == Verdict::pass);
  CHECK(result.failed.empty());
  CHECK(result.first.words.empty());
  CHECK(
      judged(refusal(), Response{CallEnding::invalid_argument, false, false, "why", {}}).verdict ==
      Verdict::pass);
}

TEST_CASE("a number that is off is told with its error and what is allowed") {
  const Finding finding = found(some_case(), returned(Floats{0.7109375F, 0.2890645F}));
  CHECK(finding.kind == "inaccurate");
  CHECK(finding.call == "normalize([3, 1], 4)");
  CHECK(finding.words == "result 1: got 0.2890645, off by 67 ulp, where 2.31 are allowed");
}

TEST_CASE("a number of another class is told with both classes") {
  const auto words = [](float got) {
    const Finding finding = found(some_case(), returned(Floats{got, 0.2890625F}));
    return finding.kind + ": " + finding.words;
  };
  CHECK(words(nan) ==
        "nan where positive is wanted: result 0: got nan, where a positive number is "
        "wanted");
  CHECK(words(inf) ==
        "inf where positive is wanted: result 0: got inf, where a positive number is "
        "wanted");
  CHECK(words(0) ==
        "zero where positive is wanted: result 0: got 0, where a positive number is "
        "wanted");
  CHECK(words(-1) ==
        "negative where positive is wanted: result 0: got -1, where a positive number "
        "is wanted");
  Case one = some_case();
  one.results[0][0] = exactly(-inf);
  CHECK(found(one, returned(Floats{1, 0.2890625F})).words ==
        "result 0: got 1, where -inf is wanted");
  one.results[0][0] = exactly(0);
  CHECK(found(one, returned(Floats{1, 0.2890625F})).words == "result 0: got 1, where 0 is wanted");
}

TEST_CASE("another index, count or truth than the one wanted is told without it") {
  const Case index{"greedy", {Floats{1, 7, 2}}, {{exactly(1)}}};
  const Finding finding = found(index, returned(std::vector<std::uint64_t>{2}));
  CHECK(finding.kind == "another number");
  CHECK(finding.call == "greedy([1, 7, 2])");
  CHECK(finding.words == "the result: got 2, which is not it");
  CHECK(judged(index, returned(std::vector<std::uint64_t>{1})).verdict == Verdict::pass);
  const Case truth{"is_right", {flags({true, false})}, {{exactly(1)}}};
  CHECK(found(truth, returned(std::vector<std::uint8_t>{0})).call == "is_right([true, false])");
}

TEST_CASE("a result that was never written is told, even where NaN is wanted") {
  Case one = some_case();
  one.results[0] = {exactly(double{nan}), exactly(double{nan})};
  CHECK(judged(one, returned(Floats{nan, nan})).verdict == Verdict::pass);
  const Finding finding = found(one, returned(Floats{nan, unwritten<float>()}));
  CHECK(finding.kind == "unwritten");
  CHECK(finding.words == "result 1 was never written");
  CHECK(found(Case{"f", {}, {{exactly(double{nan})}}},
              returned(std::vector<double>{unwritten<double>()}))
            .words == "the result was never written");
  CHECK(found(Case{"f", {}, {{exactly(3)}}},
              returned(std::vector<std::uint64_t>{unwritten<std::size_t>()}))
            .kind == "unwritten");
}

TEST_CASE("writing outside, and a changed input, are told before any number") {
  Response response = returned(Floats{0, 0});
  response.changed_input = true;
  CHECK(found(some_case(), response).kind == "changed input");
  response.wrote_outside = true;
  CHECK(found(some_case(), response).kind == "wrote outside");
  Response refused{CallEnding::invalid_argument, true, false, "", {}};
  CHECK(found(refusal(), refused).kind == "wrote outside");
}

TEST_CASE("what is not refused, or refused by another exception, is told") {
  const Finding silent = found(refusal(), returned(Floats{0}));
  CHECK(silent.kind == "not refused");
  CHECK(silent.words == "it returned, where std::invalid_argument must be thrown");
  const Finding other = found(refusal(), Response{CallEnding::exception, false, false, "no", {}});
  CHECK(other.kind == "not refused");
  CHECK(other.words == "it threw something else than std::invalid_argument");
}

TEST_CASE("an exception where a result is wanted is told with its words, which no terminal obeys") {
  const auto threw = [](CallEnding ending) {
    const Finding finding = found(some_case(), Response{ending, false, false, "a\x1b[2Jb", {}});
    return finding.kind + ": " + finding.words;
  };
  CHECK(threw(CallEnding::invalid_argument) ==
        "threw: it threw std::invalid_argument 'a\\x1b[2Jb', where a result is wanted");
  CHECK(threw(CallEnding::exception) == "threw: it threw 'a\\x1b[2Jb', where a result is wanted");
}

TEST_CASE("results of another number or length are told, and not read beyond their end") {
  CHECK(found(some_case(), returned(Floats{0.7109375F})).words ==
        "1 numbers came back, where 2 are wanted");
  CHECK(found(some_case(), returned(Floats{0.7109375F, 0.2890625F, 0})).kind == "another size");
  CHECK(found(some_case(), Response{}).kind == "another size");
  Response two = returned(Floats{0.7109375F, 0.2890625F});
  two.results.push_back(two.results[0]);
  CHECK(found(some_case(), two).kind == "another size");
}

TEST_CASE("a stop is its case's finding, and the cases after it are not counted") {
  const Check check{"id", "task", "A sentence.", {some_case(), some_case(), some_case()}};
  const Observed good = returned(Floats{0.7109375F, 0.2890625F});
  for (const Verdict verdict : {Verdict::crash, Verdict::time_out, Verdict::memory}) {
    const Judged result = judge(check, std::vector<Observed>{good, Stop{verdict, "why"}});
    CHECK(result.verdict == verdict);
    CHECK(result.failed == std::vector<std::size_t>{1});
    CHECK(result.first.kind == name(verdict));
    CHECK(result.first.words == "why");
  }
  const Judged cut = judge(check, std::vector<Observed>{good});
  CHECK(cut.verdict == Verdict::protocol);
  CHECK(cut.failed == std::vector<std::size_t>{1});
}

TEST_CASE("the verdict and the words are of the first case that failed, the count of all") {
  const Check check{"id", "task", "A sentence.", {some_case(), some_case(), some_case()}};
  const Observed wrong = returned(Floats{0.7109375F, 0});
  const Judged result =
      judge(check, std::vector<Observed>{returned(Floats{0.7109375F, 0.2890625F}), wrong,
                                         Stop{Verdict::crash, "signal 11"}});
  CHECK(result.verdict == Verdict::wrong);
  CHECK(result.failed == std::vector<std::size_t>{1, 2});
  CHECK(result.first.kind == "zero where positive is wanted");
}

TEST_CASE("the right number is in no finding") {
  const std::vector<Observed> wrongs = {returned(Floats{0.5F, 0.2890625F}),
                                        returned(Floats{nan, 0.2890625F}),
                                        returned(Floats{unwritten<float>(), 0}),
                                        returned(Floats{0.7109375F, 0.28907F}),
                                        returned(Floats{}),
                                        Response{CallEnding::exception, false, false, "no", {}},
                                        Stop{Verdict::crash, "signal 11"}};
  for (const Observed& wrong : wrongs) {
    const Finding finding = found(some_case(), wrong);
    for (const char* number : {"0.7109", "0.2890625"}) {
      CAPTURE(finding.words);
      CHECK((finding.kind + finding.call + finding.words).find(number) == std::string::npos);
    }
  }
}

TEST_CASE("a call is shown as one would write it, a long row cut") {
  CHECK(shown({"softmax", {Floats(5000, -2.5F), output(5000)}, {}}) ==
        "softmax([-2.5, -2.5, -2.5, -2.5, -2.5, -2.5, -2.5, -2.5, ... 5000 in all])");
  CHECK(shown({"f", {Floats{1, 2, 3, 4, 5, 6, 7, 8}, count(3), flags({true, false})}, {}}) ==
        "f([1, 2, 3, 4, 5, 6, 7, 8], 3, [true, false])");
  CHECK(shown({"f", {scalar(0.1F), scalar(0.1), scalar(-inf), Floats{}}, {}}) ==
        "f(0.1, 0.1, -inf, [])");
  // The size of an output matters where it is what must be refused.
  CHECK(shown({"normalize", {Floats{1, 2}, scalar(1.0F), output(3)}, {}, true}) ==
        "normalize([1, 2], 1, 3 results)");
}

}  // namespace softmax::grader
