#pragma once
/// The columns of a table of stages: their headings, and which a narrow screen has room for.

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace softmax {

/// The first is the element's.
constexpr std::array<std::string_view, 5> column_headings = {"", "computed", "reference", "ulp",
                                                             "outcome"};

/// The width of each column; 0 where it is left out.
using ColumnWidths = std::array<std::size_t, column_headings.size()>;

/// Computes: the width of a line, with a blank between columns.
std::size_t line_width(const ColumnWidths& widths);

/// Computes: the widths without the least needed columns, as few as will do for a line of at
/// most `most`. First goes the reference, then the ulp, then the outcome; the computed value stays.
ColumnWidths narrowed(ColumnWidths widths, std::size_t most);

/// Computes: what they leave out of the full ones: "left out: reference, ulp (48 columns fit
/// all)", or nothing.
std::string left_out(const ColumnWidths& widths, const ColumnWidths& full);

}  // namespace softmax
