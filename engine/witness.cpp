#include "engine/witness.hpp"

namespace softmax {
namespace {

/// Exactly where their difference may be zero.
bool overlap(const Ball& a, const WideBall& b) { return size_below(widened(a) - b).zero(); }

/// Where one of them keeps e^x as x, x is what can be compared.
bool logarithms_overlap(const Certified& ball, const Witness& witness) {
  const Certified a = log(ball);
  const Witness b = log(witness);
  return a.finite() && b.finite() && overlap(a.ball(), b.ball());
}

}  // namespace

bool TwoWitnesses::agree() const {
  if (ball.undefined() || witness.undefined()) { return true; }
  if (is_masked(ball) || is_masked(witness)) { return is_masked(ball) && is_masked(witness); }
  if (ball.finite() && witness.finite()) { return overlap(ball.ball(), witness.ball()); }
  return logarithms_overlap(ball, witness);
}

Defined TwoWitnesses::defined() const {
  if (ball.undefined() == witness.undefined()) {
    return ball.undefined() ? Defined::by_none : Defined::by_both;
  }
  return Defined::by_one;
}

TwoWitnesses two_witnesses(const CertifiedRow& reference, std::size_t i) {
  return {reference[i], reference.witness(i)};
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
