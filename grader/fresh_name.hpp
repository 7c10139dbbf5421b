#pragma once
/// A name to write under, before a file is put in place by a rename.

#include <fmt/format.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>

namespace softmax::grader {

/// Computes: a name beside the file that no other process and no other thread takes.
inline std::filesystem::path fresh_name(const std::filesystem::path& file) {
  static std::atomic<unsigned> taken = 0;
  return fmt::format("{}.{}-{}", file.string(), getpid(), taken++);
}

}  // namespace softmax::grader
