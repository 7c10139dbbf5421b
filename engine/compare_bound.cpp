#include "engine/compare_bound.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace softmax {
namespace {

/// n N + constant + range R + magnitude M + log_n L.
struct Terms {
  int n = 0;
  int constant = 0;
  int range = 0;
  int magnitude = 0;
  int log_n = 0;
};

/// d of the header, k times.
Terms exponent_error(Algorithm algorithm, Scaling scaling, int k) {
  if (!shifts(algorithm)) { return {0, 0, 0, scaling == Scaling::none ? 0 : k, 0}; }
  switch (scaling) {
    case Scaling::subtract_first:
      return {0, 0, 2 * k, 0, 0};
    case Scaling::scale_first:
      return {0, 0, k, 2 * k, 0};
    case Scaling::none:
      break;
  }
  return {0, 0, k, 0, 0};
}

Terms operator+(const Terms& a, const Terms& b) {
  return {a.n + b.n, a.constant + b.constant, a.range + b.range, a.magnitude + b.magnitude,
          a.log_n + b.log_n};
}

Terms terms(Algorithm algorithm, Scaling scaling) {
  const auto d = [&](int k) { return exponent_error(algorithm, scaling, k); };
  switch (algorithm) {
    case Algorithm::unshifted:
      return Terms{1, 3, 0, 0, 0} + d(2);
    case Algorithm::shifted:
      return Terms{1, 2, 0, 0, 0} + d(2);
    case Algorithm::online:
      return Terms{3, 2, 0, 0, 0} + d(4);
    case Algorithm::division_free:
      return Terms{1, 1, 1, 0, 2} + d(2);
    case Algorithm::unshifted_division_free:
      return Terms{1, 1, 1, 1, 2} + d(2);
    case Algorithm::log_softmax:
      return Terms{1, 0, 0, 0, 1} + d(2);
    case Algorithm::log_sum_exp:
      break;
  }
  return Terms{1, 0, 0, scaling == Scaling::none ? 0 : 1, 1} + d(1);
}

void append_term(std::string& text, int times, std::string_view what) {
  if (times == 0) { return; }
  if (!text.empty()) { text += " + "; }
  text += times == 1 ? std::string(what) : fmt::format("{} {}", times, what);
}

}  // namespace

Spread spread_of(std::span<const double> logits, double temperature) {
  Spread spread{0, 0, 0};
  double low = 0;
  double high = 0;
  for (const double z : logits) {
    if (!std::isfinite(z)) { continue; }
    low = spread.n == 0 ? z : std::min(low, z);
    high = spread.n == 0 ? z : std::max(high, z);
    ++spread.n;
  }
  spread.range = (high - low) / temperature;
  spread.magnitude = std::max(std::fabs(low), std::fabs(high)) / temperature;
  return spread;
}

double run_bound(Algorithm algorithm, Scaling scaling, const Spread& s) {
  const Terms t = terms(algorithm, scaling);
  return t.n * s.n + t.constant + t.range * s.range + t.magnitude * s.magnitude +
         t.log_n * (s.n > 0 ? std::log(s.n) : 0);
}

std::string formula(Algorithm algorithm, Scaling scaling) {
  const Terms t = terms(algorithm, scaling);
  std::string text;
  append_term(text, t.n, "n");
  if (t.constant > 0) { text += fmt::format(" + {}", t.constant); }
  append_term(text, t.range, "range");
  append_term(text, t.magnitude, "max|z|/T");
  append_term(text, t.log_n, "ln n");
  return text;
}

std::string_view source(Algorithm algorithm, Scaling scaling) {
  if (scaling == Scaling::none && algorithm == Algorithm::shifted) {
    return "Blanchard, Higham and Higham 2021, Theorem 4.3";
  }
  if (scaling == Scaling::none && algorithm == Algorithm::unshifted) {
    return "Blanchard, Higham and Higham 2021, Theorem 3.3";
  }
  return "derived as Theorem 4.3 of Blanchard, Higham and Higham 2021";
}

std::optional<Allowance> allowance(Algorithm algorithm, Scaling scaling, const Spread& spread,
                                   const Format& working, const Format& stored, double normalizer) {
  if (!std::isfinite(normalizer) || !(normalizer > 0)) { return std::nullopt; }
  const bool logarithm = output_of(algorithm) != Output::probabilities;
  const bool narrowed = working.name != stored.name;
  const double in_u = 2 * run_bound(algorithm, scaling, spread);
  const double bound = in_u * unit_roundoff(working);
  const double tiny = smallest_subnormal(working);
  const double of_the_sum = spread.n * tiny / normalizer;
  Allowance both{
      bound + of_the_sum, tiny * (1 + 1 / normalizer), in_u,
      bound >= 1,         formula(algorithm, scaling), std::string(source(algorithm, scaling))};
  if (logarithm) {
    both.absolute = bound + of_the_sum;
    both.relative = 2 * unit_roundoff(working);
  }
  if (narrowed) {
    both.relative += 2 * unit_roundoff(stored);
    both.absolute += smallest_subnormal(stored);
  }
  return both;
}

}  // namespace softmax
