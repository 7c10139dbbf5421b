#pragma once
/// The ideas of lesson 1, by the source that they stand in, and the row that all of them look at.

#include <string>

#include "lessons/page/page.hpp"

namespace softmax::lessons::logits_ideas {

/// The lesson's four logits: their softmax in binary32.
const Trace& example();

/// Computes: logit i of the example as it was given, and its share as computed.
std::string logit(std::size_t i);
double share(std::size_t i);

// order.cpp: what softmax mends and keeps
page::Idea scores();
page::Idea shares_in_order();
page::Idea odds();

// equal.cpp: where two logits end in one share
page::Idea equal_shares();
page::Idea where_they_become_equal();
page::Idea equal_in_which_format();

// sampling.cpp: what is done with a row
page::Idea sampler();
page::Idea what_suffices();

}  // namespace softmax::lessons::logits_ideas
