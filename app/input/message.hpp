#pragma once
/// What the errors of input have in common: a word that is no number, a place in a text, and the
/// demands that every kind of file must meet.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace softmax::app {

/// Computes: how errors and titles name the source: the path on one line, or "standard input".
std::string source_name(const std::string& path);

/// Computes: "'x' is not a number; " and the remedy; of a typographic minus sign what to write.
std::string not_a_number(std::string_view word, std::string_view remedy);

/// Computes: "name, line 3, column 14" for a byte of a text; both count from 1, and a column is
/// a character of UTF-8. Domain: any offset (beyond the end is the end).
std::string place(const std::string& name, std::string_view text, std::size_t offset);

/// Throws: InputError, unless the row holds 1 to largest_row numbers.
void require_row_size(const std::string& name, std::size_t count);

/// Returns: the row wanted, one of `rows`.
/// Throws: InputError, if none was asked for (what else might be done, `or_else` says) or it is not
/// there.
std::size_t require_row(const std::string& name, std::size_t rows, std::optional<std::size_t> row,
                        std::string_view or_else = "");

/// Does: the refusal of a table where a row is not as long as the first.
/// Throws: InputError.
[[noreturn]] void refuse_ragged(const std::string& where, std::size_t row, std::size_t width,
                                std::size_t first_width, std::string_view or_else = "");

/// Throws: InputError, if a row was asked for in a source that has but one.
void require_no_row(const std::string& name, std::optional<std::size_t> row);

}  // namespace softmax::app
