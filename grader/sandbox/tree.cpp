#include "grader/sandbox/tree.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <ctime>
#include <string>
#include <string_view>

namespace softmax::grader {
namespace {

/// What a file of /proc holds; nothing if its process is gone.
std::string proc_text(pid_t process, const std::string& name) {
  const std::string path = "/proc/" + std::to_string(process) + "/" + name;
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) { return {}; }
  std::string text;
  std::array<char, 4096> chunk{};
  ssize_t got = 0;
  while ((got = ::read(file, chunk.data(), chunk.size())) > 0) {
    text.append(chunk.data(), static_cast<std::size_t>(got));
  }
  ::close(file);
  return text;
}

/// The whole numbers of a text, between blanks; what is no number is 0.
std::vector<long> numbers_in(std::string_view text) {
  std::vector<long> numbers;
  while (true) {
    const std::size_t start = text.find_first_not_of(" \n");
    if (start == std::string_view::npos) { return numbers; }
    text.remove_prefix(start);
    const std::string_view word = text.substr(0, text.find_first_of(" \n"));
    long number = 0;
    std::from_chars(word.data(), word.data() + word.size(), number);
    numbers.push_back(number);
    text.remove_prefix(word.size());
  }
}

}  // namespace

std::vector<pid_t> descendants(pid_t process) {
  std::vector<pid_t> found;
  std::vector<pid_t> unseen{process};
  while (!unseen.empty()) {
    const pid_t parent = unseen.back();
    unseen.pop_back();
    const std::string name = "task/" + std::to_string(parent) + "/children";
    for (const long child : numbers_in(proc_text(parent, name))) {
      found.push_back(static_cast<pid_t>(child));
      unseen.push_back(static_cast<pid_t>(child));
    }
  }
  return found;
}

double own_cpu(pid_t process) {
  clockid_t clock{};
  timespec time{};
  if (::clock_getcpuclockid(process, &clock) != 0 || ::clock_gettime(clock, &time) != 0) {
    return 0;
  }
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

double cpu_of_ended(pid_t process) {
  const std::string text = proc_text(process, "stat");
  // The name, which may hold blanks and brackets, is in brackets; the state is the first after it,
  // and cutime and cstime the fifteenth and sixteenth (proc(5)).
  const std::size_t name_end = text.rfind(')');
  if (name_end == std::string::npos) { return 0; }
  const std::vector<long> numbers = numbers_in(std::string_view(text).substr(name_end + 1));
  if (numbers.size() < 15) { return 0; }
  const auto ticks = static_cast<double>(numbers[13] + numbers[14]);
  return ticks / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

std::size_t resident(pid_t process) {
  const std::vector<long> numbers = numbers_in(proc_text(process, "statm"));
  if (numbers.size() < 2) { return 0; }
  return static_cast<std::size_t>(numbers[1]) * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

}  // namespace softmax::grader
