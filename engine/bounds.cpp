#include "engine/bounds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

#include "engine/bounds_obstacle.hpp"
#include "engine/errors.hpp"

namespace softmax {
namespace {

bool division_free(Algorithm algorithm) {
  return algorithm == Algorithm::division_free || algorithm == Algorithm::unshifted_division_free;
}

// What the formulas read.

/// The unmasked elements of a run that neither over- nor underflowed.
struct Elements {
  std::vector<std::size_t> index;
  std::vector<double> logits;
  std::vector<double> below_max;      ///< (z_max - z_i)/T
  std::vector<double> probabilities;  ///< the references
  std::vector<double> errors;         ///< |computed - reference| / reference, in u
  double max_logit = 0;
  double range = 0;           ///< the largest of below_max
  double log_normalizer = 0;  ///< ln sum e^((z_i - z_max)/T) = -ln p_max

  [[nodiscard]] std::size_t count() const { return logits.size(); }
  [[nodiscard]] double n() const { return static_cast<double>(count()); }
  [[nodiscard]] std::size_t most_probable() const {
    return static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) -
                                    logits.begin());
  }
};

Elements elements_of(const Run& run, const Trace& trace) {
  const std::vector<double>& logits = run.stages[0].computed;
  const StageRow& last = run.stages.back();
  const auto errors = trace.alike.map(logits.size(), [&](std::size_t i) {
    return minus_infinite(logits[i]) ? RelativeError{}
                                     : relative_error(last, i, trace.format()).value();
  });
  Elements e;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (minus_infinite(logits[i])) { continue; }
    e.index.push_back(i);
    e.logits.push_back(logits[i]);
    e.probabilities.push_back(errors[i].reference);
    e.errors.push_back(errors[i].in_u);
  }
  const std::size_t top = e.most_probable();
  e.max_logit = e.logits[top];
  for (const double z : e.logits) {
    e.below_max.push_back((e.max_logit - z) / trace.temperature);
    e.range = std::max(e.range, e.below_max.back());
  }
  e.log_normalizer = -log(last.reference[e.index[top]]).approximate();
  return e;
}

// Normwise.

double normwise_in_u(Algorithm algorithm, const Elements& e) {
  const double y = e.max_logit + e.log_normalizer;
  const double farthest = e.range + e.log_normalizer;  // max |z_i - y|
  const double z_min = e.max_logit - e.range;
  switch (algorithm) {
    case Algorithm::unshifted:
      return e.n() + 3;
    case Algorithm::unshifted_division_free:
      return std::fabs(y) + farthest + e.n() + 2;
    case Algorithm::shifted:
      return e.n() + 2 + 2 * e.range;
    default:
      return 1 + farthest + std::fabs(y + e.n() - z_min);
  }
}

Bound theorem(std::string number, std::string formula) {
  Bound bound;
  bound.name = "normwise";
  bound.theorem = "Blanchard, Higham and Higham 2021, theorem " + std::move(number);
  bound.formula = std::move(formula);
  return bound;
}

Bound normwise(Algorithm algorithm) {
  switch (algorithm) {
    case Algorithm::unshifted:
      return theorem("3.3", "n + 3");
    case Algorithm::unshifted_division_free:
      return theorem("3.4", "|y| + max |z_i - y| + n + 2");
    case Algorithm::shifted:
      return theorem("4.3", "n + 2 + 2 (z_max - z_min)");
    default:
      return theorem("4.4", "1 + max |z_i - y| + |y + n - z_min|");
  }
}

void state(Bound& bound, double in_u, double measured_in_u, std::size_t element, double u) {
  bound.in_u = in_u;
  bound.relative = in_u * u;
  bound.measured_in_u = measured_in_u;
  bound.ratio = measured_in_u / in_u;
  bound.element = element;
  bound.vacuous = in_u * u >= 1;
}

void measure_normwise(Bound& bound, Algorithm algorithm, const Elements& e, double u) {
  const double largest = e.probabilities[e.most_probable()];
  std::size_t worst = 0;
  double measured = 0;
  for (std::size_t i = 0; i < e.count(); ++i) {
    const double error = e.errors[i] * (e.probabilities[i] / largest);
    if (error > measured) {
      measured = error;
      worst = i;
    }
  }
  state(bound, normwise_in_u(algorithm, e), measured, e.index[worst], u);
}

// Componentwise.

/// w: by how many u each exponent may be off.
std::vector<double> exponent_errors(Algorithm algorithm, const Trace& trace, const Elements& e) {
  const bool scaled = trace.temperature != 1;
  const bool scaled_first =
      !shifts(algorithm) || trace.settings.temperature_order == TemperatureOrder::scale_first;
  std::vector<double> w(e.count(), 0.0);
  for (std::size_t i = 0; i < e.count(); ++i) {
    if (shifts(algorithm)) { w[i] += e.below_max[i]; }
    if (scaled && !scaled_first) { w[i] += e.below_max[i]; }
    if (scaled && scaled_first) { w[i] += std::fabs(e.logits[i]) / trace.temperature; }
  }
  return w;
}

/// How often a running maximum changes, after the first element.
double rescalings(const Elements& e) {
  double count = 0;
  double largest = e.logits[0];
  for (const double z : e.logits) {
    if (z > largest) { ++count; }
    largest = std::max(largest, z);
  }
  return count;
}

/// The constant of summation.hpp. Adding a mask's zero is exact.
double order_constant(SumOrder order, std::size_t length, const Elements& e, double u) {
  const double sequential = e.n() - 1;
  switch (order) {
    case SumOrder::pairwise:
      return std::min(static_cast<double>(std::bit_width(length - 1)), sequential);
    case SumOrder::compensated:
      return 2 + e.n() * e.n() * u;
    default:
      return sequential;
  }
}

/// s, in u of the working format.
double summation_constant(const Trace& trace, const Elements& e) {
  const Format& accumulator = trace.settings.accumulator;
  const double u = unit_roundoff(accumulator);
  const double wider = u / unit_roundoff(trace.format());
  const double s = wider * order_constant(trace.settings.order, trace.logits.size(), e, u);
  if (wider == 1) { return s; }
  return s + std::max(wider, 1.0);
}

/// What the bounds of all elements have in common: E + 2c + s, and what ends the algorithm.
double common_in_u(Algorithm algorithm, const Trace& trace, const Elements& e,
                   const std::vector<double>& w) {
  const double c = trace.settings.arithmetic.exp == ExpSource::libm ? 2 : 1;
  const double mean = std::inner_product(w.begin(), w.end(), e.probabilities.begin(), 0.0);  // E
  const double s = algorithm == Algorithm::online ? e.n() - 1 + (1 + c) * rescalings(e)
                                                  : summation_constant(trace, e);
  if (!division_free(algorithm)) { return mean + 2 * c + s + 1; }
  const double shift = shifts(algorithm) ? 0 : e.max_logit / trace.temperature;
  return mean + 2 * c + s + c * std::fabs(shift + e.log_normalizer);
}

Bound componentwise(Algorithm algorithm) {
  Bound bound;
  bound.name = "componentwise";
  bound.theorem = "this workbook, engine/bounds.hpp";
  bound.formula =
      division_free(algorithm) ? "w_i + E + 2c + s + c |ln S| + |ln p_i|" : "w_i + E + 2c + s + 1";
  return bound;
}

void measure_componentwise(Bound& bound, Algorithm algorithm, const Trace& trace,
                           const Elements& e) {
  const double u = unit_roundoff(trace.format());
  const std::vector<double> w = exponent_errors(algorithm, trace, e);
  const double common = common_in_u(algorithm, trace, e, w);
  for (std::size_t i = 0; i < e.count(); ++i) {
    const double log_p = division_free(algorithm) ? e.below_max[i] + e.log_normalizer : 0;
    const double in_u = w[i] + common + log_p;
    const bool vacuous = in_u * u >= 1;
    const bool telling = bound.vacuous && !vacuous;
    const bool worse = bound.vacuous == vacuous && e.errors[i] / in_u > bound.ratio.value_or(-1);
    if (i == 0 || telling || worse) { state(bound, in_u, e.errors[i], e.index[i], u); }
  }
}

/// 10^exponent, exactly. Domain: 0 to 22.
double power_of_ten(int exponent) {
  double power = 1;
  for (int i = 0; i < exponent; ++i) { power *= 10; }
  return power;
}

}  // namespace

std::vector<Bound> bounds(const Run& run, const Trace& trace) {
  std::vector<Bound> result;
  if (output_of(run.algorithm) != Output::probabilities) { return result; }
  if (run.algorithm != Algorithm::online) {
    result.push_back(normwise(run.algorithm));
    result.back().why_not = normwise_obstacle(trace);
  }
  result.push_back(componentwise(run.algorithm));
  result.back().why_not = componentwise_obstacle(run.algorithm, trace);
  const std::string trouble = obstacle(run, trace);
  for (Bound& bound : result) {
    if (bound.why_not.empty()) { bound.why_not = trouble; }
    bound.applies = bound.why_not.empty();
  }
  if (!trouble.empty()) { return result; }
  const Elements e = elements_of(run, trace);
  for (Bound& bound : result) {
    if (!bound.applies) { continue; }
    if (bound.name == "normwise") {
      measure_normwise(bound, run.algorithm, e, unit_roundoff(trace.format()));
    } else {
      measure_componentwise(bound, run.algorithm, trace, e);
    }
  }
  return result;
}

std::string bound_text(double bound) {
  const double below = bound * (1 - 0x1p-48);  // a bound is no sharper than that itself
  int decimals = 5;                            // of six significant digits
  while (decimals > -300 && bound >= power_of_ten(6 - decimals)) { --decimals; }
  while (bound * power_of_ten(decimals - 5) < 1) { ++decimals; }
  const double scale = power_of_ten(std::abs(decimals));
  const double up =
      decimals < 0 ? std::ceil(below / scale) * scale : std::ceil(below * scale) / scale;
  return fmt::format("{:.6g}", up);
}

}  // namespace softmax
