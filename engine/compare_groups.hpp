#pragma once
/// Many settings in few lines: those that all reproduce are one group.
///
///     shifted; binary32; any order of summation
///
/// A group names a set of values on each axis and stands for all of their combinations.

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "engine/compare.hpp"

namespace softmax {

enum class Axis : std::uint8_t {
  algorithm,
  formats,
  temperature,
  temperature_order,
  sum,
  accumulator,
  exp
};

inline constexpr std::size_t axes = 7;

/// The names on each axis, in the order of Axis.
struct Group {
  std::array<std::vector<std::string>, axes> names;

  [[nodiscard]] const std::vector<std::string>& on(Axis axis) const {
    return names.at(static_cast<std::size_t>(axis));
  }
};

/// Computes: the candidates as groups: each of them is in exactly one, and nothing else is. What
/// makes no difference to a candidate (the order of T at T = 1, say) names all that was searched.
std::vector<Group> grouped(const std::vector<Candidate>& candidates, const Question& question);

/// Computes: the group in words: "shifted or online; binary32; any order of summation".
std::string words(const Group& group);

/// Computes: one candidate in the same words: "shifted; binary32; sequential sum; ...".
std::string words(const Candidate& candidate, const Question& question);

/// Computes: "a", "a or b", "a, b or c". Domain: at least one name.
std::string any_of_them(const std::vector<std::string>& names);

/// Computes: "binary32", "binary32, stored in bfloat16" (the results) or "binary32, kept in
/// bfloat16" (the logits too).
std::string formats_text(const Candidate& candidate);

}  // namespace softmax
