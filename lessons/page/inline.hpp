#pragma once
/// The inline Markdown of a page, taken apart, and laid out in lines for a terminal.
///
///     spans("the **largest** logit");   // "the ", strong "largest", " logit"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/style.hpp"

namespace softmax::page {

enum class Face : std::uint8_t { plain, strong, emphasis, code };

struct Span {
  std::string text;
  Face face = Face::plain;
};

/// Computes: the spans of one paragraph. A link is its text, then its address in brackets. A mark
/// without a partner is a letter like any other.
std::vector<Span> spans(std::string_view paragraph);

/// Computes: the Markdown in lines of at most the style's width, blank lines between paragraphs,
/// list items with a hanging indent. Strong and code are bold where there is colour; without
/// colour strong text and emphasis keep their letters alone.
std::vector<std::string> lines_of_markdown(std::string_view markdown, const Style& style);

}  // namespace softmax::page
