// When two answers behave alike, and when a misconception is named.

#include "grader/diagnosis.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>

#include "grader/inputs.hpp"
#include "grader/unwritten.hpp"

namespace softmax::grader {
namespace {

constexpr float nan = std::numeric_limits<float>::quiet_NaN();
constexpr float inf = std::numeric_limits<float>::infinity();
constexpr double u = 0x1p-24;

using Floats = std::vector<float>;

/// A row of results, each wanted within a relative tolerance.
std::vector<Check> check_of(std::size_t n, double tolerance) {
  const std::vector<Wanted> wanted(n, near(Certified(1.0), tolerance));
  return {Check{"id", "task", "A sentence.", {Case{"f", {}, {wanted}}}}};
}

Behaviour seen(Observed observed) { return {{std::move(observed)}}; }
Behaviour seen(const Value& row) {
  return seen(Response{CallEnding::returned, false, false, "", {row}});
}

/// Whether two single floats are of one mistake, where 8u are allowed of the right number, 1.
bool alike_numbers(float a, float b, double tolerance = 8 * u) {
  const std::vector<Check> checks = check_of(1, tolerance);
  const bool result = alike(checks, seen(Floats{a}), seen(Floats{b}));
  CHECK(alike(checks, seen(Floats{b}), seen(Floats{a})) == result);
  return result;
}

}  // namespace

TEST_CASE("NaN is like NaN, infinity like infinity, and neither like a number") {
  CHECK(alike_numbers(nan, -nan));
  CHECK(alike_numbers(inf, inf));
  CHECK(alike_numbers(-inf, -inf));
  for (const float other : {0.0F, 1.0F, -inf, 3e38F}) {
    CHECK_FALSE(alike_numbers(nan, other));
    CHECK_FALSE(alike_numbers(inf, other));
  }
}

TEST_CASE("what was never written is like nothing that was") {
  const auto never = unwritten<float>();
  CHECK(alike_numbers(never, never));
  CHECK_FALSE(alike_numbers(never, nan));
  CHECK_FALSE(alike_numbers(never, 0));
}

TEST_CASE("numbers are alike within twice the tolerance, wherever the mistake has taken them") {
  for (const float wrong : {1.0F, 0.5F, 3.0F, -2.0F, 1e-30F, 1e30F}) {
    CAPTURE(wrong);
    // Twice 8u and 16u more, for programs that round otherwise: 32u, which are 16 steps at most.
    const auto off = [&](double units) {
      return static_cast<float>(double{wrong} * (1 + units * u));
    };
    CHECK(alike_numbers(wrong, off(30)));
    CHECK_FALSE(alike_numbers(wrong, off(36)));
    CHECK(alike_numbers(wrong, off(14), 0));
    CHECK_FALSE(alike_numbers(wrong, off(20), 0));
  }
  CHECK_FALSE(alike_numbers(1, -1));
  CHECK_FALSE(alike_numbers(0, 1e-45F));
}

TEST_CASE("where a rule wants one number, another may round otherwise in its place, and zero not") {
  std::vector<Check> checks = check_of(1, 0);
  checks[0].cases[0].results[0][0] = exactly(double{inf});
  const auto pair = [&](float a, float b) {
    return alike(checks, seen(Floats{a}), seen(Floats{b}));
  };
  CHECK(pair(3, static_cast<float>(3 * (1 + 8 * u))));
  CHECK_FALSE(pair(3, static_cast<float>(3 * (1 + 40 * u))));
  CHECK_FALSE(pair(inf, 3));
  CHECK_FALSE(pair(0, 1e-45F));
  CHECK(pair(0, -0.0F));
}

TEST_CASE("indices and counts are alike if they are the same") {
  const std::vector<Check> checks = check_of(1, 1);
  const auto count = [](std::uint64_t n) { return seen(std::vector<std::uint64_t>{n}); };
  CHECK(alike(checks, count(100), count(100)));
  CHECK_FALSE(alike(checks, count(100), count(101)));
  // 2^53 + 1 is no double.
  CHECK_FALSE(alike(checks, count(1ULL << 53U), count((1ULL << 53U) + 1)));
}

TEST_CASE("doubles are held to binary64, and a row of another type or length is unlike") {
  const std::vector<Check> checks = check_of(1, 0);
  const auto one = [](double x) { return seen(std::vector<double>{x}); };
  CHECK(alike(checks, one(3), one(3 * (1 + 8 * 0x1p-53))));
  CHECK_FALSE(alike(checks, one(3), one(3 * (1 + 8 * u))));
  CHECK_FALSE(alike(checks, one(3), seen(Floats{3})));
  CHECK_FALSE(alike(checks, seen(Floats{3}), seen(Floats{3, 3})));
  CHECK_FALSE(alike(checks, seen(Floats{3, 3}), seen(Floats{3, 3})));  // one result is wanted
}

TEST_CASE("how a call ended counts, and what it wrote where it must not") {
  const std::vector<Check> checks = check_of(1, 0);
  const Response plain{CallEnding::returned, false, false, "", {Floats{2}}};
  for (int what = 0; what < 5; ++what) {
    Response other = plain;
    if (what == 0) { other.wrote_outside = true; }
    if (what == 1) { other.changed_input = true; }
    if (what == 2) { other.ending = CallEnding::invalid_argument; }
    if (what == 3) { other.ending = CallEnding::exception; }
    if (what == 4) { other.results.emplace_back(Floats{2}); }
    CAPTURE(what);
    CHECK_FALSE(alike(checks, seen(plain), seen(other)));
  }
  // An exception has no results, and its words are its writer's own.
  const Response thrown{CallEnding::exception, false, false, "one", {}};
  CHECK(
      alike(checks, seen(thrown), seen(Response{CallEnding::exception, false, false, "two", {}})));
}

TEST_CASE("stops are alike by their verdicts, and unlike every response") {
  const std::vector<Check> checks = check_of(1, 0);
  const Behaviour crash = seen(Stop{Verdict::crash, "signal 11"});
  CHECK(alike(checks, crash, seen(Stop{Verdict::crash, "signal 8"})));
  CHECK_FALSE(alike(checks, crash, seen(Stop{Verdict::time_out, "signal 11"})));
  CHECK_FALSE(alike(checks, crash, seen(Floats{1})));
  CHECK_FALSE(alike(checks, seen(Floats{1}), crash));
  // One was gone before the other.
  CHECK_FALSE(alike(checks, crash, Behaviour{{}}));
}

TEST_CASE("what must be refused is alike if both returned, whatever they did") {
  std::vector<Check> checks = check_of(1, 0);
  checks[0].cases[0] = Case{"f", {}, {}, true};
  CHECK(alike(checks, seen(Floats{1}), seen(Floats{2})));
  CHECK_FALSE(alike(checks, seen(Floats{1}),
                    seen(Response{CallEnding::invalid_argument, false, false, "", {}})));
}

TEST_CASE("every case counts, those that are right too") {
  const std::vector<Check> checks = {check_of(1, 8 * u)[0], check_of(1, 8 * u)[0]};
  const auto two = [](float a, float b) {
    return Behaviour{seen(Floats{a})[0], seen(Floats{b})[0]};
  };
  CHECK(alike(checks, two(1, 3), two(1, 3)));
  CHECK_FALSE(alike(checks, two(1, 3), two(1, 2)));
  CHECK_FALSE(alike(checks, two(1, 3), two(2, 3)));
}

TEST_CASE("one that it is like is named; none, or two, name nothing") {
  const std::vector<Check> checks = check_of(1, 8 * u);
  const std::vector<Behaviour> known = {seen(Floats{2}), seen(Floats{3}), seen(Floats{nan}),
                                        seen(Floats{3.0000002F})};
  CHECK(diagnosed(checks, seen(Floats{2}), known) == 0);
  CHECK(diagnosed(checks, seen(Floats{nan}), known) == 2);
  CHECK(diagnosed(checks, seen(Floats{4}), known) == -1);
  CHECK(diagnosed(checks, seen(Floats{3}), known) == -1);
  CHECK(diagnosed(checks, seen(Floats{3}), std::span(known).first(3)) == 1);
  CHECK(diagnosed(checks, seen(Floats{2}), {}) == -1);
}

}  // namespace softmax::grader
