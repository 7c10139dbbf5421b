#pragma once
/// The header of a NumPy .npy file: a Python dictionary in text.
///
///     {'descr': '<f4', 'fortran_order': False, 'shape': (50257,), }
///
/// Exactly these three keys, in any order and with any white space, as NumPy itself demands.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace softmax::app {

struct NpyHeader {
  std::string descr;  ///< "<f4"; of a structured type "[...", which no reader of rows takes
  bool fortran_order = false;
  std::vector<std::uint64_t> shape;
};

/// Computes: the dictionary. `offset` is where it begins in the file, for errors.
/// Throws: InputError with the byte of the file.
NpyHeader parse_npy_header(std::string_view dictionary, const std::string& name,
                           std::size_t offset);

}  // namespace softmax::app
