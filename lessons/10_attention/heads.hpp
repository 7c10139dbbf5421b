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

/// Computes: the weights of the scores s/sqrt(d) and 0, in single precision.
std::vector<double> two_weights(double score, double d);
page::Table wrong_scales();

/// One query and one key of 64 numbers, each 32, in binary16.
Attended wide_head(ScaleOrder order);

/// Equal scores under the causal mask.
Attended causal_head(std::size_t queries, std::size_t keys);
page::Table weights_of(const Attended& head, std::string caption);

page::Idea nothing_to_see();
page::Idea finite_mask();
page::Idea sinks();
page::Idea long_rows();

}  // namespace softmax::lessons::attention_heads
