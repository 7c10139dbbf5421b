#pragma once
/// Markdown prose in lines for a committed page.

#include <cstddef>
#include <string>

namespace softmax::page {

/// Columns of a committed page.
constexpr std::size_t prose_width = 80;

/// Computes: one paragraph in lines of prose_width, those after the first indented, its marks as
/// they are; a line end after the last. No line begins with what would begin a list or a heading.
std::string filled(const std::string& paragraph, std::size_t indent);

/// Computes: the same of paragraphs and lists, items with a hanging indent.
std::string prose_lines(const std::string& markdown);

}  // namespace softmax::page
