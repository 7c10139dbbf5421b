// What is said of a wrong result, and that the right number never is.

#include <catch2/catch_test_macros.hpp>

#include "grader/unwritten.hpp"
#include "tests/grader/judge_case.hpp"

namespace softmax::grader {

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

TEST_CASE("an exception where a result is wanted is told with its words, which no terminal obeys") {
  const auto threw = [](CallEnding ending) {
    const Finding finding = found(some_case(), Response{ending, false, false, "a\x1b[2Jb", {}});
    return finding.kind + ": " + finding.words;
  };
  CHECK(threw(CallEnding::invalid_argument) ==
        "threw: it threw std::invalid_argument 'a\\x1b[2Jb', where a result is wanted");
  CHECK(threw(CallEnding::exception) == "threw: it threw 'a\\x1b[2Jb', where a result is wanted");
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
