// From what came back to what is wrong with it: each kind of finding.

#include "grader/judge.hpp"

#include <catch2/catch_test_macros.hpp>

#include "grader/unwritten.hpp"
#include "tests/grader/judge_case.hpp"

namespace softmax::grader {

TEST_CASE("a response that is as wanted passes, and nothing is said") {
  const Judged result = judged(some_case(), returned(Floats{0.7109375F, 0.2890625F}));
  CHECK(result.verdict == Verdict::pass);
  CHECK(result.failed.empty());
  CHECK(result.first.words.empty());
  CHECK(
      judged(refusal(), Response{CallEnding::invalid_argument, false, false, "why", {}}).verdict ==
      Verdict::pass);
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

TEST_CASE("results of another number or length are told, and not read beyond their end") {
  CHECK(found(some_case(), returned(Floats{0.7109375F})).words ==
        "1 numbers came back, where 2 are wanted");
  CHECK(found(some_case(), returned(Floats{0.7109375F, 0.2890625F, 0})).kind == "another size");
  CHECK(found(some_case(), Response{}).kind == "another size");
  Response two = returned(Floats{0.7109375F, 0.2890625F});
  two.results.push_back(two.results[0]);
  CHECK(found(some_case(), two).kind == "another size");
}

TEST_CASE("the stage of a softmax is told; of results that are no row of its size there is none") {
  const Case one = of_softmax(some_case(), {{2, 1}});
  CHECK(found(one, returned(Floats{7.389056F, 2.7182817F})).stage.starts_with("divide: "));
  CHECK(found(one, returned(Floats{1})).stage.empty());
  CHECK(found(one, returned(std::vector<double>{1, 2})).stage.empty());
  CHECK(found(one, Response{}).stage.empty());
  CHECK(found(one, Stop{Verdict::crash, "why"}).stage.empty());
  CHECK(found(some_case(), returned(Floats{7.389056F, 2.7182817F})).stage.empty());
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

}  // namespace softmax::grader
