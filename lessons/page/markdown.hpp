#pragma once
/// A page as Markdown that GitHub renders: what is committed as lessons/NN_topic/README.md.

#include <string>

#include "lessons/page/page.hpp"

namespace softmax::page {

/// Computes: the page. Formulas are blocks between $$; traces, bars and number lines are blocks of
/// code; answers are folded away beneath each question; speaker notes are comments.
std::string markdown_of(const Page& page);

}  // namespace softmax::page
