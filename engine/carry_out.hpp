#pragma once
/// From a step of a plan to the stage template that it names.

#include <span>
#include <vector>

#include "engine/plan.hpp"
#include "engine/stages.hpp"

namespace softmax {

/// Computes: one element of a step that is no reduction, in any number type.
/// Shapes: x an element of the row of step.first, y the row of step.second (unread by stages of one
/// operand).
template <class Number>
Number carry_out_element(const Step& step, const Number& x, std::span<const Number> y,
                         const Number& temperature) {
  switch (step.stage) {
    case Stage::scale:
      return divide(x, temperature);
    case Stage::subtract:
      return subtract(x, y[0]);
    case Stage::exponentiate:
      return exponentiate(x);
    case Stage::divide:
      return divide(x, y[0]);
    case Stage::log:
      return log(x);
    case Stage::add:
      return x + y[0];
    case Stage::divide_streamed:
      return divide(streamed_exponential(x, y[0], step.scales ? temperature : Number(1)), y[1]);
    default:
      return x;
  }
}

/// Computes: the row of one step from its operands, in any number type.
/// Shapes: x is the row of step.first, y that of step.second (unread by stages of one operand).
/// `watch` sees the partial values of the reductions sum and stream.
template <class Number, class Watch = Unwatched>
std::vector<Number> carry_out(const Step& step, std::span<const Number> x,
                              std::span<const Number> y, const Number& temperature, SumOrder order,
                              Watch&& watch = {}) {
  switch (step.stage) {
    case Stage::max:
      return {maximum(x)};
    case Stage::sum:
      return {sum(x, order, watch)};
    case Stage::stream: {
      const Stream<Number> state = stream(x, step.scales ? temperature : Number(1), watch);
      return {state.max_logit, state.normalizer};
    }
    default:
      return each(x, [&](const Number& element) {
        return carry_out_element(step, element, y, temperature);
      });
  }
}

}  // namespace softmax
