// The ball and its witness, side by side: each holds the interval of a third library, they overlap,
// and no radius is wider than the headers and CERTIFIED.md declare. A million exponentials, a
// million results of + - * /, and 250,000 logarithms (which cost most) are a sweep.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <iostream>
#include <string>

#include "engine/certified.hpp"
#include "tests/engine/oracle_declared.hpp"
#include "tests/engine/oracle_three.hpp"

namespace softmax {
namespace {

using oracle::Interval;
using oracle::Measured;
using oracle::Radii;
using oracle::Sized;

constexpr std::uint64_t seed = 20260401;

/// The worst that was seen of one kind of enclosure.
struct Worst {
  double radius = 0;  ///< relative, of the results of exact arguments
  double used = 0;    ///< by the midpoint's error, of the radius; of those results, too
  double share = 0;   ///< of the radius that is declared, of all results
};

struct Operation {
  std::string name;
  int count = 0;
  Worst ball{};
  Worst witness{};
};

double ratio(const Interval& a, const Interval& b) {
  return b.is_zero() ? 0 : (a / b).approximate();
}

/// The midpoint is off by the radius at most, and the radius is what is declared at most: but for
/// its own rounding up, 2^-30 a quotient and 2^-62 anything else (magnitude.hpp).
template <class Number>
void judge(const Measured<Number>& c, const Interval& real, const Interval& declared, bool exact,
           Worst& worst) {
  const Interval zero(0.0);
  const Interval off = abs(real - c.midpoint);
  const Interval most = declared * (Interval(1.0) + Interval(0x1p-28));
  if (!off.inside(Interval::hull(zero, c.radius))) {
    FAIL(c.midpoint.text() << " within " << c.radius.text() << " misses " << real.text());
  }
  if (!c.radius.inside(Interval::hull(zero, most))) {
    FAIL("the radius is " << c.radius.text() << ", declared is " << declared.text());
  }
  worst.share = std::max(worst.share, ratio(c.radius, declared));
  if (!exact) { return; }
  worst.radius = std::max(worst.radius, ratio(c.radius, c.size));
  worst.used = std::max(worst.used, ratio(off, c.radius));
}

/// Asked of the engine alone: their difference may be zero.
bool overlap(const Certified& ball, const Witness& witness) {
  return (Witness(widened(ball.ball())) - witness).sign().value_or(0) == 0;
}

void take(const Sized& c, bool exact, const Radii& declared, Operation& to) {
  INFO(to.name << ", number " << to.count);
  if (!c.number.ball.finite() || !c.number.witness.finite()) { FAIL("no number"); }
  judge(c.ball, c.number.real, declared.ball, exact, to.ball);
  judge(c.witness, c.number.real, declared.witness, exact, to.witness);
  if (!overlap(c.number.ball, c.number.witness)) { FAIL("ball and witness are apart"); }
  ++to.count;
}

void print(const Operation& f) {
  const auto line = [](const Worst& w) {
    return fmt::format("2^{:.3f} ({:.3f} of it used; {:.10f} of what is declared)",
                       std::log2(w.radius), w.used, w.share);
  };
  std::cout << fmt::format("seed {}: {} times {}, worst relative radius: ball {}; witness {}\n",
                           seed, f.count, f.name, line(f.ball), line(f.witness));
  CHECK(f.ball.share > 0.5);  // the declared radius is no idle one
  CHECK(f.witness.share > 0.5);
}

/// Calls `trial` with each number below `count`, and random numbers.
template <class Trial>
void take_trials(int count, const Trial& trial) {
  CAPTURE(seed);
  Random random(seed);
  for (int i = 0; i < count; ++i) { trial(i, random); }
}

void take_exps(int count) {
  Operation to{"exp"};
  take_trials(count, [&to](int i, Random& random) {
    const Sized x(oracle::exp_argument(i, random));
    const Sized c(exp(x.number));
    take(c, x.exact(), declared_exp(x, c), to);
  });
  print(to);
}

void take_logs(int count) {
  Operation to{"log"};
  take_trials(count, [&to](int i, Random& random) {
    const Sized x(oracle::log_argument(i, random));
    const Sized c(log(x.number));
    take(c, x.exact(), declared_log(x, c), to);
  });
  print(to);
}

void take_pairs(int count) {
  std::array<Operation, 4> to{{{"+"}, {"-"}, {"*"}, {"/"}}};
  take_trials(count, [&to](int i, Random& random) {
    const auto [first, second] = oracle::operands(i, random);
    const Sized a(first);
    const Sized b(second);
    const bool exact = a.exact() && b.exact();
    const Sized sum(first + second);
    const Sized difference(first - second);
    const Sized product(first * second);
    const Sized quotient(first / second);
    take(sum, exact, declared_sum(a, b, sum), to[0]);
    take(difference, exact, declared_sum(a, b, difference), to[1]);
    take(product, exact, declared_product(a, b, product), to[2]);
    take(quotient, exact, declared_quotient(a, b, quotient), to[3]);
  });
  std::for_each(to.begin(), to.end(), print);
}

}  // namespace

TEST_CASE("ball and witness hold e^x of 10,000 arguments") { take_exps(10'000); }
TEST_CASE("ball and witness hold ln x of 10,000 arguments") { take_logs(10'000); }
TEST_CASE("ball and witness hold the four results of 10,000 pairs") { take_pairs(10'000); }

TEST_CASE("ball and witness hold e^x of a million arguments", "[sweep]") { take_exps(1'000'000); }
TEST_CASE("ball and witness hold ln x of 250,000 arguments", "[sweep]") { take_logs(250'000); }
TEST_CASE("ball and witness hold a million sums, differences, products and quotients", "[sweep]") {
  take_pairs(250'000);
}

}  // namespace softmax
