#include "grader/subject_process.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <stdexcept>

namespace softmax::grader {
namespace {

using Clock = std::chrono::steady_clock;

/// What an answer may send back: its results, and the words of an exception.
std::size_t most_bytes(const Case& one) {
  std::size_t bytes = 65536;
  for (const std::vector<Wanted>& row : one.results) { bytes += 8 * row.size() + 64; }
  return bytes;
}

std::string requests_of(const Check& check) {
  std::string bytes;
  for (const Case& one : check.cases) { bytes += framed(encode(Request{one.call, one.arguments})); }
  return bytes;
}

/// The bytes that have come back, message by message.
class Inbox {
 public:
  void add(std::string_view bytes) { bytes_.append(bytes); }
  [[nodiscard]] bool too_long(std::size_t most) const {
    return bytes_.size() >= 8 && framed_length(bytes_) > most;
  }
  std::optional<std::string> take() {
    if (bytes_.size() < 8) { return std::nullopt; }
    const std::uint64_t length = framed_length(bytes_);
    if (bytes_.size() - 8 < length) { return std::nullopt; }
    std::string body = bytes_.substr(8, length);
    bytes_.erase(0, 8 + length);
    return body;
  }
  [[nodiscard]] bool empty() const { return bytes_.empty(); }

 private:
  std::string bytes_;
};

int milliseconds_until(Clock::time_point end) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
  return std::max(0, static_cast<int>(left.count()));
}

}  // namespace

SubjectProcess::SubjectProcess(std::filesystem::path program, Limits limits)
    : program_(std::move(program)), limits_(limits) {}

SubjectProcess::~SubjectProcess() { stop(); }

void SubjectProcess::start() {
  std::array<int, 2> to{};
  std::array<int, 2> from{};
  if (pipe2(to.data(), O_CLOEXEC) != 0 || pipe2(from.data(), O_CLOEXEC) != 0) {
    throw std::runtime_error("no pipe is to be had");
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, to[0], STDIN_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, from[1], 3);
  std::string word = program_.string();
  std::array<char*, 2> argv{word.data(), nullptr};
  std::array<char*, 1> environment{nullptr};
  const int failed =
      posix_spawn(&child_, word.c_str(), &actions, nullptr, argv.data(), environment.data());
  posix_spawn_file_actions_destroy(&actions);
  close(to[0]);
  close(from[1]);
  requests_ = to[1];
  responses_ = from[0];
  if (failed != 0) { throw std::runtime_error(word + " cannot be run"); }
  fcntl(requests_, F_SETFL, O_NONBLOCK);
}

void SubjectProcess::stop() {
  if (child_ == 0) { return; }
  kill(child_, SIGKILL);
  why_gone();
}

/// Waits for the end of a process that has closed its pipe, or was killed.
Stop SubjectProcess::why_gone() {
  int status = 0;
  while (waitpid(child_, &status, 0) < 0 && errno == EINTR) {}
  close(requests_);
  close(responses_);
  child_ = 0;
  if (WIFEXITED(status)) {
    return {Verdict::protocol, fmt::format("the program ended with exit code {} and gave no result",
                                           WEXITSTATUS(status))};
  }
  return {Verdict::crash,
          fmt::format("signal {} ({})", WTERMSIG(status), strsignal(WTERMSIG(status)))};
}

std::vector<Observed> SubjectProcess::observe(const Check& check) {
  if (child_ == 0) { start(); }
  std::vector<Observed> observed;
  Inbox inbox;
  const std::string requests = requests_of(check);
  std::size_t sent = 0;
  const auto end = Clock::now() + std::chrono::duration<double>(limits_.check_seconds);
  while (observed.size() < check.cases.size()) {
    std::array<pollfd, 2> fds{pollfd{responses_, POLLIN, 0},
                              pollfd{sent < requests.size() ? requests_ : -1, POLLOUT, 0}};
    const int ready = poll(fds.data(), fds.size(),
                           milliseconds_until(std::chrono::time_point_cast<Clock::duration>(end)));
    if (ready == 0) {
      stop();
      observed.emplace_back(Stop{Verdict::time_out, "it took too long"});
      return observed;
    }
    if ((fds[1].revents & POLLOUT) != 0) {
      const ssize_t now = write(requests_, requests.data() + sent, requests.size() - sent);
      if (now > 0) { sent += static_cast<std::size_t>(now); }
    } else if ((fds[1].revents & POLLERR) != 0) {
      sent = requests.size();
    }
    if (fds[0].revents == 0) { continue; }
    std::array<char, 65536> buffer{};
    const ssize_t got = read(responses_, buffer.data(), buffer.size());
    if (got <= 0) {
      observed.emplace_back(why_gone());
      return observed;
    }
    inbox.add({buffer.data(), static_cast<std::size_t>(got)});
    while (const std::optional<std::string> body = inbox.take()) {
      std::optional<Response> response = decode_response(*body);
      if (!response || observed.size() == check.cases.size()) {
        stop();
        observed.emplace_back(Stop{Verdict::protocol, "what came back is no result"});
        return observed;
      }
      observed.emplace_back(std::move(*response));
    }
    if (observed.size() < check.cases.size() &&
        inbox.too_long(most_bytes(check.cases[observed.size()]))) {
      stop();
      observed.emplace_back(Stop{Verdict::protocol, "what came back is too long"});
      return observed;
    }
  }
  return observed;
}

}  // namespace softmax::grader
