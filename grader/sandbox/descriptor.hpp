#pragma once
/// An open file, pipe or socket, closed when its owner goes.

#include <string>
#include <string_view>
#include <utility>

namespace softmax::grader {

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  /// Below 0 where there is none.
  [[nodiscard]] int number() const { return number_; }
  void close();

 private:
  int number_ = -1;
};

struct TwoEnds {
  Descriptor ours;
  Descriptor theirs;
};

/// All of these are closed in a program that this process starts, unless it is given them.
/// They throw std::system_error.
TwoEnds pipe_from_them();
/// Domain: kind is SOCK_STREAM or SOCK_SEQPACKET.
TwoEnds socket_pair(int kind);
/// A file in memory, which holds the text; it is read from its beginning.
Descriptor memory_file(const char* name, std::string_view text = "");

/// Reads: all that a file in memory holds.
std::string text_of(const Descriptor& memory_file);

}  // namespace softmax::grader
