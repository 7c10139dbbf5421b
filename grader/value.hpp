#pragma once
/// What a call is given and what it gives back, as plain rows of numbers.
///
///     const Value logits = std::vector<float>{2, 1, 0.1F};
///     const Value temperature = std::vector<float>{0.5F};    // a scalar is a row of one
///
/// Both sides of the pipe see this header, and nothing else of the grader but wire.hpp: bits go
/// over it as they are, so that a NaN and a negative zero arrive as they were sent.

#include <cstddef>
#include <cstdint>
#include <variant>
#include <vector>

namespace softmax::grader {

/// float; double; std::size_t; bool. A struct of floats is a row of them.
using Value = std::variant<std::vector<float>, std::vector<double>, std::vector<std::uint64_t>,
                           std::vector<std::uint8_t>>;

/// Computes: how many numbers it holds.
inline std::size_t size(const Value& value) {
  return std::visit([](const auto& row) { return row.size(); }, value);
}

}  // namespace softmax::grader
