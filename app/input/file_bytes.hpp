#pragma once
/// All bytes of a file or of standard input. The only I/O of the readers.

#include <cstddef>
#include <string>

namespace softmax::app {

/// 500 rows of 128,256 binary32 logits, and a bound on what a wrong path can cost.
constexpr std::size_t largest_file = std::size_t{256} << 20U;

/// Reads: the file at `path` (regular, or a pipe), or standard input if that is "-".
/// Throws: InputError, if it is missing, unreadable, a directory or over largest_file.
std::string file_bytes(const std::string& path);

}  // namespace softmax::app
