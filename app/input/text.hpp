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
///   later logit.
/// - 1,2 in a line and numbers in a line beside it are a table, and so are lines of two or more
///   numbers that are all as long: one row of it is chosen, as of a JSON array of rows, and all
///   rows must have one length. A line that ends in a comma goes on in the next; so do lines
///   without commas of several lengths (running text) and columns.
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
/// 0, and a header and lines without a number do not count. With `row`, the words of other lines
/// are counted, but need be no numbers.
/// Throws: InputError with line and column.
std::vector<Given> parse_text(std::string_view text, const std::string& name,
                              std::optional<std::size_t> row);

}  // namespace softmax::app
