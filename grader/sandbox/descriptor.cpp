#include "grader/sandbox/descriptor.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace softmax::grader {
namespace {

void must(bool done, const char* what) {
  if (!done) { throw std::system_error(errno, std::generic_category(), what); }
}

}  // namespace

void Descriptor::close() {
  if (number_ >= 0) { ::close(std::exchange(number_, -1)); }
}

TwoEnds pipe_from_them() {
  std::array<int, 2> ends{};
  must(::pipe2(ends.data(), O_CLOEXEC) == 0, "a pipe");
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

TwoEnds socket_pair(int kind) {
  std::array<int, 2> ends{};
  must(::socketpair(AF_UNIX, kind | SOCK_CLOEXEC, 0, ends.data()) == 0, "a pair of sockets");
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

Descriptor memory_file(const char* name, std::string_view text) {
  Descriptor file(::memfd_create(name, MFD_CLOEXEC));
  must(file.number() >= 0, "a file in memory");
  while (!text.empty()) {
    const ssize_t written = ::write(file.number(), text.data(), text.size());
    must(written > 0, "a file in memory");
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  must(::lseek(file.number(), 0, SEEK_SET) == 0, "a file in memory");
  return file;
}

std::string text_of(const Descriptor& memory_file) {
  struct stat status{};
  must(::fstat(memory_file.number(), &status) == 0, "a file in memory");
  std::string text(static_cast<std::size_t>(status.st_size), '\0');
  const ssize_t got = ::pread(memory_file.number(), text.data(), text.size(), 0);
  must(got >= 0, "a file in memory");
  text.resize(static_cast<std::size_t>(got));
  return text;
}

}  // namespace softmax::grader
