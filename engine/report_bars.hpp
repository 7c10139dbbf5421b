#pragma once
/// The bars of a text report: a line an element, as long as its probability.

#include <cstddef>
#include <string>
#include <vector>

#include "engine/style.hpp"
#include "engine/trace.hpp"

namespace softmax {

/// Computes: a bar as long as its share of the width, honest to an eighth of a character; nothing
/// of a share that is NaN.
std::string bar(double share, std::size_t width, const Style& style);

/// Computes: a heading and a bar for each of these elements, of the last run that gives
/// probabilities and did not break (of the last, if all broke); nothing where no run gives any.
/// A probability that is no number has no bar. A narrow style gets shorter bars, then narrower
/// labels, then none of the logits.
std::string text_of_bars(const Trace& trace, const std::vector<std::size_t>& elements,
                         const Style& style);

}  // namespace softmax
