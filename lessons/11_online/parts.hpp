#pragma once
/// The row that lesson 11 streams, and its ideas about blocks.

#include <span>
#include <string>
#include <vector>

#include "engine/blocks.hpp"
#include "lessons/page/page.hpp"

namespace softmax::lessons::online_parts {

const Format& format();
std::string row_text();
std::vector<double> row();

/// Computes: the maximum and the normalizer of some logits, streamed in single precision.
HeldStream stream_of(std::span<const double> logits);

page::Idea blocks_idea();
page::Idea neutral();
page::Idea bits();
page::Idea where_used();

}  // namespace softmax::lessons::online_parts
