#include "engine/plan.hpp"

#include <stdexcept>
#include <string>

#include "engine/nearest_name.hpp"
#include "engine/quotation.hpp"

namespace softmax {
namespace {

/// Steps as they are appended; each call returns the index of its row.
class Planner {
 public:
  Planner(bool scaled, TemperatureOrder order) : scaled_(scaled), order_(order) {
    steps_.push_back({Stage::read});
  }

  std::size_t then(Stage stage, std::size_t first, std::size_t second = 0) {
    steps_.push_back({stage, first, second});
    return steps_.size() - 1;
  }

  /// A streamed stage divides by T where it subtracts, if that has not been done before.
  std::size_t then_streamed(Stage stage, std::size_t first, std::size_t second) {
    steps_.push_back({stage, first, second, scales_later()});
    return steps_.size() - 1;
  }

  /// The logits, divided by T here if that is to come first (or if nothing is subtracted).
  std::size_t logits(bool subtracts) {
    const bool here = scaled_ && (!subtracts || order_ == TemperatureOrder::scale_first);
    return here ? then(Stage::scale, 0) : 0;
  }

  /// x - max, divided by T here if the subtraction comes first.
  std::size_t shifted(std::size_t logits, std::size_t max_logit) {
    return scaled_later(then(Stage::subtract, logits, max_logit));
  }

  std::size_t scaled_later(std::size_t row) {
    return scales_later() ? then(Stage::scale, row) : row;
  }

  std::vector<Step> steps() { return std::move(steps_); }

 private:
  [[nodiscard]] bool scales_later() const {
    return scaled_ && order_ == TemperatureOrder::subtract_first;
  }

  bool scaled_;
  TemperatureOrder order_;
  std::vector<Step> steps_;
};

/// e^(x - log sum e^x) for a row of exponents, or, without the last stage, its logarithm.
void finish_division_free(Planner& to, std::size_t exponents, bool exponentiate_last) {
  const std::size_t exponentials = to.then(Stage::exponentiate, exponents);
  const std::size_t normalizer = to.then(Stage::sum, exponentials);
  const std::size_t log_normalizer = to.then(Stage::log, normalizer);
  const std::size_t logs = to.then(Stage::subtract, exponents, log_normalizer);
  if (exponentiate_last) { to.then(Stage::exponentiate, logs); }
}

void finish_by_division(Planner& to, std::size_t exponents) {
  const std::size_t exponentials = to.then(Stage::exponentiate, exponents);
  to.then(Stage::divide, exponentials, to.then(Stage::sum, exponentials));
}

void plan_online(Planner& to) {
  const std::size_t logits = to.logits(true);
  to.then_streamed(Stage::divide_streamed, logits, to.then_streamed(Stage::stream, logits, 0));
}

void plan_log_sum_exp(Planner& to) {
  const std::size_t logits = to.logits(true);
  const std::size_t max_logit = to.then(Stage::max, logits);
  const std::size_t exponentials = to.then(Stage::exponentiate, to.shifted(logits, max_logit));
  const std::size_t log_normalizer = to.then(Stage::log, to.then(Stage::sum, exponentials));
  to.then(Stage::add, log_normalizer, to.scaled_later(max_logit));
}

std::size_t plan_shift(Planner& to) {
  const std::size_t logits = to.logits(true);
  return to.shifted(logits, to.then(Stage::max, logits));
}

}  // namespace

std::string_view name(Algorithm algorithm) {
  switch (algorithm) {
    case Algorithm::unshifted:
      return "unshifted";
    case Algorithm::shifted:
      return "shifted";
    case Algorithm::online:
      return "online";
    case Algorithm::division_free:
      return "division_free";
    case Algorithm::unshifted_division_free:
      return "unshifted_division_free";
    case Algorithm::log_softmax:
      return "log_softmax";
    case Algorithm::log_sum_exp:
      break;
  }
  return "log_sum_exp";
}

std::string_view name(Stage stage) {
  constexpr std::array<std::string_view, 11> names = {
      "read",   "scale", "max", "subtract", "exponentiate", "sum",
      "divide", "log",   "add", "stream",   "divide"};
  return names.at(static_cast<std::size_t>(stage));
}

std::string_view name(TemperatureOrder order) {
  return order == TemperatureOrder::subtract_first ? "subtract_first" : "scale_first";
}

std::string_view name(Output output) {
  switch (output) {
    case Output::log_probabilities:
      return "log_probabilities";
    case Output::log_sum_exp:
      return "log_sum_exp";
    case Output::probabilities:
      break;
  }
  return "probabilities";
}

Algorithm parse_algorithm(std::string_view text) {
  std::vector<std::string> names;
  for (const Algorithm algorithm : all_algorithms) {
    if (name(algorithm) == text) { return algorithm; }
    names.emplace_back(name(algorithm));
  }
  throw std::invalid_argument("unknown algorithm " + quotation(text) + did_you_mean(text, names) +
                              " (one of " + joined(names) + ")");
}

Output output_of(Algorithm algorithm) {
  switch (algorithm) {
    case Algorithm::log_softmax:
      return Output::log_probabilities;
    case Algorithm::log_sum_exp:
      return Output::log_sum_exp;
    default:
      return Output::probabilities;
  }
}

std::vector<Step> plan(Algorithm algorithm, bool scaled, TemperatureOrder order) {
  Planner to(scaled, order);
  switch (algorithm) {
    case Algorithm::unshifted:
      finish_by_division(to, to.logits(false));
      break;
    case Algorithm::shifted:
      finish_by_division(to, plan_shift(to));
      break;
    case Algorithm::online:
      plan_online(to);
      break;
    case Algorithm::division_free:
      finish_division_free(to, plan_shift(to), true);
      break;
    case Algorithm::unshifted_division_free:
      finish_division_free(to, to.logits(false), true);
      break;
    case Algorithm::log_softmax:
      finish_division_free(to, plan_shift(to), false);
      break;
    case Algorithm::log_sum_exp:
      plan_log_sum_exp(to);
      break;
  }
  return to.steps();
}

}  // namespace softmax
