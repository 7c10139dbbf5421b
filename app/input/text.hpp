#pragma once
/// Logits out of text or CSV.
///
///     # two rows of three
///     token_a, token_b, token_c
///     1.5,     -0.25,   -inf
///     2,       3e-1,    1000
///
/// - Numbers stand between blanks, line ends, commas or semicolons (not both: then a comma is
///   likely a decimal point). Nothing between two commas is an error, as it would shift every
///   later logit. A comma may end a line.
/// - '#' begins a comment, to the end of its line. -inf is a mask.
/// - The first line that holds anything may be a header: words that do not begin as numbers do.
///
/// It keeps the digits as they stand: rounding is the first stage of a trace.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/given.hpp"

namespace softmax::app {

/// Computes: all numbers in the order of reading; with `row`, those of one line. Rows count from
/// 0, and a header and lines without a number do not count. Other lines than that are not parsed.
/// Throws: InputError with line and column.
std::vector<Given> parse_text(std::string_view text, const std::string& name,
                              std::optional<std::size_t> row);

}  // namespace softmax::app
