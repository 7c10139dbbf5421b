#include "app/input/message.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/input/row.hpp"

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

std::string printable(std::string_view text) {
  std::string shown;
  for (const char c : text) {
    const auto code = static_cast<unsigned char>(c);
    shown += code < 0x20 || code >= 0x7f ? fmt::format("\\x{:02x}", code) : std::string(1, c);
  }
  return shown;
}

std::string quotation(std::string_view text) {
  constexpr std::size_t most = 40;
  return fmt::format("'{}{}'", printable(text.substr(0, most)), text.size() > most ? "..." : "");
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

std::size_t require_row(const std::string& name, std::size_t rows, std::optional<std::size_t> row) {
  if (rows == 0) { throw InputError(name + " holds no numbers"); }
  if (!row) {
    throw InputError(fmt::format("{} holds {}; choose one with {}", name, counted_rows(rows),
                                 rows_to_choose(rows)));
  }
  if (*row >= rows) {
    throw InputError(fmt::format("{} holds {}, so there is no row {}; choose {}", name,
                                 counted_rows(rows), *row, rows_to_choose(rows)));
  }
  return *row;
}

void require_no_row(const std::string& name, std::optional<std::size_t> row) {
  if (row) {
    throw InputError(fmt::format("{} holds a single row; leave out --row {}", name, *row));
  }
}

}  // namespace softmax::app
