#include "lessons/terminal/session.hpp"

#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <cstdio>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/lessons/sample_page.hpp"

using namespace softmax;
using namespace softmax::terminal;

namespace {

const page::Page sample = sample_page();

/// Standard output goes into a file while this lives.
class Output {
 public:
  Output() : real_(::dup(STDOUT_FILENO)) {
    static_cast<void>(std::fflush(stdout));
    ::dup2(::fileno(file_), STDOUT_FILENO);
  }
  ~Output() {
    static_cast<void>(std::fflush(stdout));
    ::dup2(real_, STDOUT_FILENO);
    ::close(real_);
    static_cast<void>(std::fclose(file_));
  }
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  [[nodiscard]] std::string text() const {
    std::string all;
    std::rewind(file_);
    for (int c = std::fgetc(file_); c != EOF; c = std::fgetc(file_)) {
      all += static_cast<char>(c);
    }
    return all;
  }

 private:
  std::FILE* file_ = std::tmpfile();
  int real_;
};

struct Told {
  std::vector<std::string> all;  ///< "sample/guess=2", "one", "end finished"
  std::string screens;
};

/// What a memory is told while these lines are read; it fails when it is told `fails_at`.
Told read(const std::string& lines, const std::string& fails_at = "") {
  Told told;
  const auto tell = [&](const std::string& what) {
    told.all.push_back(what);
    if (what == fails_at) { throw std::runtime_error("the disk is full"); }
  };
  const Memory memory = {
      [&](const GivenAnswer& answer) { tell(answer.question + "=" + answer.typed); },
      [&](const std::string& idea, bool finished) { tell(idea + (finished ? " finished" : "")); }};
  Reader reader(sample, Reader::Mode::learn);
  std::istringstream input(lines);
  const Output output;
  read_through(reader, memory, input);
  told.screens = output.text();
  return told;
}

std::size_t times(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("An answer is told once, whether the reader quits after it or the input ends") {
  for (const char* end : {"", "q\n", "rubbish\n"}) {
    CHECK(read("g 1\n2\n" + std::string(end)).all == Texts{"one", "sample/guess=2"});
  }
  CHECK(read("g 1\n2").all == Texts{"one", "sample/guess=2"});
}

TEST_CASE("A place is told when it changes, and the end as finished") {
  CHECK(read("").all.empty());
  CHECK(read("g 2\nb\nb\ng 1\ng 0\n").all == Texts{"two", "one", ""});
  const Told told = read("g 3\na\n\n\n\na\n\na\n\na\n\n\n");
  CHECK(told.all == Texts{"three", "sample/share=", "remember", "quiz",
                          "sample/first=", "sample/second=", "sample/third=", "end finished"});
}

TEST_CASE("A memory that fails is not told any more; the reader is, once, and reading goes on") {
  const Told told = read("g 1\n1\n\ng 3\n0.66\n", "sample/guess=1");
  CHECK(told.all == Texts{"one", "sample/guess=1"});
  CHECK(times(told.screens, "Your progress is not kept: the disk is full") == 1);
  CHECK(times(told.screens, "The third idea (5/11)") == 2);
}

TEST_CASE("A trace is stepped through once, and then the lesson goes on") {
  const Told once = read("g 2\ns\nq\n");
  CHECK(times(once.screens, "[S]tage back") == 1);
  CHECK(times(once.screens, "The second idea (4/11)") == 2);
  CHECK(times(read("g 2\ns\n").screens, "[S]tage back") == 1);
}
