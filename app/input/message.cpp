#include "app/input/message.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/input/row.hpp"
#include "engine/quotation.hpp"

namespace softmax::app {
namespace {

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }

std::string rows_to_choose(std::size_t rows) {
  return rows == 1 ? "--row 0" : fmt::format("--row 0 to --row {}", rows - 1);
}

std::string counted_rows(std::size_t rows) {
  return fmt::format("{} row{}", rows, &"s"[rows == 1]);
}

}  // namespace

std::string source_name(const std::string& path) {
  if (path.empty()) { return "''"; }
  return path == "-" ? "standard input" : printable(path);
}

std::string not_a_number(std::string_view word, std::string_view remedy) {
  constexpr std::string_view typographic_minus = "\xe2\x88\x92";  // U+2212
  if (word.starts_with(typographic_minus)) {
    return quotation(word) + " begins with the minus sign U+2212; write -";
  }
  return fmt::format("{} is not a number; {}", quotation(word), remedy);
}

std::string place(const std::string& name, std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const std::string_view line = before.substr(before.rfind('\n') + 1);
  const auto characters = std::count_if(line.begin(), line.end(), begins_character);
  return fmt::format("{}, line {}, column {}", name, lines + 1, characters + 1);
}

void require_row_size(const std::string& name, std::size_t count) {
  if (count == 0) { throw InputError(name + " holds no numbers"); }
  if (count > largest_row) {
    throw InputError(
        fmt::format("{} holds over {} numbers in a row, the most that are read; "
                    "save a shorter row",
                    name, largest_row));
  }
}

std::size_t require_row(const std::string& name, std::size_t rows, std::optional<std::size_t> row,
                        std::string_view or_else) {
  if (rows == 0) { throw InputError(name + " holds no numbers"); }
  if (!row) {
    throw InputError(fmt::format("{} holds {}; choose one with {}{}", name, counted_rows(rows),
                                 rows_to_choose(rows), or_else));
  }
  if (*row >= rows) {
    throw InputError(fmt::format("{} holds {}, so there is no row {}; choose {}", name,
                                 counted_rows(rows), *row, rows_to_choose(rows)));
  }
  return *row;
}

void refuse_ragged(const std::string& where, std::size_t row, std::size_t width,
                   std::size_t first_width, std::string_view or_else) {
  throw InputError(fmt::format(
      "{}: row {} holds {} number{} and row 0 holds {}; give all rows the same length{}", where,
      row, width, &"s"[width == 1], first_width, or_else));
}

void require_no_row(const std::string& name, std::optional<std::size_t> row) {
  if (row) {
    throw InputError(fmt::format("{} holds a single row; leave out --row {}", name, *row));
  }
}

}  // namespace softmax::app
