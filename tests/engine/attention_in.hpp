#pragma once
/// Settings and small matrices for the tests of attention.

#include <string>
#include <vector>

#include "engine/attention.hpp"
#include "tests/engine/random.hpp"

namespace softmax {

/// The default settings, in a format.
inline AttentionSettings attention_in(const std::string& format) {
  AttentionSettings settings;
  settings.arithmetic = {parse_format(format)};
  return settings;
}

/// A matrix of one number.
inline Matrix constant(std::size_t rows, std::size_t columns, double value) {
  return {rows, columns, std::vector<double>(rows * columns, value)};
}

/// Numbers of the format from -1 to 1.
inline Matrix random_matrix(std::size_t rows, std::size_t columns, const Format& format,
                            Random& random) {
  Matrix m = constant(rows, columns, 0);
  for (double& x : m.values) { x = round_to_format(random.between(-1, 1), format); }
  return m;
}

}  // namespace softmax
