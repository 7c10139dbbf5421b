#include "engine/exact_rows.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "engine/certified_arithmetic.hpp"
#include "engine/exact_run.hpp"

namespace softmax {

class ExactPlan {
 public:
  ExactPlan(std::vector<Step> steps, HeldRow logits, double temperature, Alike alike)
      : logits_(std::move(logits)),
        temperature_(temperature),
        alike_(std::move(alike)),
        certified_(std::move(steps), logits_, temperature, alike_) {}

  [[nodiscard]] const Alike& alike() const { return alike_; }
  [[nodiscard]] const ExactRun<Certified>& certified() const { return certified_; }
  [[nodiscard]] const ExactRun<Witness>& witness() const {
    if (!witness_) { witness_.emplace(certified_.steps(), logits_, temperature_, alike_); }
    return *witness_;
  }

 private:
  HeldRow logits_;
  double temperature_;
  Alike alike_;
  ExactRun<Certified> certified_;
  mutable std::optional<ExactRun<Witness>> witness_;
};

namespace {

class GivenValues final : public ExactValues {
 public:
  explicit GivenValues(SharedRow<Given> given) : given_(std::move(given)) {}
  [[nodiscard]] std::size_t size() const override { return given_.size(); }
  [[nodiscard]] Certified certified(std::size_t i) const override { return given_[i].value(); }
  [[nodiscard]] Witness witness(std::size_t i) const override { return given_[i].witness(); }

 private:
  SharedRow<Given> given_;
};

class ReferenceValues final : public ExactValues {
 public:
  ReferenceValues(std::shared_ptr<const ExactPlan> plan, std::size_t k)
      : plan_(std::move(plan)), k_(k) {}
  [[nodiscard]] std::size_t size() const override { return plan_->certified().size(k_); }
  [[nodiscard]] Certified certified(std::size_t i) const override {
    return plan_->certified().at(k_, i);
  }
  [[nodiscard]] Witness witness(std::size_t i) const override { return plan_->witness().at(k_, i); }

 private:
  std::shared_ptr<const ExactPlan> plan_;
  std::size_t k_;
};

template <class Number>
std::vector<Number> exactly_held(const HeldRow& row) {
  return each(std::span<const double>(row), [](double held) { return Number(held); });
}

/// A stage on computed inputs. It keeps what it holds once.
class LocalValues final : public ExactValues {
 public:
  LocalValues(std::shared_ptr<const ExactPlan> plan, std::size_t k, ComputedInputs inputs,
              CertifiedRow reference)
      : plan_(std::move(plan)),
        k_(k),
        inputs_(std::move(inputs)),
        reference_(std::move(reference)),
        y_(exactly_held<Certified>(inputs_.y)),
        same_y_(has_same_y()) {
    if (is_reduction(step().stage)) { reduce(); }
  }

  [[nodiscard]] std::size_t size() const override { return reference_.size(); }

  [[nodiscard]] Certified certified(std::size_t i) const override {
    if (is_reference(i)) { return reference_[i]; }
    if (is_reduction(step().stage)) { return reduced_[i]; }
    return carry_out_element<Certified>(step(), Certified(x(i)), y_,
                                        Certified(inputs_.temperature));
  }

  [[nodiscard]] Witness witness(std::size_t i) const override {
    if (is_reference(i)) { return reference_.witness(i); }
    const Witness temperature(inputs_.temperature);
    if (is_reduction(step().stage)) {
      constexpr double nan = std::numeric_limits<double>::quiet_NaN();
      return reduced_[i].undefined() ? Witness(nan) : reduced<Witness>()[i];
    }
    return carry_out_element<Witness>(step(), Witness(x(i)), exactly_held<Witness>(inputs_.y),
                                      temperature);
  }

  [[nodiscard]] bool finite(std::size_t i) const override {
    const bool quotient = step().stage == Stage::divide && inputs_.y[0] != 0;
    const bool moderate = step().stage == Stage::exponentiate && std::fabs(x(i)) < 1e8;
    const auto finite = [](double held) { return std::isfinite(held); };
    if (!quotient && !moderate) { return certified(i).finite(); }
    return finite(x(i)) && std::all_of(inputs_.y.begin(), inputs_.y.end(), finite);
  }

  [[nodiscard]] bool is_reference(std::size_t i) const override {
    if (is_reduction(step().stage)) { return reduced_.empty(); }
    return same_y_ && same_x(i);
  }

 private:
  [[nodiscard]] const Step& step() const { return plan_->certified().steps()[k_]; }
  [[nodiscard]] double x(std::size_t i) const {
    return inputs_.x.size() == 1 ? inputs_.x[0] : inputs_.x[i];
  }

  [[nodiscard]] bool same_x(std::size_t i) const {
    if (step().first == 0) { return true; }  // the plan starts from what is held
    return Certified(x(i)).same(plan_->certified().at(step().first, i));
  }

  [[nodiscard]] bool has_same_y() const {
    if (!reads_second(step().stage)) { return true; }
    for (std::size_t j = 0; j < y_.size(); ++j) {
      if (!y_[j].same(plan_->certified().at(step().second, j))) { return false; }
    }
    return true;
  }

  template <class Number>
  [[nodiscard]] std::vector<Number> reduced() const {
    return reduce_exactly<Number>(
        step(), inputs_.x.size(), [&](std::size_t i) { return Number(inputs_.x[i]); },
        Number(inputs_.temperature), plan_->alike());
  }

  /// An infinity or a NaN that came in leaves nothing to reduce.
  void reduce() {
    std::size_t i = 0;
    while (i < inputs_.x.size() && same_x(i)) { ++i; }
    if (i == inputs_.x.size()) { return; }
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const auto undefined = [](double held) { return std::isnan(held) || held == infinity; };
    const bool broken = std::any_of(inputs_.x.begin(), inputs_.x.end(), undefined);
    reduced_ = broken ? std::vector<Certified>(size(), Certified(nan)) : reduced<Certified>();
  }

  std::shared_ptr<const ExactPlan> plan_;
  std::size_t k_;
  ComputedInputs inputs_;
  CertifiedRow reference_;
  std::vector<Certified> y_;
  bool same_y_;
  std::vector<Certified> reduced_;  ///< of a reduction whose inputs are not the plan's
};

}  // namespace

std::shared_ptr<const ExactPlan> exact_plan(std::vector<Step> steps, HeldRow logits,
                                            double temperature, Alike alike) {
  return std::make_shared<const ExactPlan>(std::move(steps), std::move(logits), temperature,
                                           std::move(alike));
}

CertifiedRow given_row(SharedRow<Given> given) {
  return CertifiedRow(std::make_shared<const GivenValues>(std::move(given)));
}

CertifiedRow reference_row(std::shared_ptr<const ExactPlan> plan, std::size_t k) {
  return CertifiedRow(std::make_shared<const ReferenceValues>(std::move(plan), k));
}

CertifiedRow local_row(std::shared_ptr<const ExactPlan> plan, std::size_t k,
                       const ComputedInputs& inputs, const CertifiedRow& reference) {
  return CertifiedRow(std::make_shared<const LocalValues>(std::move(plan), k, inputs, reference));
}

}  // namespace softmax
