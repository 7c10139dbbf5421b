#pragma once
/// What lesson 7 computes: other numbers subtracted, bits compared, ledgers side by side.

#include <cstddef>
#include <string>
#include <vector>

#include "engine/trace.hpp"
#include "lessons/page/page.hpp"

namespace softmax::lessons::lesson_07 {

/// The logits less m in binary32, and the unshifted softmax of them.
struct Lessened {
  std::vector<double> exponents;
  std::vector<double> exponentials;
  std::vector<double> shares;
};

Lessened lessened(const std::string& logits, double m);

/// Subtracted from a largest logit of a thousand it leaves subnormal exponentials.
constexpr double too_far_above = 1101;

/// Computes: numbers that are not the maximum, subtracted from a row of three.
page::Table other_numbers(const std::string& logits);

/// What became of a maximum that did not start at a logit: the largest of `start` and the logits.
Lessened with_start(const std::string& logits, double start);

/// Computes: rows whose maximum started at a number of the program's own.
page::Table wrong_starts();

/// Both ways to the shares, over all rows of three logits that are tenths from 0 to 1, in binary32.
struct Agreement {
  std::size_t rows = 0;
  std::size_t same = 0;      ///< in every bit
  std::size_t farthest = 0;  ///< as many steps of the format are between two shares at most
};

Agreement agreement_of_tenths();

/// Computes: one share of rows that differ by a constant, both ways.
page::Table rows_one_apart();

/// Computes: what reading and each stage changed of ln p, for a share of each of two traces.
page::Table ledgers(const Trace& first, std::size_t i, const Trace& second, std::size_t j);

/// Computes: the share of the second logit and its logarithm, by way of the share and without.
page::Table share_and_logarithm(const std::string& logits);

}  // namespace softmax::lessons::lesson_07
