#pragma once
/// The ideas of lesson 2, by the source that they stand in.

#include "lessons/page/page.hpp"

namespace softmax::lessons::exponentiate_ideas {

// why.cpp: what e to a score has that other ways do not have
page::Idea other_ways();
page::Idea positive_and_ordered();

// amplify.cpp: what grows, and what does not
page::Idea amplify();
page::Idea differences_shrink();

// ends.cpp: where a format ends it
page::Idea plus_and_minus_hundred();
page::Idea where_zero_begins();
page::Idea a_share_of_zero();
page::Idea every_format();

}  // namespace softmax::lessons::exponentiate_ideas
