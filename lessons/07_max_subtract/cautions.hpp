#pragma once
/// The second half of lesson 7: what the shift costs, what it leaves, and how it is done wrong.

#include "lessons/page/page.hpp"

namespace softmax::lessons::lesson_07 {

page::Idea what_it_costs();
page::Idea what_still_underflows();
page::Idea wrong_start();
page::Idea every_implementation();

}  // namespace softmax::lessons::lesson_07
