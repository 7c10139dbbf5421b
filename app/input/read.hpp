#pragma once
/// One row of logits, from a file or from standard input.
///
///     const Row row = read_logits("logits.npy", 3);    // `--file logits.npy --row 3`
///     const Row typed = read_logits("-", std::nullopt);
///
/// What a file holds is told from its first bytes, never from its name: a NumPy array (npy.hpp),
/// a JSON array (json_array.hpp), or text (text.hpp).

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/input/row.hpp"
#include "engine/given.hpp"

namespace softmax::app {

/// Reads: the file at `path`, or standard input if that is "-".
/// Returns: its logits, or those of row `row` (0 is the first) where it holds several.
/// Throws: InputError, if it cannot be read, or parse_logits refuses it.
Row read_logits(const std::string& path, std::optional<std::size_t> row);

/// Computes: the same from the bytes, for which errors say `name`. No I/O.
/// Throws: InputError, if the bytes are empty, of a kind that is not read, or malformed.
std::vector<Given> parse_logits(std::string_view bytes, const std::string& name,
                                std::optional<std::size_t> row);

}  // namespace softmax::app
