#pragma once
/// What lesson 12 computes, and its tables.

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "lessons/page/compute.hpp"

namespace softmax::lessons::runtimes {

/// The sizes of a model, as its configuration file gives them.
struct Model {
  std::size_t billions;  ///< of parameters
  std::size_t layers;
  std::size_t heads;
  std::size_t width;  ///< of the hidden vector
  std::size_t head_width;
  std::size_t vocabulary;
};

/// The smaller one of the first release.
constexpr Model llama_3 = {8, 32, 32, 4096, 128, 128'256};

/// Computes: how many rows of attention take a softmax for one new token.
constexpr std::size_t attention_rows(const Model& model) { return model.layers * model.heads; }

// --- attention ---

constexpr std::size_t gpt_2_head_width = 64;

/// Computes: one query over four keys, the last one masked, in the order of `ggml_soft_max_ext`:
/// scale, mask, maximum, exponentials, sum, shares.
page::Table masked_row(std::string caption);

constexpr std::size_t sloped_heads = 8;
constexpr double largest_bias = 8;

/// Computes: 2^(-largest_bias h / sloped_heads) of head h, from 1: a power of two here.
double slope(std::size_t head);

/// Computes: the shares of keys at growing distance, whose scores are equal, in three heads.
page::Table sloped_shares(std::string caption);

/// Computes: the logits of such a head: minus slope times distance.
std::vector<Given> biases(std::size_t head);

// --- the sampler ---

constexpr std::string_view worked_example = "2.0 1.0 0.1";

inline constexpr std::array<std::string_view, 3> requests = {"0.5", "1", "2"};  ///< T of each

/// Computes: the shares of the worked example at those temperatures.
page::Table temperatures(std::string caption);

// --- log-probabilities ---

/// Computes: log-probabilities of the worked example, as the format holds them.
Trace log_probabilities(std::string_view format);

/// Computes: the shifted softmax of what the last row of a run holds.
Trace softmax_of_results(const Trace& results, std::size_t run = 0);

/// Computes: logits, log-probabilities, and the softmax of either.
page::Table there_and_back(std::string caption, std::string_view format);

// --- siblings ---

/// The two largest logits of a real row of GPT-2, to three decimals; the same gap elsewhere.
struct Sibling {
  std::string_view name;
  std::string_view logits;
};
inline constexpr std::array siblings = {
    Sibling{"GPT-2, one prompt", "-135.913 -136.684"},
    Sibling{"like another prompt", "-92.913 -93.684"},
    Sibling{"a higher sibling", "-39.913 -40.684"},
    Sibling{"the maximum at zero", "0 -0.771"},
};

/// Computes: the first share of each, unshifted and shifted, and shifted in bfloat16.
page::Table at_every_height(std::string caption);

// --- cost ---

/// Computes: multiplications and exps of one new token, at the output and in attention.
page::Table costs(std::string caption);

// --- ideas, in output.cpp ---

page::Idea log_probabilities_as_logits();
page::Idea height();
page::Idea same_gaps();
page::Idea cost();

}  // namespace softmax::lessons::runtimes
