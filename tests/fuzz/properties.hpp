#pragma once
/// What must hold of every reader on every input: it gives a row, or refuses in one clear line.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/given.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace softmax::fuzz {

/// Does: stops the program with `what` unless the condition holds; the fuzzer keeps the input.
void require(bool condition, std::string_view what);

/// Computes: the fuzzer's bytes as text.
std::string_view text_of(std::span<const std::uint8_t> bytes);

/// Does: calls read(row) with no row and with rows 0, 1 and 2.
/// Requires: each call gives a row of numbers, or throws an InputError of one line of printable
/// characters, at most 300 bytes, that begins with "x". Another exception gets through.
/// Returns: the rows that were read.
template <class Read>
std::vector<std::vector<Given>> rows_read(const Read& read);

/// Requires: the two rows hold the same numbers (a NaN is a NaN).
void require_same(const std::vector<Given>& left, const std::vector<Given>& right);

/// Requires: a message of one line of printable characters, at most 300 bytes.
void require_one_line(std::string_view message);

void require_row(const std::vector<Given>& row);

}  // namespace softmax::fuzz

#include "app/input/row.hpp"

template <class Read>
std::vector<std::vector<softmax::Given>> softmax::fuzz::rows_read(const Read& read) {
  std::vector<std::vector<Given>> rows;
  for (const auto row : {std::optional<std::size_t>{}, std::optional<std::size_t>{0},
                         std::optional<std::size_t>{1}, std::optional<std::size_t>{2}}) {
    try {
      rows.push_back(read(row));
      require_row(rows.back());
    } catch (const app::InputError& error) {
      require(std::string_view(error.what()).starts_with('x'), "an error names its source");
      require_one_line(error.what());
    }
  }
  return rows;
}
