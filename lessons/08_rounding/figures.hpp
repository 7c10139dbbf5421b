#pragma once
/// What lesson 8 computes, its tables, and the ideas of its second half.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "lessons/page/compute.hpp"

namespace softmax::lessons::roundings {

// --- one number ---

/// Computes: the gap at y.
Certified gap(double y, std::string_view format);

/// Computes: the gaps of a format between powers of two, and where some numbers fall.
page::NumberLine gaps(std::string caption, std::string_view format, std::vector<page::Mark> marks);

/// Computes: the number, read in each format.
page::Table readings(std::string caption, std::string_view number);

// --- two rows ---

/// Computes: two logits, unshifted, in binary32.
const Trace& small_row();

/// Computes: three logits near each other and far from zero, shifted, with T applied first or last.
const Trace& far_row(TemperatureOrder order);

/// Computes: of element i at each stage that has one: computed, its error, and the two parts of it.
page::Table errors_of(std::string caption, const Run& run, std::size_t i, const Format& format);

/// Computes: what each stage of the far row costs ln p of element i in both orders, in u.
page::Table ledgers(std::string caption, std::size_t i);

// --- sums ---

constexpr std::size_t many = 4096;           ///< zeros, in binary16
constexpr std::size_t vocabulary = 128'256;  ///< of Llama 3

/// Computes: the shifted trace of `many` zeros in binary16, summed in that order.
Trace many_zeros(SumOrder order);

/// Computes: the running sum of a trace around the place where it stalls.
page::Table running_sum(std::string caption, const Trace& trace);

/// Computes: of the zeros in three orders, the sum, the componentwise bound, and the error.
page::Table zeros_in_each_order(std::string caption);

/// A long row of exponentials, added up in one way.
struct LongSum {
  std::string how;
  double sum = 0;
  double error_in_u = 0;
};

/// Computes: all ways, the sequential one first. Cost: some milliseconds.
const std::vector<LongSum>& long_sums();
page::Table table_of_long_sums(std::string caption);

/// Computes: ceil(log2 n), the additions that an addend of a pairwise sum goes through.
std::size_t halvings(std::size_t n);

// --- theory ---

/// Computes: the normwise bound and the measured error of a shifted softmax in each format.
page::Table bounds_in_each_format(std::string caption, std::string_view logits);

// --- ideas, in long_rows.cpp ---

page::Idea stall();
page::Idea order();
page::Idea theory();
page::Idea sharper();

}  // namespace softmax::lessons::roundings
