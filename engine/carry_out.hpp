#pragma once
/// From a step of a plan to the stage template that it names.

#include <span>
#include <vector>

#include "engine/plan.hpp"
#include "engine/stages.hpp"

namespace softmax {

/// Computes: the row of one step from its operands, in any number type.
/// Shapes: x is the row of step.first, y that of step.second (unread by stages of one operand).
/// `watch` sees the partial values of the reductions sum and stream.
template <class Number, class Watch = Unwatched>
std::vector<Number> carry_out(const Step& step, std::span<const Number> x,
                              std::span<const Number> y, const Number& temperature, SumOrder order,
                              Watch&& watch = {}) {
  const Number divisor = step.scales ? temperature : Number(1);  // of the streamed stages
  switch (step.stage) {
    case Stage::read:
      return {x.begin(), x.end()};
    case Stage::scale:
      return divide(x, temperature);
    case Stage::max:
      return {maximum(x)};
    case Stage::subtract:
      return subtract(x, y[0]);
    case Stage::exponentiate:
      return exponentiate(x);
    case Stage::sum:
      return {sum(x, order, watch)};
    case Stage::divide:
      return divide(x, y[0]);
    case Stage::log:
      return {log(x[0])};
    case Stage::add:
      return {x[0] + y[0]};
    case Stage::stream: {
      const Stream<Number> state = stream(x, divisor, watch);
      return {state.max_logit, state.normalizer};
    }
    case Stage::divide_streamed:
      break;
  }
  return divide_streamed(x, Stream<Number>{y[0], y[1]}, divisor);
}

}  // namespace softmax
