#pragma once
/// Wrong diagnoses about range: questions of the quiz.

#include "lessons/page/page.hpp"

namespace softmax::lessons {

page::Question idle_lanes_in_the_maximum();
page::Question exp_far_below();
page::Question too_big_for_single();

}  // namespace softmax::lessons
