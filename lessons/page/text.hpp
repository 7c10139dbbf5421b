#pragma once
/// A whole page as text, in order: for a pipe, a file or a screen reader.

#include <string>

#include "engine/style.hpp"
#include "lessons/page/page.hpp"

namespace softmax::page {

/// Computes: the page; questions where they are asked, all answers at the end; no speaker notes.
std::string text_of(const Page& page, const Style& style);

/// Computes: the questions of the quiz alone, numbered, the answers at the end.
std::string text_of_quiz(const Page& page, const Style& style);

}  // namespace softmax::page
