#pragma once
/// Logits out of a JSON array.
///
///     [1000, 999.5, "-inf"]          one row
///     [[1, 2, 3], [4, 5, 6]]         two rows of equal length: one is chosen by `row`
///
/// JSON has no infinities, so the strings "-inf", "-Infinity", "inf", "nan" stand for them; a
/// mask is "-inf". Every other string, null, true, an object or a deeper array is refused.
///
/// It keeps the digits as they stand: 0.1 is not rounded to a double on its way.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/given.hpp"

namespace softmax::app {

/// Computes: the numbers of the array, or of its row `row` (from 0). Every row is checked.
/// Domain: a number is below 1.8e308 in size, which is every format's largest.
/// Throws: InputError with line and column, and the element where there is one.
std::vector<Given> parse_json_array(std::string_view text, const std::string& name,
                                    std::optional<std::size_t> row);

}  // namespace softmax::app
