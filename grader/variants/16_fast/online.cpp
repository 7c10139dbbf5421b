// Unusual: one pass for maximum and normalizer, in blocks of 16 that are merged, and a second one
// in which each exponential is computed anew.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {
namespace {

constexpr float mask = -std::numeric_limits<float>::infinity();
/// Longer ones round too often where a row is hardly longer than one.
constexpr std::size_t longest = 16;

void check(std::span<const float> logits, std::span<float> probabilities) {
  if (logits.empty() || logits.size() != probabilities.size()) {
    throw std::invalid_argument("sizes");
  }
  for (const float z : logits) {
    if (std::isnan(z) || z == -mask) { throw std::invalid_argument("no logit"); }
  }
}

struct Part {
  float max = mask;
  float normalizer = 0.0F;
};

Part merged(Part a, Part b) {
  const float max = std::max(a.max, b.max);
  const auto brought = [max](Part part) {
    return part.max == mask ? 0.0F : part.normalizer * std::exp(part.max - max);
  };
  return {max, brought(a) + brought(b)};
}

void take_in(Part& part, float z) {
  if (z > part.max) {
    part = merged(part, {z, 1.0F});
  } else if (z != mask) {
    part.normalizer += std::exp(z - part.max);
  }
}

}  // namespace

void softmax(std::span<const float> logits, std::span<float> probabilities) {
  check(logits, probabilities);
  Part row;
  for (std::size_t first = 0; first < logits.size(); first += longest) {
    Part block;
    for (const float z : logits.subspan(first, std::min(longest, logits.size() - first))) {
      take_in(block, z);
    }
    row = merged(row, block);
  }
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = logits[i] == mask ? 0.0F : std::exp(logits[i] - row.max) / row.normalizer;
  }
}

}  // namespace answer
