// Every file of the folders through the fuzz target that is linked with it, without a fuzzer: what
// was once found, or is worth a look, stays tested by every compiler.
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/fuzz/properties.hpp"

int main(int count, char** words) {
  std::size_t files = 0;
  for (const char* folder : std::span(words, static_cast<std::size_t>(count)).subspan(1)) {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      std::ifstream file(entry.path(), std::ios::binary);
      const std::vector<char> content(std::istreambuf_iterator<char>(file), {});
      const std::vector<std::uint8_t> bytes(content.begin(), content.end());
      fmt::print(stderr, "{}\n", entry.path().string());
      LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
      ++files;
    }
  }
  fmt::print("{} inputs\n", files);
  return files > 0 ? 0 : 1;
}
