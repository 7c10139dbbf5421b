#pragma once
/// The second half of lesson 6: a sum, a real row, the other formats, all failures side by side.

#include "engine/trace.hpp"
#include "lessons/page/page.hpp"

namespace softmax::lessons::lesson_06 {

/// Three logits whose exponentials fit into binary32, while their sum does not.
const Trace& large_sum();

page::Idea sum_alone();
page::Idea far_below_zero();
page::Idea in_each_format();
page::Idea five_failures();

}  // namespace softmax::lessons::lesson_06
