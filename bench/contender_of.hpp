#pragma once
/// A contender that runs the engine's own stage templates over its kind of number.

#include <benchmark/benchmark.h>

#include <vector>

#include "bench/contender.hpp"
#include "engine/carry_out.hpp"

template <class Number>
class ContenderOf final : public Contender {
 public:
  explicit ContenderOf(std::span<const float> logits)
      : logits_(softmax::each(logits, [](float logit) { return Number(double{logit}); })),
        rows_(carried_out()) {}

  void softmax() const override { benchmark::DoNotOptimize(carried_out()); }
  void exponentials() const override { carry_out_each(softmax::Stage::exponentiate); }
  void quotients() const override { carry_out_each(softmax::Stage::divide); }

 private:
  using Rows = std::vector<std::vector<Number>>;

  /// Row k; that of the first stage, `read`, is the logits themselves.
  std::span<const Number> row(const Rows& rows, std::size_t k) const {
    return k == 0 ? logits_ : rows[k];
  }

  Rows carried_out() const {
    Rows rows(1);
    for (std::size_t k = 1; k < steps_.size(); ++k) {
      const softmax::Step& step = steps_[k];
      rows.push_back(softmax::carry_out<Number>(step, row(rows, step.first), row(rows, step.second),
                                                Number(1), softmax::SumOrder::pairwise));
    }
    return rows;
  }

  /// The stage alone, its values not kept.
  void carry_out_each(softmax::Stage stage) const {
    for (const softmax::Step& step : steps_) {
      if (step.stage != stage) { continue; }
      for (const Number& x : row(rows_, step.first)) {
        benchmark::DoNotOptimize(
            softmax::carry_out_element<Number>(step, x, row(rows_, step.second), Number(1)));
      }
    }
  }

  std::vector<softmax::Step> steps_ =
      softmax::plan(softmax::Algorithm::shifted, false, softmax::TemperatureOrder::subtract_first);
  std::vector<Number> logits_;
  Rows rows_;
};
