#pragma once
/// What the readers' errors have in common: a place in a text, a safe quotation, and the
/// demands that every kind of file must meet.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace softmax::app {

/// Computes: the text with control characters and all bytes beyond ASCII as \xNN: one line, and
/// nothing that a terminal would obey.
std::string printable(std::string_view text);

/// Computes: 'text' between quotes, printable, cut after 40 bytes.
std::string quotation(std::string_view text);

/// Computes: "name, line 3, column 14" for a byte of a text; both count from 1, and a column is
/// a character of UTF-8. Domain: any offset (beyond the end is the end).
std::string place(const std::string& name, std::string_view text, std::size_t offset);

/// Throws: InputError, unless the row holds 1 to largest_row numbers.
void require_row_size(const std::string& name, std::size_t count);

/// Returns: the row wanted, one of `rows`.
/// Throws: InputError, if none was asked for or it is not there.
std::size_t require_row(const std::string& name, std::size_t rows, std::optional<std::size_t> row);

/// Throws: InputError, if a row was asked for in a source that has but one.
void require_no_row(const std::string& name, std::optional<std::size_t> row);

}  // namespace softmax::app
