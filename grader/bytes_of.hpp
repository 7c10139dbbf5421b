#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace softmax::grader {

/// Returns: all that the file holds. Throws: std::runtime_error where it cannot be read.
inline std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) { throw std::runtime_error(file.string() + " cannot be read"); }
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace softmax::grader
