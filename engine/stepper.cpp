#include "engine/stepper.hpp"

#include "engine/carry_out.hpp"

namespace softmax {

bool Stepper::jump(std::size_t stage, std::size_t element) {
  if (stage >= run_->stages.size() || element >= run_->stages[stage].computed.size()) {
    return false;
  }
  stage_ = stage;
  element_ = element;
  return true;
}

bool Stepper::next_stage() { return jump(stage_ + 1); }

bool Stepper::previous_stage() { return stage_ > 0 && jump(stage_ - 1); }

bool Stepper::next_element() { return jump(stage_, element_ + 1) || next_stage(); }

bool Stepper::previous_element() {
  if (element_ > 0) { return jump(stage_, element_ - 1); }
  return stage_ > 0 && jump(stage_ - 1, run_->stages[stage_ - 1].computed.size() - 1);
}

std::vector<Partial> partials(const Trace& trace, const Run& run, std::size_t stage) {
  const Step& step = run.stages[stage].step;
  if (step.stage != Stage::sum && step.stage != Stage::stream) { return {}; }
  std::vector<Partial> seen;
  const auto watch = [&seen](std::size_t addend, const auto& partial) {
    seen.push_back({addend, partial.held()});
  };
  Arithmetic arithmetic = trace.settings.arithmetic;
  if (step.stage == Stage::sum) { arithmetic.format = trace.settings.accumulator; }
  with_numbers(arithmetic, [&](auto lift) {
    using Number = decltype(lift(0.0));
    const Row<Number> x = each(std::span<const double>(run.stages[step.first].computed), lift);
    carry_out<Number>(step, x, {}, lift(trace.temperature), trace.settings.order, watch);
  });
  return seen;
}

}  // namespace softmax
