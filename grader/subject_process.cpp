#include "grader/subject_process.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <stdexcept>

#include "grader/stop_words.hpp"

namespace softmax::grader {
namespace {

/// What an answer may send back: its results, and the words of an exception.
std::size_t most_bytes(const Case& one) {
  std::size_t bytes = 65536;
  for (const std::vector<Wanted>& row : one.results) { bytes += 8 * row.size() + 64; }
  return bytes;
}

std::size_t numbers_in(const Check& check) {
  std::size_t numbers = 0;
  for (const Case& one : check.cases) {
    for (const Value& argument : one.arguments) { numbers += size(argument); }
  }
  return numbers;
}

/// A request that calls nothing: its argument comes back.
Request mark_request() {
  std::uint64_t mark = 0;
  if (getentropy(&mark, sizeof mark) != 0) { throw std::runtime_error("no entropy is to be had"); }
  return {"", {std::vector<std::uint64_t>{mark}}};
}

std::string requests_of(const Check& check, const Request& mark) {
  std::string bytes;
  for (const Case& one : check.cases) { bytes += framed(encode(Request{one.call, one.arguments})); }
  return bytes + framed(encode(mark));
}

/// A program lives as long as its checks go well; each of them has limits of its own.
constexpr double life_seconds = 3600;

Command command_for(const std::filesystem::path& program, const Running& running) {
  Command command;
  const bool boxed = running.tier == Tier::namespaces && running.allowance.layers.has(Layer::files);
  const std::string folder = program.parent_path().string();
  command.mounts = {{folder, boxed ? "/box" : ""}};
  command.arguments = {boxed ? "/box/" + program.filename().string() : program.string()};
  command.limits.cpu = life_seconds;
  command.limits.wall = life_seconds;
  command.limits.memory = running.allowance.memory;
  command.layers = running.allowance.layers;
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
  Exchange(const Child& child, const Check& check, std::string& received)
      : child_(child),
        check_(check),
        mark_(mark_request()),
        requests_(requests_of(check, mark_)),
        received_(received) {}

  /// Does: sends and reads what can be without waiting, and waits for more.
  /// Returns: whether the other side is still there.
  bool step() {
    std::array<pollfd, 2> fds{pollfd{child_.responses(), POLLIN, 0},
                              pollfd{unsent() ? child_.requests() : -1, POLLOUT, 0}};
    if (poll(fds.data(), fds.size(), -1) < 0) { return errno == EINTR; }
    if (fds[1].revents != 0) { send(); }
    return fds[0].revents == 0 || receive(child_, received_);
  }

  /// Computes: the response to the case, or to the mark behind the last of them, if it has come
  /// whole; a stop if what has come is none.
  std::optional<Observed> take(std::size_t next) {
    if (received_.size() < 8) { return std::nullopt; }
    const bool is_mark = next == check_.cases.size();
    const std::uint64_t length = framed_length(received_);
    if (length > (is_mark ? 64 : most_bytes(check_.cases[next]))) {
      return Stop{Verdict::protocol, "what came back is too long to be a result"};
    }
    if (received_.size() - 8 < length) { return std::nullopt; }
    std::optional<Response> response =
        decode_response(std::string_view(received_).substr(8, length));
    if (!response) { return Stop{Verdict::protocol, "what came back is no result"}; }
    if (is_mark && response->results != mark_.arguments) { return more_than_asked_for(); }
    received_.erase(0, 8 + length);
    return *std::move(response);
  }

  static Stop more_than_asked_for() {
    return {Verdict::protocol, "more came back than was asked for"};
  }

  /// Returns: whether there was anything to read, sooner or later.
  static bool receive(const Child& child, std::string& received) {
    std::array<char, 65536> buffer{};
    const ssize_t got = ::read(child.responses(), buffer.data(), buffer.size());
    if (got > 0) { received.append(buffer.data(), static_cast<std::size_t>(got)); }
    return got > 0 || (got < 0 && errno == EINTR);
  }

 private:
  [[nodiscard]] bool unsent() const { return sent_ < requests_.size(); }
  void send() {
    const std::string_view rest = std::string_view(requests_).substr(sent_);
    const ssize_t now =
        ::send(child_.requests(), rest.data(), rest.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (now > 0) {
      sent_ += static_cast<std::size_t>(now);
    } else if (now < 0 && errno != EAGAIN && errno != EINTR) {
      sent_ = requests_.size();  // it is gone: the responses will say so
    }
  }

  const Child& child_;
  const Check& check_;
  Request mark_;
  std::string requests_;
  std::size_t sent_ = 0;
  std::string& received_;
};

}  // namespace

SubjectProcess::SubjectProcess(std::filesystem::path program, Running running)
    : program_(std::move(program)), running_(running) {}

void SubjectProcess::start() {
  received_.clear();
  child_.emplace(softmax::grader::start(command_for(program_, running_), running_.tier));
}

void SubjectProcess::allow(double seconds) {
  seconds_ = seconds;
  child_->allow(seconds, running_.allowance.wall_seconds(seconds));
}

/// Between two checks it does nothing, and the judge may have long to do.
void SubjectProcess::rest() { child_->allow(running_.allowance.check_seconds, life_seconds); }

Stop SubjectProcess::why_gone() {
  const Ending ending = child_->wait();
  child_.reset();
  said_ = ending.said;
  if (ending.how == Ending::How::infrastructure) { throw std::runtime_error(ending.why); }
  return {verdict_of(ending.how), "the program " + stop_words(ending, seconds_)};
}

std::vector<Observed> SubjectProcess::observe(const Check& check) {
  if (!child_) { start(); }
  allow(check.task == out_of_time_ ? running_.allowance.hurried_seconds
                                   : running_.allowance.cpu_seconds(numbers_in(check)));
  Exchange exchange(*child_, check, received_);
  std::vector<Observed> observed;
  while (true) {
    std::optional<Observed> next = exchange.take(observed.size());
    if (!next && !exchange.step()) { next = why_gone(); }
    if (!next) { continue; }
    const bool stopped = std::holds_alternative<Stop>(*next);
    const bool marked = observed.size() == check.cases.size();
    // What came instead of the mark was sent during the last case, or behind it.
    if (marked && stopped && !observed.empty()) { observed.pop_back(); }
    if (!marked || stopped) { observed.push_back(*std::move(next)); }
    if (stopped) {
      child_.reset();
      if (std::get<Stop>(observed.back()).verdict == Verdict::time_out) {
        out_of_time_ = check.task;
      }
    }
    if (stopped || marked) { break; }
  }
  if (child_) { rest(); }
  return observed;
}

std::optional<Stop> SubjectProcess::finish() {
  if (!child_) { return std::nullopt; }
  allow(running_.allowance.check_seconds);
  child_->close_requests();
  while (received_.empty() && Exchange::receive(*child_, received_)) {}
  if (!received_.empty()) {
    child_.reset();
    return Exchange::more_than_asked_for();
  }
  const bool ended_well = child_->wait().how == Ending::How::exited && child_->wait().code == 0;
  const Stop stop = why_gone();
  return ended_well ? std::nullopt : std::optional(stop);
}

}  // namespace softmax::grader
