#include "grader/sandbox/ending.hpp"

#include <fmt/format.h>

#include <cstring>

namespace softmax::grader {

std::string words(const Ending& ending) {
  using How = Ending::How;
  switch (ending.how) {
    case How::exited:
      return fmt::format("ended with exit code {}", ending.code);
    case How::signalled: {
      const char* description = ::sigdescr_np(ending.code);
      return fmt::format("was ended by signal {} ({})", ending.code,
                         description == nullptr ? "unknown" : description);
    }
    case How::timed_out_cpu:
      return fmt::format("was stopped after {:.2f} s of CPU time", ending.cpu);
    case How::timed_out_wall:
      return fmt::format("was stopped after {:.2f} s, of which it computed {:.2f} s", ending.wall,
                         ending.cpu);
    case How::out_of_memory:
      return fmt::format("ran out of memory at {} MiB", ending.peak_memory >> 20U);
    case How::output_limit:
      return "was stopped because it printed too much";
    case How::forbidden:
      return "was stopped at a system call that the sandbox forbids";
    case How::stopped:
      return "was stopped";
    case How::infrastructure:
      return "could not be run: " + ending.why;
  }
  return "";
}

}  // namespace softmax::grader
