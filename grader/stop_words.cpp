#include "grader/stop_words.hpp"

#include <fmt/format.h>

namespace softmax::grader {

std::string stop_words(const Ending& ending, double cpu_seconds) {
  switch (ending.how) {
    case Ending::How::timed_out_cpu:
      return fmt::format("was stopped: it may compute for {:g} s", cpu_seconds);
    case Ending::How::timed_out_wall:
      return "was stopped: it waited, and did not come back";
    case Ending::How::out_of_memory:
      return "ran out of memory";
    default:
      return words(ending);
  }
}

}  // namespace softmax::grader
