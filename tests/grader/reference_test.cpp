// What answers are compared with, against the engine's own trace of the same row.

#include "grader/reference.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cfloat>
#include <cmath>

#include "engine/trace.hpp"
#include "grader/inputs.hpp"

namespace softmax::grader {
namespace {

/// The engine's shifted softmax of the row.
Trace traced(const std::vector<float>& row, const char* temperature = "1",
             TemperatureOrder order = TemperatureOrder::subtract_first) {
  std::vector<Given> logits;
  for (const float z : row) { logits.push_back(Given::from_text(computed_text(double{z}))); }
  Settings settings;
  settings.temperature = Given::from_text(temperature);
  settings.temperature_order = order;
  const std::vector<Algorithm> algorithms = {Algorithm::shifted};
  return trace(std::move(logits), settings, algorithms);
}

/// The distance of two enclosures over the size of one, as far as it can be told.
double relative_distance(const Certified& a, const Certified& b) {
  if (a.zero() && b.zero()) { return 0; }
  return (abs(a - b) / abs(b)).approximate();
}

double largest_size(const std::vector<float>& row) {
  double largest = 0;
  for (const float z : row) {
    if (std::isfinite(z)) { largest = std::max(largest, std::abs(double{z})); }
  }
  return largest;
}

std::vector<std::vector<float>> all_rows() {
  std::vector<std::vector<float>> rows = designed_rows();
  for (const auto& row : masked_rows()) { rows.push_back(row); }
  return rows;
}

}  // namespace

TEST_CASE("the reference is the engine's, of every row and temperature") {
  for (const auto& row : all_rows()) {
    for (const char* temperature : {"1", "0.5", "3"}) {
      CAPTURE(row, temperature);
      const Trace trace = traced(row, temperature);
      const std::vector<Certified> reference = reference_softmax(row, std::stod(temperature));
      REQUIRE(reference.size() == row.size());
      for (std::size_t i = 0; i < row.size(); ++i) {
        // 128 bits each, and a distance of up to 1e39 in the exponent of one of them.
        const Certified engine = trace.runs[0].stages.back().reference[i];
        if (engine.kind() == CertifiedKind::exponential) { continue; }  // e^x beyond 2.3e8
        REQUIRE(relative_distance(reference[i], engine) < 0x1p-90);
      }
    }
  }
}

TEST_CASE("a right softmax is accepted: what the engine computes, subtracted or scaled first") {
  for (const auto& row : all_rows()) {
    for (const char* temperature : {"1", "0.5", "3"}) {
      for (const auto order : {TemperatureOrder::subtract_first, TemperatureOrder::scale_first}) {
        CAPTURE(row, temperature);
        const double largest_scaled = largest_size(row) / std::stod(temperature);
        if (order == TemperatureOrder::scale_first && largest_scaled > double{FLT_MAX}) {
          continue;
        }
        const Trace trace = traced(row, temperature, order);
        const std::vector<Wanted> wanted = wanted_softmax(row, std::stod(temperature));
        for (std::size_t i = 0; i < row.size(); ++i) {
          REQUIRE(accepts(wanted[i], trace.runs[0].stages.back().computed[i], binary32()));
        }
      }
    }
  }
}

TEST_CASE("a probability that is off by twice what is allowed is refused") {
  for (const auto& row : designed_rows()) {
    const std::vector<Wanted> wanted = wanted_softmax(row);
    for (std::size_t i = 0; i < row.size(); ++i) {
      const double p = wanted[i].reference.approximate();
      if (p < 1e-30 || p == 1) { continue; }
      const double off = p * (1 + 2 * softmax_tolerances(row)[i]);
      CHECK_FALSE(accepts(wanted[i], double{static_cast<float>(off)}, binary32()));
    }
  }
}

TEST_CASE("a mask wants zero and nothing near it, of masks alone every probability is undefined") {
  const float masked = -INFINITY;
  const std::vector<Wanted> wanted = wanted_softmax(std::vector<float>{1, masked, 2});
  CHECK(accepts(wanted[1], 0, binary32()));
  CHECK_FALSE(accepts(wanted[1], 1e-45, binary32()));
  CHECK(accepts(wanted_softmax(std::vector<float>{masked, 7})[1], 1, binary32()));
  for (const Certified& p : reference_softmax(std::vector<float>{masked, masked})) {
    CHECK(p.undefined());
  }
}

TEST_CASE("the tolerance is the formula that its header tells") {
  const std::vector<float> row = {2, 1, -3.5F, 2};
  constexpr double u = 0x1p-24;
  const auto formula = [&](double distance, double scaled) {
    return (8 + 2 * (distance + std::log(4.0)) + 2 + scaled) * 2 * u;
  };
  CHECK(softmax_tolerances(row)[0] == formula(0, 0));
  CHECK(softmax_tolerances(row)[2] == formula(5.5, 0));
  CHECK(softmax_tolerances(row, 0.5)[2] == formula(11, 2 * 3.5 / 0.5));
}

TEST_CASE("the logarithm of the sum is that of the engine's certified numbers, or -inf") {
  for (const auto& row : all_rows()) {
    CAPTURE(row);
    const float max_logit = *std::ranges::max_element(row);
    // p_max = e^(z_max - lse)
    const auto at = static_cast<std::size_t>(std::ranges::max_element(row) - row.begin());
    const Certified p = traced(row).runs[0].stages.back().reference[at];
    const Certified lse = Certified(double{max_logit}) - log(p);
    CHECK(abs(reference_log_sum_exp(row) - lse).approximate() <=
          0x1p-100 * std::max(1.0, std::abs(double{max_logit})));
  }
  CHECK(reference_log_sum_exp(std::vector<float>{-INFINITY, -INFINITY}).kind() ==
        CertifiedKind::minus_infinity);
  CHECK(reference_log_sum_exp(std::vector<float>{0, 0}).decimal(12).digits == "0.69314718056");
}

}  // namespace softmax::grader
