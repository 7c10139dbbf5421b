#include "grader/subject_process.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <stdexcept>

namespace softmax::grader {
namespace {

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

/// The clock on the wall is for what waits and does not compute; a busy machine must not be it.
double wall_seconds(const Running& running) { return 5 * running.check_seconds + 5; }

/// No exercise has as many.
constexpr double most_checks = 100;

Command command_for(const std::filesystem::path& program, const Running& running) {
  Command command;
  const bool boxed = running.tier == Tier::namespaces;
  const std::string folder = program.parent_path().string();
  command.mounts = {{folder, boxed ? "/box" : ""}};
  command.arguments = {boxed ? "/box/" + program.filename().string() : program.string()};
  // Of all checks together: no check finds less than its own time left (Child::allow()).
  command.limits.cpu = most_checks * running.check_seconds;
  command.limits.wall = most_checks * wall_seconds(running);
  if (running.sanitizers) {
    command.mounts = system_mounts();
    command.mounts.push_back({folder, boxed ? "/box" : ""});
    command.calls = Calls::loads;
    command.limits.address_sanitizer = true;
    command.environment = {"ASAN_OPTIONS=detect_leaks=0", "UBSAN_OPTIONS=print_stacktrace=1"};
  }
  return command;
}

Verdict verdict_of(Ending::How how) {
  switch (how) {
    case Ending::How::timed_out_cpu:
    case Ending::How::timed_out_wall:
      return Verdict::time_out;
    case Ending::How::out_of_memory:
      return Verdict::memory;
    case Ending::How::output_limit:
      return Verdict::output_limit;
    case Ending::How::forbidden:
      return Verdict::forbidden;
    case Ending::How::signalled:
      return Verdict::crash;
    default:
      return Verdict::protocol;
  }
}

/// The requests that are still to be sent, and the responses that have come, message by message.
class Exchange {
 public:
  Exchange(const Child& child, const Check& check)
      : child_(child), check_(check), requests_(requests_of(check)) {}

  /// Does: sends and reads what can be without waiting, and waits for more.
  /// Returns: whether the other side is still there.
  bool step() {
    std::array<pollfd, 2> fds{pollfd{child_.responses(), POLLIN, 0},
                              pollfd{unsent() ? child_.requests() : -1, POLLOUT, 0}};
    if (poll(fds.data(), fds.size(), -1) < 0) { return errno == EINTR; }
    if (fds[1].revents != 0) { send(); }
    return fds[0].revents == 0 || receive();
  }

  /// Computes: the next response, if it has come whole; a stop if what has come is none.
  std::optional<Observed> take(std::size_t next) {
    if (received_.size() < 8) { return std::nullopt; }
    const std::uint64_t length = framed_length(received_);
    if (length > most_bytes(check_.cases[next])) {
      return Stop{Verdict::protocol, "what came back is too long to be a result"};
    }
    if (received_.size() - 8 < length) { return std::nullopt; }
    std::optional<Response> response =
        decode_response(std::string_view(received_).substr(8, length));
    if (!response) { return Stop{Verdict::protocol, "what came back is no result"}; }
    received_.erase(0, 8 + length);
    return *std::move(response);
  }

  /// Whether bytes have come that nothing was asked for.
  [[nodiscard]] bool more() const { return !received_.empty(); }

 private:
  [[nodiscard]] bool unsent() const { return sent_ < requests_.size(); }
  void send() {
    const ssize_t now = ::send(child_.requests(), requests_.data() + sent_,
                               requests_.size() - sent_, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (now > 0) {
      sent_ += static_cast<std::size_t>(now);
    } else if (errno != EAGAIN && errno != EINTR) {
      sent_ = requests_.size();  // it is gone: the responses will say so
    }
  }
  bool receive() {
    std::array<char, 65536> buffer{};
    const ssize_t got = read(child_.responses(), buffer.data(), buffer.size());
    if (got > 0) { received_.append(buffer.data(), static_cast<std::size_t>(got)); }
    return got > 0 || (got < 0 && errno == EINTR);
  }

  const Child& child_;
  const Check& check_;
  std::string requests_;
  std::size_t sent_ = 0;
  std::string received_;
};

}  // namespace

SubjectProcess::SubjectProcess(std::filesystem::path program, Running running)
    : program_(std::move(program)), running_(running) {}

void SubjectProcess::start() {
  child_.emplace(softmax::grader::start(command_for(program_, running_), running_.tier));
}

Stop SubjectProcess::why_gone() {
  const Ending ending = child_->wait();
  child_.reset();
  said_ = ending.said;
  if (ending.how == Ending::How::infrastructure) { throw std::runtime_error(ending.why); }
  return {verdict_of(ending.how), "the program " + words(ending)};
}

std::vector<Observed> SubjectProcess::observe(const Check& check) {
  if (!child_) { start(); }
  child_->allow(running_.check_seconds, wall_seconds(running_));
  Exchange exchange(*child_, check);
  std::vector<Observed> observed;
  while (observed.size() < check.cases.size()) {
    if (std::optional<Observed> next = exchange.take(observed.size())) {
      observed.push_back(*std::move(next));
    } else if (!exchange.step()) {
      observed.emplace_back(why_gone());
    }
    if (!observed.empty() && std::holds_alternative<Stop>(observed.back())) {
      child_.reset();
      return observed;
    }
  }
  if (exchange.more()) {
    observed.back() = Stop{Verdict::protocol, "more came back than was asked for"};
    child_.reset();
  }
  return observed;
}

}  // namespace softmax::grader
