// `workbook trace` alone: what tests/corpus builds with other compilers and flags.
#include <span>
#include <string>
#include <vector>

#include "app/complaint.hpp"
#include "app/trace_command.hpp"

int main(int count, char** words) {
  const std::span all(words, static_cast<std::size_t>(count));
  const std::vector<std::string> after_trace(all.begin() + 2, all.end());
  return static_cast<int>(
      softmax::app::guarded([&] { return softmax::app::trace_from_words(after_trace); }));
}
