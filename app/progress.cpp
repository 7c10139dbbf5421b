#include "app/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>

#include "lessons/terminal/terminal.hpp"

namespace softmax::app {

Progress progress_line(const char* what, bool at_once) {
  if (!terminal::is_terminal(STDERR_FILENO)) { return {}; }
  const auto start = std::chrono::steady_clock::now();
  const std::chrono::seconds patience(at_once ? 0 : 1);
  return [what, start, patience](double share) {
    if (std::chrono::steady_clock::now() - start < patience) { return; }
    const bool finished = share >= 1;
    const std::string line =
        finished ? "\r\x1b[K" : fmt::format("\r{}... {:.0f} %", what, 100 * share);
    static_cast<void>(std::fputs(line.c_str(), stderr));
  };
}

}  // namespace softmax::app
