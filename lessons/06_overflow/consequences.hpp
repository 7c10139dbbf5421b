#pragma once
/// The second half of lesson 6: a real row, the other formats, and all failures side by side.

#include <cstddef>

#include "lessons/page/page.hpp"

namespace softmax::lessons::lesson_06 {

inline constexpr std::size_t gpt2_vocabulary = 50'257;

page::Idea far_below_zero();
page::Idea in_each_format();
page::Idea five_failures();

}  // namespace softmax::lessons::lesson_06
