// Exercise 16: right, then fast.
//
// Four loops without a branch and without a call, so that a compiler may compute several elements
// at once (g++ -O3 does). It need not: the order of all additions is written down, and the result
// is the same bits either way.

#include "answer.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <stdexcept>

namespace answer {
namespace {

constexpr float mask = -std::numeric_limits<float>::infinity();
constexpr std::size_t lanes = 8;

/// Computes: e^x for x <= 0, to 2 ulp: e^x = 2^k e^r with k a whole number and |r| <= ln(2)/2.
float exponential(float x) {
  // 1.5 * 2^23: a float of this size has no fraction, so adding it rounds to a whole number, and
  // its last bits are that number.
  constexpr float to_whole = 12582912.0F;
  const float rounded = x * 1.44269504F + to_whole;
  const float k = rounded - to_whole;
  // ln 2 in two parts. The first has 15 bits, so k times it is exact, and the difference too.
  const float r = (x - k * 0.693145752F) - k * 1.42860677e-6F;
  // Taylor's series: what is left out is below r^8/8!, 5e-9 at most.
  float series = 1.0F / 5040.0F;
  series = series * r + 1.0F / 720.0F;
  series = series * r + 1.0F / 120.0F;
  series = series * r + 1.0F / 24.0F;
  series = series * r + 1.0F / 6.0F;
  series = series * r + 0.5F;
  series = series * r + 1.0F;
  series = series * r + 1.0F;
  // 2^k in two factors, each of them a normal number: k goes down to -151, where the product is
  // subnormal, and is rounded but once.
  const std::uint32_t whole =
      std::bit_cast<std::uint32_t>(rounded) - std::bit_cast<std::uint32_t>(to_whole);
  const std::uint32_t half = static_cast<std::uint32_t>(static_cast<std::int32_t>(whole) >> 1);
  const auto power = [](std::uint32_t k2) { return std::bit_cast<float>((k2 + 127) << 23); };
  const float value = series * power(half) * power(whole - half);
  // Below -104 the result is 0 in float, and below -105 what was computed is no number to keep: of
  // -inf it is NaN. All of its bits are cleared then. (A choice between two values would do, but a
  // compiler makes a branch of it, to spare itself the rest.)
  const std::uint32_t counts = 0U - static_cast<std::uint32_t>(x > -105.0F);
  return std::bit_cast<float>(std::bit_cast<std::uint32_t>(value) & counts);
}

/// Computes: the largest logit. The guard rides along, as a flag: a throw in the loop would be a
/// branch.
float checked_maximum(std::span<const float> logits) {
  float largest = mask;
  bool bad = false;
  for (const float z : logits) {
    bad |= !(z < std::numeric_limits<float>::infinity());  // NaN is not below it either
    largest = z > largest ? z : largest;
  }
  if (bad) { throw std::invalid_argument("a logit is NaN or +inf"); }
  return largest;
}

/// Computes: e^(z_i - largest) for each i, and their sum. Lane k takes each eighth of them from the
/// k-th on: eight short chains of additions in place of a long one, which is quicker, for none
/// waits for another, and more accurate, for each adds up an eighth as many.
float exponentiate(std::span<const float> logits, float largest, std::span<float> exponentials) {
  for (std::size_t i = 0; i < logits.size(); ++i) {
    exponentials[i] = exponential(logits[i] - largest);
  }
  std::array<float, lanes> sums{};
  const std::size_t whole = logits.size() - logits.size() % lanes;
  for (std::size_t i = 0; i < whole; i += lanes) {
    for (std::size_t k = 0; k < lanes; ++k) { sums[k] += exponentials[i + k]; }
  }
  // What fills no eight lanes is added here, and nothing else: an empty lane is no logit of 0.
  for (std::size_t i = whole; i < logits.size(); ++i) { sums[i - whole] += exponentials[i]; }
  float sum = 0.0F;
  for (const float lane : sums) { sum += lane; }
  return sum;
}

}  // namespace

void softmax(std::span<const float> logits, std::span<float> probabilities) {
  if (logits.empty() || logits.size() != probabilities.size()) {
    throw std::invalid_argument("a row of logits, and as many probabilities");
  }
  const float largest = checked_maximum(logits);
  // Of masks alone: -inf - -inf would be NaN. The contract has zeros.
  if (largest == mask) {
    std::fill(probabilities.begin(), probabilities.end(), 0.0F);
    return;
  }
  // The shift comes before everything: what is exponentiated is 0 or below, and no sum overflows.
  const float sum = exponentiate(logits, largest, probabilities);
  // One division for the row; a product takes a fraction of its time.
  const float share = 1.0F / sum;
  for (float& p : probabilities) { p *= share; }
}

}  // namespace answer
