// attack: Calls somebody outside.
// namespaces: forbidden
// container: forbidden
// layer: sandbox (filter, network; container: filter)
// success: said connected
#include "answer.hpp"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstddef>
#include <cstring>
#include <stdexcept>

namespace {

void say(const char* words) {
  if (write(1, words, std::strlen(words)) < 0) { _exit(2); }
}

void attack() {
  const int line = socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const char name[] = "@name@";
  std::memcpy(address.sun_path + 1, name, sizeof name - 1);
  const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + sizeof name);
  if (connect(line, reinterpret_cast<const sockaddr*>(&address), size) == 0) { say("connected"); }
  close(line);
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
