#pragma once
/// Inputs that checks share: rows that have shown real softmaxes wrong, and rows drawn by chance.

#include <cstddef>
#include <string>
#include <vector>

#include "grader/check.hpp"
#include "grader/value.hpp"

namespace softmax::grader {

/// Computes: an argument of one number.
Value scalar(float x);
Value scalar(double x);
Value count(std::size_t n);

/// Computes: an output parameter of so many numbers (float; double; std::size_t).
Value output(std::size_t n);
Value output_of_doubles(std::size_t n);
Value output_of_counts(std::size_t n);

/// Computes: whether it is one of these (none of size 0 is): they are filled with `unwritten`.
bool is_output(const Value& argument);

/// Computes: a mask: 1 for true.
Value flags(const std::vector<bool>& mask);

/// Numbers by chance, of a stream that the seed and a name tell: each is a pure function of both
/// and of how many were drawn (engine/decode.hpp's uniform).
class Chance {
 public:
  Chance(Seed seed, const std::string& stream);

  /// Computes: the next number in [0, 1).
  double uniform();
  /// Computes: the next float in [low, high).
  float between(float low, float high);
  /// Computes: the next whole number in [low, high].
  std::size_t whole(std::size_t low, std::size_t high);
  /// Computes: a row of floats in [low, high).
  std::vector<float> row(std::size_t n, float low, float high);

 private:
  Seed seed_;
  std::uint64_t drawn_ = 0;
};

/// Computes: rows for any softmax that subtracts the maximum, short and finite:
/// the worked example; n = 1; all equal; all negative (-5, -200 and below, where a maximum that
/// starts at 0 gives 0/0); the largest first, in the middle and last; a gap of 10 and of 30; shifts
/// by 1e3 and 1e4 of one row; tails down to subnormal probabilities; 7 and 9 logits (no multiple
/// of 4).
std::vector<std::vector<float>> designed_rows();

/// Computes: the same of numbers that an unshifted softmax survives: |z| <= 80.
std::vector<std::vector<float>> moderate_rows();

/// Computes: the rows with -inf first, in the middle, last, and all but one.
std::vector<std::vector<float>> masked_rows();

/// Computes: long rows: 5,000 equal logits (a sum of ones), 10,001 by chance, and one huge logit
/// among 999 zeros.
std::vector<std::vector<float>> long_rows(Seed seed);

}  // namespace softmax::grader
