#include "engine/witness.hpp"

#include "engine/ball.hpp"
#include "engine/magnitude.hpp"
#include "engine/wide_ball.hpp"

namespace softmax {
namespace {

using Kind = CertifiedKind;

/// A bound alone, as text: of a ball around zero the radius is all there is to print.
std::string text_of(const Magnitude& bound) { return decimal(Ball{0, 0, bound, false}, 1).radius; }

template <class B>
std::string relative_radius(const Enclosure<B>& x) {
  if (x.undefined()) { return ""; }
  if (x.kind() == Kind::minus_infinity || x.radius().zero()) { return "0"; }
  if (x.kind() == Kind::exponential) { return text_of(exp_minus_one(x.radius())); }
  const Magnitude least = size_below(x.ball());
  return least.zero() ? "" : text_of(x.radius() / least);
}

template <class B>
Testimony testimony(const Enclosure<B>& x, int most) {
  return {x.decimal(most), relative_radius(x)};
}

bool overlap(const Ball& a, const WideBall& b) { return size_below(widened(a) - b).zero(); }

/// One of them keeps e^x as x: x is what can be compared.
bool logarithms_overlap(const Certified& ball, const Witness& witness) {
  const Certified a = log(ball);
  const Witness b = log(witness);
  return a.finite() && b.finite() && overlap(a.ball(), b.ball());
}

}  // namespace

bool agree(const Certified& ball, const Witness& witness) {
  if (ball.undefined() || witness.undefined()) { return true; }
  if (is_masked(ball) || is_masked(witness)) { return is_masked(ball) && is_masked(witness); }
  if (ball.finite() && witness.finite()) { return overlap(ball.ball(), witness.ball()); }
  return logarithms_overlap(ball, witness);
}

TwoWitnesses two_witnesses(const CertifiedRow& reference, std::size_t i) {
  const Certified ball = reference[i];
  const Witness witness = reference.witness(i);
  return {testimony(ball, ball_digits), testimony(witness, witness_digits), agree(ball, witness)};
}

void call_witnesses(const Trace& trace, const Progress& progress) {
  const auto runs = static_cast<double>(trace.runs.size());
  for (std::size_t k = 0; k < trace.runs.size(); ++k) {
    const std::vector<StageRow>& stages = trace.runs[k].stages;
    for (std::size_t stage = 0; stage < stages.size(); ++stage) {
      static_cast<void>(stages[stage].reference.witness(0));
      const double of_run = static_cast<double>(stage + 1) / static_cast<double>(stages.size());
      if (progress) { progress((static_cast<double>(k) + of_run) / runs); }
    }
  }
}

}  // namespace softmax
