#include "engine/table_columns.hpp"

#include <fmt/format.h>

#include <vector>

#include "engine/nearest_name.hpp"

namespace softmax {

std::size_t line_width(const ColumnWidths& widths) {
  std::size_t sum = 0;
  for (const std::size_t width : widths) { sum += width > 0 ? width + 1 : 0; }
  return sum > 0 ? sum - 1 : 0;
}

ColumnWidths narrowed(ColumnWidths widths, std::size_t most) {
  constexpr std::array<std::size_t, 3> least_needed_first = {2, 3, 4};
  for (const std::size_t column : least_needed_first) {
    if (line_width(widths) > most) { widths[column] = 0; }
  }
  return widths;
}

std::string left_out(const ColumnWidths& widths, const ColumnWidths& full) {
  std::vector<std::string> names;
  for (std::size_t k = 0; k < widths.size(); ++k) {
    if (widths[k] < full[k]) { names.emplace_back(column_headings[k]); }
  }
  if (names.empty()) { return ""; }
  return fmt::format("left out: {} ({} columns fit all)", joined(names), line_width(full));
}

}  // namespace softmax
