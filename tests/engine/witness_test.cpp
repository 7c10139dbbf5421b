// The two witnesses of a reference: when they agree, what each says, and that all of its digits
// are right by a third library.

#include "engine/witness.hpp"

#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>
#include <iostream>

#include "engine/testimony.hpp"
#include "tests/engine/oracle_printed.hpp"
#include "tests/engine/oracle_rows.hpp"
#include "tests/engine/oracle_trace.hpp"

namespace softmax {
namespace {

using oracle::Interval;
using oracle::Truth;

constexpr std::uint64_t seed = 20210405;
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

bool agree(const Certified& ball, const Witness& witness) {
  return TwoWitnesses{ball, witness}.agree();
}

template <class Number>
Number third() {
  return Number(1.0) / Number(3.0);
}

std::string digits(const Certified& x) { return testimony(x, ball_digits).digits; }
std::string radius(const Certified& x) { return testimony(x, ball_digits).radius; }

/// How many digits the text means, zeros at its end too.
int meant_digits(const std::string& decimal) {
  std::string all = decimal.substr(0, decimal.find('e'));
  std::erase_if(all, [](char c) { return c < '0' || c > '9'; });
  return static_cast<int>(all.size() - std::min(all.find_first_not_of('0'), all.size()));
}

/// What is wrong with the ball's digits, by the truth and by those of the witness.
std::string fault_of_ball(const TwoWitnesses& two, const Truth& truth) {
  const std::string ball = digits(two.ball);
  if (!two.ball.finite() || !two.ball.sign() || two.ball.zero()) { return ""; }
  const std::string witness = testimony(two.witness, witness_digits).digits;
  const int meant = meant_digits(ball);
  if (meant > ball_digits && !two.ball.exact()) { return "too many digits: " + ball; }
  const int most = std::min(meant, ball_digits);
  if (!right_to(ball, truth.everything(), most)) { return ball + " for " + truth.text(); }
  return right_to(ball, Interval::of_text(witness), most) ? "" : ball + " beside " + witness;
}

std::string fault_of(const TwoWitnesses& two, const Truth& truth) {
  if (!two.agree()) { return "they disagree"; }
  const std::string fault =
      fault_of_decimal(two.witness.decimal(witness_digits), two.witness, truth, witness_digits);
  return fault.empty() ? fault_of_ball(two, truth) : "witness: " + fault;
}

std::size_t take_run(const Trace& t, const Run& run, const oracle::TestRow& row) {
  const std::vector<oracle::TrueRow> truths = true_rows(t, run, row.exactly);
  std::size_t values = 0;
  for (std::size_t stage = 0; stage < run.stages.size(); ++stage) {
    const CertifiedRow& reference = run.stages[stage].reference;
    for (std::size_t i = 0; i < reference.size(); ++i, ++values) {
      const std::string fault = fault_of(two_witnesses(reference, i), truths[stage].reference[i]);
      if (!fault.empty()) {
        FAIL_CHECK(name(run.algorithm)
                   << ", stage " << stage << ", element " << i << ": " << fault);
      }
    }
  }
  return values;
}

}  // namespace

TEST_CASE("two enclosures agree where one number can be in both") {
  CHECK(agree(Certified(0.5), Witness(0.5)));
  CHECK_FALSE(agree(Certified(1.0), Witness(1 + 0x1p-52)));
  CHECK(agree(third<Certified>(), third<Witness>()));
  CHECK_FALSE(agree(third<Certified>(), third<Witness>() + Witness(0x1p-120)));
  CHECK_FALSE(agree(third<Certified>() - Certified(0x1p-120), third<Witness>()));
  CHECK_FALSE(agree(Certified(0.0), Witness(0x1p-1000)));
  CHECK_FALSE(agree(Certified(1.0), Witness(-1.0)));
}

TEST_CASE("a mask agrees with a mask alone; undefined claims nothing") {
  CHECK(agree(Certified(-infinity), Witness(-infinity)));
  CHECK_FALSE(agree(Certified(-infinity), Witness(0.0)));
  CHECK_FALSE(agree(exp(Certified(-1e9)), Witness(-infinity)));
  CHECK(agree(Certified(nan), Witness(nan)));
  CHECK(agree(Certified(nan), Witness(1.0)));
}

TEST_CASE("beyond a decimal exponent of 10^8 the exponents are compared") {
  CHECK(agree(exp(Certified(1e9)), exp(Witness(1e9))));
  CHECK_FALSE(agree(exp(Certified(1e9)), exp(Witness(1e9 + 1))));
  CHECK_FALSE(agree(exp(Certified(1e9)), Witness(1.0)));
  CHECK_FALSE(agree(exp(Certified(-1e9)), Witness(0.0)));
  const Certified kept(Certified(2e8).ball(), CertifiedKind::exponential);
  CHECK(agree(kept, exp(Witness(2e8))));
  CHECK_FALSE(agree(kept, exp(Witness(2e8 + 1))));
}

TEST_CASE("a testimony shows every certain digit, zeros too, and how far it can be off") {
  CHECK(digits(Certified(1000.0)) == "1000");
  CHECK(radius(Certified(1000.0)) == "exact");
  CHECK(digits(third<Certified>()) == "0.333333333333333333333333333333333333");
  CHECK(digits(third<Certified>() * Certified(3.0)) == "1.00000000000000000000000000000000000");
  CHECK(digits(Certified(-infinity)) == "-inf");
  CHECK(radius(Certified(-infinity)) == "exact");
  CHECK(digits(Certified(nan)) == "undefined");
  CHECK(radius(Certified(nan)).empty());
  CHECK(digits(exp(Certified(1e9))) == "exp(1000000000)");
  CHECK(radius(exp(Certified(1e9))) == "exact");
  CHECK(radius(exp(Certified(0x1p996) / Certified(3.0))) == "factor e^9.9e260");
  const Certified nothing = third<Certified>() * Certified(3.0) - Certified(1.0);
  CHECK(digits(nothing) == "0");
  CHECK(radius(nothing).starts_with("within "));
}

TEST_CASE("a relative radius is rounded up: that of a third is 2^-129, three times over") {
  CHECK(radius(third<Certified>()) == "4.5e-39");  // 3 2^-129 = 4.408...e-39
}

TEST_CASE("every digit of both witnesses of 100 rows is right, and the two agree") {
  CAPTURE(seed);
  Random random(seed);
  std::size_t values = 0;
  for (int i = 0; i < 100; ++i) {
    const oracle::TestRow row = oracle::test_row(i, random);
    CAPTURE(describe(row));
    const Trace t = trace(row.logits, row.settings, all_algorithms);
    for (const Run& run : t.runs) { values += take_run(t, run, row); }
  }
  std::cout << fmt::format("seed {}: two witnesses of {} values\n", seed, values);
  CHECK(values > 1000);
}

}  // namespace softmax
