#pragma once
/// Lesson 5 in three sources beside its quiz: lesson.cpp, its middle (limits.cpp), and what a
/// machine makes of a division by T (machine.cpp).
///
///     result(at(cold), 0);   // the first share of the example at that T

#include <string_view>

#include "engine/trace.hpp"
#include "lessons/page/page.hpp"

namespace softmax::lessons::heat {

constexpr std::string_view example = "2.0 1.0 0.1";
constexpr std::string_view cold = "0.5";
constexpr std::string_view neutral = "1";
constexpr std::string_view hot = "2";

/// Computes: the shifted softmax of the logits at T, in binary32.
Trace at(std::string_view temperature, std::string_view logits = example);

page::Idea both_limits();
page::Idea runtime_setting();
page::Idea three_rows();
page::Idea small_temperature();
page::Idea which_order();

}  // namespace softmax::lessons::heat
