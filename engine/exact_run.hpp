#pragma once
/// A plan in exact arithmetic: what every stage would hold there, made when it is asked for.
///
///     const ExactRun<Certified> exact(plan(...), held, temperature);
///     exact.at(5, 0);      // the certified softmax of the first held logit
///
/// Only what a stage holds once is kept (a maximum, a sum); elements are made from the held logits
/// each time, which allocates nothing. Exact arithmetic knows no order of summation: sums are
/// pairwise, for the narrowest enclosure.
/// Cost: at most one exp, one division and one subtraction an element; two exps a logit to make it.

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "engine/alike.hpp"
#include "engine/carry_out.hpp"
#include "engine/certified.hpp"
#include "engine/plan.hpp"
#include "engine/shared_row.hpp"

namespace softmax {

/// Computes: reduce(of all elements), where `reduce` is associative in exact arithmetic: block by
/// block, so that no whole row of wide numbers is ever held.
template <class Number, class At, class Reduce>
Number reduce_in_blocks(std::size_t count, At&& at, Reduce&& reduce) {
  constexpr std::size_t block = 1024;
  std::vector<Number> elements;
  std::vector<Number> results;
  for (std::size_t first = 0; first < count; first += block) {
    elements.clear();
    for (std::size_t i = first; i < std::min(count, first + block); ++i) {
      elements.emplace_back(MadeInPlace{[&] { return at(i); }});
    }
    results.push_back(reduce(std::span<const Number>(elements)));
  }
  return reduce(std::span<const Number>(results));
}

/// Whether a logit is the row's maximum itself, so that their difference is zero, exactly, though
/// their enclosures alone do not tell. (Logits that differ do so by 2^-53 of themselves at least,
/// so that they have not one enclosure.)
template <class Number>
bool same_number(const Number& logit, const Number& max_logit) {
  return max_logit.finite() && logit.same_enclosure(max_logit);
}

/// Computes: the values of a reduction of the elements at(0) to at(count - 1), exactly.
template <class Number, class At>
std::vector<Number> reduce_exactly(const Step& step, std::size_t count, At&& at,
                                   const Number& temperature, const Alike& alike) {
  const std::size_t groups = alike.groups(count);
  const auto largest = [&] {
    return reduce_in_blocks<Number>(
        groups, [&](std::size_t k) { return at(alike.group(k, count).first); }, maximum<Number>);
  };
  const auto total = [&](auto&& addend) {
    const auto of_group = [&](std::size_t k) {
      const Alike::Group group = alike.group(k, count);
      if (group.times == 1) { return addend(group.first); }
      return addend(group.first) * Number(static_cast<double>(group.times));
    };
    return reduce_in_blocks<Number>(
        groups, of_group, [](std::span<const Number> x) { return sum(x, SumOrder::pairwise); });
  };
  if (step.stage == Stage::max) { return {largest()}; }
  if (step.stage == Stage::sum) { return {total(at)}; }
  // What a stream holds in the end, whatever it held on its way.
  const Number max_logit = largest();
  if (is_masked(max_logit)) { return {max_logit, Number(0)}; }
  const Number divisor = step.scales ? temperature : Number(1);
  return {max_logit, total([&](std::size_t i) {
            const Number z = at(i);
            return same_number(z, max_logit) ? Number(1)
                                             : streamed_exponential(z, max_logit, divisor);
          })};
}

template <class Number>
class ExactRun {
 public:
  /// Domain: temperature is positive; the logits are finite or -inf.
  ExactRun(std::vector<Step> steps, HeldRow logits, double temperature, Alike alike = {})
      : steps_(std::move(steps)),
        logits_(std::move(logits)),
        temperature_(temperature),
        alike_(std::move(alike)) {
    values_.resize(steps_.size());
    for (std::size_t k = 1; k < steps_.size(); ++k) { keep_values(k); }
  }

  [[nodiscard]] const std::vector<Step>& steps() const { return steps_; }

  /// How many values the stage has.
  [[nodiscard]] std::size_t size(std::size_t k) const {
    return values_[k].empty() ? logits_.size() : values_[k].size();
  }

  /// Computes: element i of stage k; stage 0 is the held logits.
  [[nodiscard]] Number at(std::size_t k, std::size_t i) const {
    if (k == 0) { return Number(logits_[i]); }
    if (!values_[k].empty()) { return values_[k][i]; }
    const Number x = at(steps_[k].first, size(steps_[k].first) == 1 ? 0 : i);
    return element(k, x);
  }

 private:
  [[nodiscard]] Number element(std::size_t k, const Number& x) const {
    const Step& step = steps_[k];
    const std::vector<Number>& y = values_[step.second];
    const bool from_max = step.stage == Stage::subtract && steps_[step.second].stage == Stage::max;
    if (from_max && same_number(x, y[0])) { return Number(); }
    return carry_out_element<Number>(step, x, y, temperature_);
  }

  void keep_values(std::size_t k) {
    const Step& step = steps_[k];
    const std::size_t first = step.first;
    const auto input = [&](std::size_t i) { return at(first, i); };
    if (is_reduction(step.stage)) {
      values_[k] = reduce_exactly<Number>(step, size(first), input, temperature_, alike_);
    } else if (first != 0 && values_[first].size() == 1) {
      values_[k] = {element(k, values_[first][0])};
    }
  }

  std::vector<Step> steps_;
  HeldRow logits_;
  Number temperature_;
  Alike alike_;
  std::vector<std::vector<Number>> values_;  ///< of stages that hold one value, or two
};

}  // namespace softmax
