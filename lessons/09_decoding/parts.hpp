#pragma once
/// The row that lesson 9 decodes, and those of its ideas that filter it.

#include <span>
#include <vector>

#include "engine/trace.hpp"
#include "lessons/page/page.hpp"

namespace softmax::lessons::decoding_parts {

constexpr double nucleus_share = 0.8;  ///< p of top-p

/// Five logits and their softmax in single precision.
const Trace& row();
std::vector<double> row_logits();
std::vector<double> shares();
const Format& format();

/// Computes: the numbers as single precision holds them.
std::vector<double> held(std::string_view numbers);

/// Computes: the softmax of the row with all tokens masked but the kept ones.
std::vector<double> softmax_again(std::span<const std::size_t> kept);

page::Idea nucleus_idea();
page::Idea order_idea();
page::Idea tiny_temperature();

}  // namespace softmax::lessons::decoding_parts
