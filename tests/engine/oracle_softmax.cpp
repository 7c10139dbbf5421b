#include <algorithm>

#include "tests/engine/oracle.hpp"

namespace softmax::oracle {
namespace {

/// (z_i - max)/T for each i, and the sum of their exponentials.
struct Shifted {
  std::vector<Truth> exponents;
  Truth largest;
  Truth normalizer;
};

Shifted shifted(std::span<const double> z, double temperature, int bits) {
  Shifted result;
  result.largest = Truth(*std::max_element(z.begin(), z.end()), bits);
  result.normalizer = Truth(0.0, bits);
  for (const double logit : z) {
    const Truth exponent = (Truth(logit, bits) - result.largest) / Truth(temperature, bits);
    result.exponents.push_back(exponent);
    result.normalizer = result.normalizer + exp(exponent);
  }
  return result;
}

}  // namespace

std::vector<Truth> softmax(std::span<const double> z, double temperature, int bits) {
  const Shifted row = shifted(z, temperature, bits);
  std::vector<Truth> result;
  for (const Truth& x : row.exponents) { result.push_back(exp(x) / row.normalizer); }
  return result;
}

std::vector<Truth> log_softmax(std::span<const double> z, double temperature, int bits) {
  const Shifted row = shifted(z, temperature, bits);
  const Truth log_normalizer = log(row.normalizer);
  std::vector<Truth> result;
  for (const Truth& x : row.exponents) { result.push_back(x - log_normalizer); }
  return result;
}

Truth log_sum_exp(std::span<const double> z, double temperature, int bits) {
  const Shifted row = shifted(z, temperature, bits);
  return log(row.normalizer) + row.largest / Truth(temperature, bits);
}

}  // namespace softmax::oracle
