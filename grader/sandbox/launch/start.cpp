#include "grader/sandbox/launch/start.hpp"

#include <fcntl.h>
#include <grp.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <stdexcept>

namespace softmax::grader::launch {
namespace {

/// All that follows is done by the process that becomes the command. What it cannot do ends it.
void must(bool done, const char* step) {
  if (done) { return; }
  ::dprintf(given::complaints, "%s: %s\n", step, std::strerror(errno));
  ::dprintf(given::failed, "!");
  ::_exit(1);
}

/// Only ever down: a limit that is lower already stays.
void limit(int resource, rlim_t most) {
  rlimit now{};
  must(::getrlimit(static_cast<__rlimit_resource_t>(resource), &now) == 0, "getrlimit");
  const rlim_t least = std::min(most, now.rlim_max);
  const rlimit lower{least, least};
  must(::setrlimit(static_cast<__rlimit_resource_t>(resource), &lower) == 0, "setrlimit");
}

void set_limits(const Walls& walls) {
  const Limits& limits = walls.limits;
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_MEMLOCK, 0);
  limit(RLIMIT_MSGQUEUE, 0);
  // A soft limit that is lower already is lifted to it.
  limit(RLIMIT_STACK, walls.layers.has(Layer::memory) ? limits.stack : RLIM_INFINITY);
  // A second late, for the timer comes first: it is for the case that nobody tends the timer.
  if (walls.layers.has(Layer::cpu)) {
    limit(RLIMIT_CPU, static_cast<rlim_t>(std::ceil(limits.cpu)) + 1);
  }
  if (walls.layers.has(Layer::memory) && !limits.address_sanitizer) {
    limit(RLIMIT_AS, limits.memory);
  }
  // A user of its own has no processes but these. (Others are counted with those of their judge.)
  constexpr rlim_t most_processes = 1000;
  if (walls.user != 0) { limit(RLIMIT_NPROC, most_processes); }
  if (walls.layers.has(Layer::file_size)) { limit(RLIMIT_FSIZE, limits.file_size); }
  if (walls.layers.has(Layer::open_files)) { limit(RLIMIT_NOFILE, limits.open_files); }
}

void become(uid_t user) {
  must(::setgroups(0, nullptr) == 0, "setgroups");
  must(::setresgid(user, user, user) == 0, "setresgid");
  must(::setresuid(user, user, user) == 0, "setresuid");
}

void put_descriptors_in_place(int said) {
  must(::dup2(given::requests, 0) == 0, "dup2");
  must(::dup2(said, 1) == 1, "dup2");
  must(::dup2(said, 2) == 2, "dup2");
  must(::dup2(given::responses, 3) == 3, "dup2");
}

void open_program(const char* path) {
  const int opened = ::open(path, O_PATH | O_CLOEXEC);
  must(opened >= 0, path);
  must(::dup3(opened, given::program, O_CLOEXEC) >= 0, path);
}

void load_filter(const std::string& instructions) {
  std::vector<sock_filter> filter(instructions.size() / sizeof(sock_filter));
  std::memcpy(filter.data(), instructions.data(), filter.size() * sizeof(sock_filter));
  const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
  // The kernel would hold back its guesses while the command computes, which costs it time, to keep
  // secrets from it; but there are none in its memory.
  constexpr unsigned long guessing = SECCOMP_FILTER_FLAG_SPEC_ALLOW;
  must(::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, guessing, &program) == 0, "seccomp");
}

std::vector<char*> pointers(const std::vector<std::string>& texts) {
  std::vector<char*> all;
  all.reserve(texts.size() + 1);
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): execveat() changes none of them
  for (const std::string& text : texts) { all.push_back(const_cast<char*>(text.c_str())); }
  all.push_back(nullptr);
  return all;
}

/// One byte, with which the kernel tells the judge the process id in the judge's own numbers.
void announce() { must(::send(given::control, "", 1, MSG_NOSIGNAL) == 1, "the judge"); }

void restore_signals() {
  sigset_t none{};
  ::sigemptyset(&none);
  must(::sigprocmask(SIG_SETMASK, &none, nullptr) == 0, "sigprocmask");
  must(std::signal(SIGCHLD, SIG_DFL) != SIG_ERR, "signal");
}

[[noreturn]] void become_command(const Plan& plan, int said) {
  const std::vector<char*> arguments = pointers(plan.arguments);
  const std::vector<char*> environment = pointers(plan.environment);
  must(::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0, "prctl");
  if (plan.walls.user != 0) { become(plan.walls.user); }
  // After the change of user, which takes it back.
  must(::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) == 0, "prctl");
  must(::chdir(plan.directory.c_str()) == 0, plan.directory.c_str());
  open_program(arguments.front());
  put_descriptors_in_place(said);
  restore_signals();
  announce();
  set_limits(plan.walls);
  if (!plan.filter.empty()) { load_filter(plan.filter); }
  ::syscall(SYS_execveat, given::program, "", arguments.data(), environment.data(), AT_EMPTY_PATH);
  must(false, arguments.front());
  ::_exit(1);
}

/// The end of a pipe that is under this number, and closed in the command.
void move_end(int& end, int number) {
  if (::dup3(end, number, O_CLOEXEC) < 0) { throw std::runtime_error("dup3"); }
  ::close(end);
  end = number;
}

}  // namespace

Started start(const Plan& plan) {
  std::array<int, 2> said{};
  std::array<int, 2> failure{};
  if (::pipe2(said.data(), O_CLOEXEC) != 0 || ::pipe2(failure.data(), O_CLOEXEC) != 0) {
    throw std::runtime_error("pipe2");
  }
  move_end(failure[1], given::failed);
  const pid_t process = ::fork();
  if (process < 0) { throw std::runtime_error("fork"); }
  if (process == 0) { become_command(plan, said[1]); }
  for (const int end : {failure[1], said[1], given::requests, given::responses}) { ::close(end); }
  char failed = 0;
  // It ends without a byte as soon as the command is itself, for the other end is closed then.
  if (::read(failure[0], &failed, 1) != 0) {
    ::waitpid(process, nullptr, 0);
    throw std::runtime_error("the command did not start");
  }
  ::close(failure[0]);
  // Of the end that reads: that which the command writes to still waits for room.
  ::fcntl(said[0], F_SETFL, O_NONBLOCK);
  return {process, said[0]};
}

}  // namespace softmax::grader::launch
