#include "grader/inputs.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/decode.hpp"
#include "grader/unwritten.hpp"

namespace softmax::grader {
namespace {

constexpr float masked = -std::numeric_limits<float>::infinity();

/// FNV-1a, 64 bits: a seed of its own for each stream.
Seed mixed(Seed seed, const std::string& stream) {
  for (const char letter : stream) {
    seed = (seed ^ static_cast<unsigned char>(letter)) * 0x100000001b3U;
  }
  return seed;
}

std::vector<float> plus(std::vector<float> row, float shift) {
  for (float& z : row) { z += shift; }
  return row;
}

}  // namespace

Value scalar(float x) { return std::vector<float>{x}; }
Value scalar(double x) { return std::vector<double>{x}; }
Value count(std::size_t n) { return std::vector<std::uint64_t>{n}; }
Value output(std::size_t n) { return std::vector<float>(n, unwritten<float>()); }
Value output_of_doubles(std::size_t n) { return std::vector<double>(n, unwritten<double>()); }
Value output_of_counts(std::size_t n) {
  return std::vector<std::uint64_t>(n, unwritten<std::size_t>());
}
bool is_output(const Value& argument) {
  return std::visit(
      [](const auto& row) {
        if constexpr (std::is_same_v<decltype(row), const std::vector<std::uint8_t>&>) {
          return false;
        } else {
          return !row.empty() && is_unwritten(row[0]);
        }
      },
      argument);
}
Value flags(const std::vector<bool>& mask) {
  return std::vector<std::uint8_t>(mask.begin(), mask.end());
}

Chance::Chance(Seed seed, const std::string& stream) : seed_(mixed(seed, stream)) {}

double Chance::uniform() { return softmax::uniform(seed_, drawn_++); }

float Chance::between(float low, float high) {
  const double drawn = double{low} + (double{high} - double{low}) * uniform();
  return std::min(static_cast<float>(drawn), std::nextafter(high, low));
}

std::size_t Chance::whole(std::size_t low, std::size_t high) {
  return low + static_cast<std::size_t>(uniform() * static_cast<double>(high - low + 1));
}

std::vector<float> Chance::row(std::size_t n, float low, float high) {
  std::vector<float> result(n);
  std::ranges::generate(result, [&] { return between(low, high); });
  return result;
}

std::vector<std::vector<float>> moderate_rows() {
  return {{2, 1, 0.1F},
          {0.25F},
          {3, 3, 3, 3, 3},
          {-1.5F, -2.25F, -0.75F, -60},
          {7, 1, -2, 0.5F, 3, -4, 2.5F},
          {1, -2, 0.5F, 3, 9, -4, 2.5F, 0, 8.75F},
          {-3, 0, 10},
          {0, 80, 79.5F},
          {-80, -79, -78.5F, -80},
          {-8, 20, 11, -6.5F, 0}};
}

std::vector<std::vector<float>> designed_rows() {
  const std::vector<float> row = {2, 1, 0.1F, -4, 3.5F};
  std::vector<std::vector<float>> rows = moderate_rows();
  for (const std::vector<float>& more :
       std::vector<std::vector<float>>{{-200, -201, -203.5F},
                                       {-5, -6, -5.5F},
                                       {1000, 999, 998},
                                       plus(row, 1e3F),
                                       plus(row, 1e4F),
                                       plus(row, -1e4F),
                                       {100, 0, 1},
                                       {0, 100},
                                       {0, -87, -95, -103, -104.5F},
                                       {3e38F, -3e38F, 2.99e38F},
                                       {-140.25F, -133.5F, -138, -141.75F, -150, -139, -133.25F}}) {
    rows.push_back(more);
  }
  return rows;
}

std::vector<std::vector<float>> masked_rows() {
  return {{masked, 2, 1, 0.1F},
          {2, masked, 1, masked, 0.1F},
          {-200, -201, masked},
          {masked, masked, -5, masked},
          {masked, masked, masked, 1000, 999, masked, 998}};
}

std::vector<std::vector<float>> long_rows(Seed seed) {
  std::vector<float> one_huge(1000);
  one_huge[613] = 30;
  return {std::vector<float>(5000, -2.5F), Chance(seed, "long").row(10001, -20, 5), one_huge};
}

}  // namespace softmax::grader
