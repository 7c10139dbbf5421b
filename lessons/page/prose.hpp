#pragma once
/// Markdown prose in lines for a committed page.

#include <string>

namespace softmax::page {

/// Computes: the text in lines of 80 columns, list items with a hanging indent, its marks as they
/// are; a line end after the last.
std::string prose_lines(const std::string& markdown);

}  // namespace softmax::page
