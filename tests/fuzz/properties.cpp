#include "tests/fuzz/properties.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstdio>
#include <cstdlib>

#include "engine/quotation.hpp"

namespace softmax::fuzz {

void require(bool condition, std::string_view what) {
  if (condition) { return; }
  fmt::print(stderr, "not so: {}\n", what);
  std::abort();
}

std::string_view text_of(std::span<const std::uint8_t> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

void require_one_line(std::string_view message) {
  const bool clean = printable(message) == message;
  require(!message.empty() && message.size() <= 300 && clean, "a message is one clear line");
}

void require_row(const std::vector<Given>& row) {
  require(!row.empty() && row.size() <= app::largest_row, "a row has 1 to largest_row numbers");
  for (const Given& number : row) {
    require(Given::is_number(number.text()), "the text of a number is one");
  }
}

void require_same(const std::vector<Given>& left, const std::vector<Given>& right) {
  require(left.size() == right.size(), "as many numbers");
  static const Format binary64 = parse_format("binary64");
  for (std::size_t i = 0; i < left.size(); ++i) {
    const auto bits = [](const Given& number) {
      return std::bit_cast<std::uint64_t>(number.held_in(binary64));
    };
    const bool same = left[i].nan() ? right[i].nan() : bits(left[i]) == bits(right[i]);
    require(same, "the same numbers");
  }
}

}  // namespace softmax::fuzz
