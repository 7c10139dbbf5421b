#pragma once
/// Logits out of NumPy's .npy file: what numpy.save writes.
///
/// Read are format versions 1.0, 2.0 and 3.0; float16, float32 and float64, little-endian; an
/// array of one axis, or one row of an array of two axes in C order. The file must end where its
/// data does. Every value is exact: a float16 or float32 is a double.
///
/// It is no reader of archives (.npz), pickles or memory maps.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/given.hpp"

namespace softmax::app {

/// Whether the bytes begin as an .npy file does.
bool is_npy(std::string_view bytes);

/// Computes: the array's numbers, or those of its row `row` (from 0).
/// Domain: bytes that begin as an .npy file does.
/// Throws: InputError, naming what the file holds and how to save it instead.
std::vector<Given> parse_npy(std::string_view bytes, const std::string& name,
                             std::optional<std::size_t> row);

}  // namespace softmax::app
