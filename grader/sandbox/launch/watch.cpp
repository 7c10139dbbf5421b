#include "grader/sandbox/launch/watch.hpp"

#include <grp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <csignal>
#include <ctime>
#include <limits>

#include "grader/sandbox/tree.hpp"

namespace softmax::grader::launch {
namespace {

constexpr double endless = std::numeric_limits<double>::infinity();
/// How often memory is looked at, and the time of many processes: a page fault for each of 4 KiB
/// takes a tenth of a microsecond at best, so that 200 MB at most come between two looks.
constexpr double between_looks = 0.005;

double now() {
  timespec time{};
  ::clock_gettime(CLOCK_MONOTONIC, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

timespec duration(double length) {
  const double whole = std::floor(length);
  return {static_cast<time_t>(whole), static_cast<long>((length - whole) * 1e9)};
}

bool childless() {
  siginfo_t ignored{};
  return ::waitid(P_ALL, 0, &ignored, WEXITED | WNOHANG | WNOWAIT) != 0 && errno == ECHILD;
}

/// Every process of a user, but by that user, so that no other is hit.
void kill_all_of(uid_t user) {
  const pid_t killer = ::fork();
  if (killer == 0) {
    if (::setgroups(0, nullptr) == 0 && ::setresgid(user, user, user) == 0 &&
        ::setresuid(user, user, user) == 0) {
      ::kill(-1, SIGKILL);
    }
    ::_exit(0);
  }
  if (killer > 0) { ::waitpid(killer, nullptr, 0); }
}

}  // namespace

Watch::Watch(const Walls& walls, const Started& started)
    : walls_(walls),
      process_(started.process),
      said_(started.said),
      started_(now()),
      cpu_end_(walls.layers.has(Layer::cpu) ? walls.limits.cpu : endless),
      wall_end_(walls.layers.has(Layer::wall) ? started_ + walls.limits.wall : endless) {}

std::optional<Report> Watch::run() {
  reap();
  while (!over()) {
    look();
    if (!over()) { wait_for_news(); }
    reap();
  }
  ended_ = now();
  if (walls_.layers.has(Layer::sweep) || !status_) { end_all(); }
  take_what_is_said();
  if (alone_) { return std::nullopt; }
  return report();
}

void Watch::reap() {
  int status = 0;
  rusage usage{};
  for (pid_t process = 0; (process = ::wait4(-1, &status, WNOHANG, &usage)) > 0;) {
    reap(status, usage, process == process_);
  }
}

void Watch::reap(int status, const rusage& usage, bool itself) {
  cpu_reaped_ += seconds(usage.ru_utime) + seconds(usage.ru_stime);
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-union-access): how this C library spells it
  peak_ = std::max(peak_, static_cast<std::size_t>(usage.ru_maxrss) * 1024);
  if (itself) { status_ = status; }
}

/// Of those that run; with the one that cannot start others nothing else is asked.
double Watch::cpu() const {
  if (status_ || !walls_.may_clone) { return status_ ? cpu_reaped_ : own_cpu(process_); }
  double sum = cpu_reaped_;
  for (const pid_t process : descendants(::getpid())) {
    sum += own_cpu(process) + cpu_of_ended(process);
  }
  return sum;
}

void Watch::look() {
  if (cpu_end_ < endless) { cpu_looked_ = cpu(); }
  if (cpu_looked_ >= cpu_end_) { stop_ = How::timed_out_cpu; }
  if (now() >= wall_end_) { stop_ = How::timed_out_wall; }
  if (walls_.limits.address_sanitizer && walls_.layers.has(Layer::memory)) { look_at_memory(); }
}

void Watch::look_at_memory() {
  std::size_t sum = 0;
  for (const pid_t process : descendants(::getpid())) {
    const std::size_t bytes = resident(process);
    peak_ = std::max(peak_, bytes);
    sum += bytes;
  }
  if (sum > walls_.limits.memory) { stop_ = How::out_of_memory; }
}

/// One thread uses no more CPU time than time goes by; many do.
double Watch::until_next_look() const {
  const double cpu_left = cpu_end_ - cpu_looked_;
  const double least = walls_.may_clone ? std::max(between_looks, cpu_left / 16) : cpu_left;
  const double next = std::min(wall_end_ - now(), least);
  const bool watches_memory = walls_.limits.address_sanitizer && walls_.layers.has(Layer::memory);
  return std::max(0.0, watches_memory ? std::min(next, between_looks) : next);
}

void Watch::wait_for_news() {
  std::array<pollfd, 2> ends{{{given::control, POLLIN, 0}, {said_, POLLIN, 0}}};
  sigset_t none{};
  ::sigemptyset(&none);
  const double length = until_next_look();
  // A tenth of a millisecond more, so that the time is up when it is looked at.
  const timespec until = duration(length + 1e-4);
  if (::ppoll(ends.data(), ends.size(), length < 1e9 ? &until : nullptr, &none) <= 0) { return; }
  if (ends[1].revents != 0) { take_what_is_said(); }
  if (ends[0].revents != 0) { take_order(); }
}

void Watch::take_what_is_said() {
  std::array<char, 65'536> chunk{};
  const ssize_t got = ::read(said_, chunk.data(), chunk.size());
  if (got == 0) {  // nobody can say anything any more
    ::close(said_);
    said_ = -1;
  }
  if (got <= 0) { return; }
  const std::size_t room = walls_.limits.output_kept - kept_;
  const std::size_t size = std::min(room, static_cast<std::size_t>(got));
  const ssize_t written = ::write(given::said, chunk.data(), size);
  kept_ += written > 0 ? static_cast<std::size_t>(written) : 0;
  heard_ += static_cast<std::size_t>(got);
  if (heard_ > walls_.limits.output && walls_.layers.has(Layer::output)) {
    stop_ = How::output_limit;
  }
}

void Watch::take_order() {
  Order order;
  if (::recv(given::control, &order, sizeof order, MSG_DONTWAIT) != sizeof order) {
    alone_ = true;
    return;
  }
  if (order.stop) {
    stop_ = How::stopped;
    return;
  }
  const Limits& limits = walls_.limits;
  if (walls_.layers.has(Layer::cpu)) { cpu_end_ = std::min(limits.cpu, cpu() + order.cpu); }
  if (walls_.layers.has(Layer::wall)) {
    wall_end_ = std::min(started_ + limits.wall, now() + order.wall);
  }
}

/// All that is below this process, which has asked to inherit whatever loses its parent; and all of
/// the command's user. Again, until nothing is left: what was killed may have started something.
void Watch::end_all() {
  const timespec moment{0, 500'000};
  while (true) {
    if (::getpid() == 1) { ::kill(-1, SIGKILL); }
    if (walls_.user != 0) { kill_all_of(walls_.user); }
    if (!status_) { ::kill(process_, SIGKILL); }
    for (const pid_t process : descendants(::getpid())) { ::kill(process, SIGKILL); }
    reap();
    if (childless()) { return; }
    sigset_t none{};
    ::sigemptyset(&none);
    ::ppoll(nullptr, 0, &moment, &none);
  }
}

Watch::How Watch::how_it_ended() const {
  if (WIFEXITED(*status_)) { return How::exited; }
  const int signal = WTERMSIG(*status_);
  if (signal == SIGSYS && walls_.layers.has(Layer::filter)) { return How::forbidden; }
  if (signal == SIGXCPU || (signal == SIGKILL && cpu_reaped_ >= cpu_end_)) {
    return How::timed_out_cpu;
  }
  // An array that grows by doubling it holds half of what it may when it asks for more.
  const bool limited = walls_.layers.has(Layer::memory);
  if (limited && peak_ >= walls_.limits.memory / 2) { return How::out_of_memory; }
  return How::signalled;
}

Report Watch::report() const {
  Report all;
  all.how = stop_ ? *stop_ : how_it_ended();
  if (!stop_) { all.code = WIFEXITED(*status_) ? WEXITSTATUS(*status_) : WTERMSIG(*status_); }
  all.cpu = cpu_reaped_;
  all.wall = ended_ - started_;
  all.peak_memory = peak_;
  all.said_more = heard_ > kept_;
  return all;
}

}  // namespace softmax::grader::launch
