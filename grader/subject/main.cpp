// The process that runs the learner's code: it reads requests from one pipe, calls, and writes
// responses to another. It holds no expected value, no seed and no report.
#include <fenv.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <optional>
#include <string>

#include "grader/subject/bind.hpp"

namespace {

using namespace softmax::grader;

constexpr int requests = 0;   // standard input
constexpr int responses = 3;  // the learner's own prints go to standard output

bool read_all(char* to, std::size_t count) {
  while (count > 0) {
    const ssize_t got = read(requests, to, count);
    if (got <= 0) { return false; }
    to += got;
    count -= static_cast<std::size_t>(got);
  }
  return true;
}

void write_all(const std::string& bytes) {
  std::size_t written = 0;
  while (written < bytes.size()) {
    const ssize_t now = write(responses, bytes.data() + written, bytes.size() - written);
    if (now <= 0) { _exit(EXIT_FAILURE); }
    written += static_cast<std::size_t>(now);
  }
}

std::optional<Request> next_request() {
  std::string length(sizeof(std::uint64_t), '\0');
  if (!read_all(length.data(), length.size())) { return std::nullopt; }
  std::string body(framed_length(length), '\0');
  if (!read_all(body.data(), body.size())) { return std::nullopt; }
  return decode_request(body);
}

Response called(const Request& request) {
  if (request.call.empty()) { return {.results = request.arguments}; }
  for (const Binding& binding : bindings()) {
    if (binding.name != request.call) { continue; }
    // What one call left of the machine's state is not the next one's.
    fesetenv(FE_DFL_ENV);
    errno = 0;
    return binding.call(request.arguments);
  }
  std::abort();  // the judge asks only for what the exercise binds
}

Response response_to(const Request& request) {
  try {
    return called(request);
  } catch (...) { return what_was_thrown(); }
}

}  // namespace

int main() {
  while (const std::optional<Request> request = next_request()) {
    write_all(framed(encode(response_to(*request))));
  }
  // Without the destructors of the learner's own globals.
  _exit(EXIT_SUCCESS);
}
