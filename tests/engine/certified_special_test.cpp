// What is no number, or none of a ball's range, is the same to the ball, to its witness and to the
// oracle, whatever is done to it: NaN, infinities, masks, zeros, and e^x kept as its logarithm. (Of
// products the kinds are compared alone.)

#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "engine/certified.hpp"
#include "tests/engine/oracle.hpp"

namespace softmax {
namespace {

using oracle::encloses;
using oracle::Truth;

constexpr double infinity = std::numeric_limits<double>::infinity();

struct Special {
  std::string text;
  Certified ball;
  Witness witness;
  Truth truth;
};

constexpr int bits = 2400;  // 1e300 less 5e-324, and 320 bits of that

Special held(double x) { return {fmt::format("{}", x), Certified(x), Witness(x), Truth(x, bits)}; }

Special exponential(const Special& x) {
  return {"exp " + x.text, exp(x.ball), exp(x.witness), exp(x.truth)};
}

/// e^x is a number up to x = 2.3e8 and kept as x beyond. (At 2.3e8 itself the witness, which bounds
/// |x| by 53 bits rounded up, keeps x already: two kinds, and both are right.)
std::vector<Special> specials() {
  const double last = std::nextafter(2.3e8, 0.0);
  const double beyond = std::nextafter(2.3e8, infinity);
  std::vector<Special> all;
  for (const double x : {std::numeric_limits<double>::quiet_NaN(), infinity, -infinity, 0.0, -0.0,
                         1.0, -1.0, 5e-324, -1.7976931348623157e308, last, -last}) {
    all.push_back(held(x));
  }
  for (const double x : {beyond, -beyond, 1e300, -1e300, 5e-324, -infinity}) {
    all.push_back(exponential(held(x)));
  }
  return all;
}

void require_same(const Special& c) {
  if (c.ball.kind() != c.witness.kind()) { FAIL(c.text << ": two kinds"); }
  if (!encloses(c.ball, c.truth)) { FAIL(c.text << ": the ball misses " << c.truth.text()); }
  if (!encloses(c.witness, c.truth)) { FAIL(c.text << ": the witness misses " << c.truth.text()); }
}

/// The engine leaves -inf / e^x undefined where e^x is kept as x: no stage divides a mask by that.
Truth quotient(const Special& a, const Special& b) {
  const bool given_up = is_masked(a.ball) && b.ball.kind() == Certified::Kind::exponential;
  return given_up ? held(infinity).truth : a.truth / b.truth;
}

void require_same_results(const Special& a, const Special& b) {
  const std::string pair = a.text + " and " + b.text;
  require_same({"sum of " + pair, a.ball + b.ball, a.witness + b.witness, a.truth + b.truth});
  require_same(
      {"difference of " + pair, a.ball - b.ball, a.witness - b.witness, a.truth - b.truth});
  require_same({"quotient of " + pair, a.ball / b.ball, a.witness / b.witness, quotient(a, b)});
  if ((a.ball * b.ball).kind() != (a.witness * b.witness).kind()) { FAIL("product of " << pair); }
}

}  // namespace

TEST_CASE("what is no number is the same to ball, witness and oracle, and all that comes of it") {
  const std::vector<Special> all = specials();
  for (const Special& a : all) {
    require_same(a);
    require_same(exponential(a));
    require_same({"log " + a.text, log(a.ball), log(a.witness), log(a.truth)});
    for (const Special& b : all) { require_same_results(a, b); }
  }
}

}  // namespace softmax
