/// sandbox_launch: starts one command, keeps its limits, and reports how it ended. It is started by
/// the judge, or by bubblewrap as the first process inside; all that it needs to know is in the
/// descriptors that it is given (grader/sandbox/plan.hpp).
///
/// Exit code: 0 reported, 1 gave up (what it said on 2 says why), 2 not started by a judge.

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <exception>
#include <stdexcept>

#include "grader/sandbox/launch/start.hpp"
#include "grader/sandbox/launch/watch.hpp"
#include "grader/sandbox/plan.hpp"

namespace {

using namespace softmax::grader;

/// Nothing of the judge but what is given, and of that nothing for the command by mere inheritance.
void close_the_rest() {
  for (int number = 3; number < given::control; ++number) { ::close(number); }
  ::closefrom(given::complaints);
  for (int number = given::control; number <= given::lease; ++number) {
    ::fcntl(number, F_SETFD, FD_CLOEXEC);
  }
  if (::dup3(given::trouble, given::complaints, O_CLOEXEC) < 0) {
    throw std::runtime_error("dup3");
  }
}

void set_up(const Walls& walls) {
  // Its memory is closed to those who are the same user.
  ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  // What loses its parent belongs to this process from now on.
  ::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
  // bubblewrap stands outside, and ends with what the judge does to it. (A judge is no such parent:
  // the kernel takes the end of its thread for its own.)
  if (walls.tier == Tier::namespaces) { ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0); }
  // It wakes ppoll(), which alone lets it through.
  sigset_t child{};
  ::sigemptyset(&child);
  ::sigaddset(&child, SIGCHLD);
  ::sigprocmask(SIG_BLOCK, &child, nullptr);
  std::signal(SIGCHLD, [](int) {});
}

Plan read_plan() {
  struct stat status{};
  if (::fstat(given::plan, &status) != 0) { throw std::runtime_error("no plan"); }
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  const ssize_t got = ::pread(given::plan, bytes.data(), bytes.size(), 0);
  if (got != status.st_size) { throw std::runtime_error("no plan"); }
  return unpacked(bytes);
}

int run() {
  close_the_rest();
  const Plan plan = read_plan();
  set_up(plan.walls);
  const launch::Started started = launch::start(plan);
  launch::Watch watch(plan.walls, started);
  const std::optional<Report> report = watch.run();
  if (!report) { return 1; }
  return ::send(given::control, &*report, sizeof *report, MSG_NOSIGNAL) == sizeof *report ? 0 : 1;
}

}  // namespace

int main() {
  if (::fcntl(given::plan, F_GETFD) < 0) { return 2; }
  try {
    return run();
  } catch (const std::exception& error) {
    ::dprintf(given::trouble, "sandbox_launch: %s\n", error.what());
    return 1;
  }
}
