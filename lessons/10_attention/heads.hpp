#pragma once
/// The small heads that lesson 10 looks at, and those of its ideas that mask.

#include <string>
#include <vector>

#include "engine/attention.hpp"
#include "lessons/page/page.hpp"

namespace softmax::lessons::attention_heads {

/// One query and three keys of four numbers.
Attended small_head();
Matrix small_values();
double mean_of_values();

constexpr std::size_t head_width = 64;
constexpr std::size_t model_width = 512;
constexpr double unscaled_score = 8;  ///< beside a score of 0
constexpr double wide_number = 32;    ///< all numbers of the wide head

/// Computes: the weights of the scores unscaled_score/sqrt(d) and 0, in single precision.
std::vector<double> two_weights(double d);
page::Table wrong_scales();

/// One query and one key of the width, all their numbers alike, in binary16.
Attended wide_head(ScaleOrder order);

/// Equal scores under the causal mask.
Attended causal_head(std::size_t queries, std::size_t keys);
page::Table weights_of(const Attended& head, std::string caption);

page::Idea nothing_to_see();
page::Idea finite_mask();
page::Idea sinks();
page::Idea long_rows();

}  // namespace softmax::lessons::attention_heads
