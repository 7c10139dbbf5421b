#pragma once
/// How much a command may use.

#include <cstddef>

namespace softmax::grader {

inline constexpr std::size_t mebibyte = std::size_t{1} << 20U;

/// Plain data: it travels into the sandbox as it is.
struct Limits {
  double cpu = 10;   ///< seconds of CPU time, of all its processes together
  double wall = 30;  ///< seconds by the clock on the wall

  /// Bytes of address space that each process may have. With address_sanitizer, which reserves
  /// terabytes: bytes of resident memory of all of them together, looked at every few milliseconds.
  std::size_t memory = 1024 * mebibyte;
  bool address_sanitizer = false;
  std::size_t stack = 8 * mebibyte;

  std::size_t file_size = 0;              ///< bytes of a file that it writes
  std::size_t open_files = 16;            ///< one more than the largest descriptor; at most 100
  std::size_t temporary = 64 * mebibyte;  ///< bytes of its /tmp (namespaces)

  std::size_t output = 16 * mebibyte;       ///< bytes that it may say on 1 and 2 together
  std::size_t output_kept = mebibyte / 16;  ///< how many of them, the first, are kept
};

}  // namespace softmax::grader
