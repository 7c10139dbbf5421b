#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <thread>
#include <vector>

#include "grader/sandbox/tree.hpp"
#include "tests/grader/in_sandbox.hpp"

using namespace softmax::grader;

namespace {

/// Whether all that held the command's end of the responses open is gone, after so long.
bool responses_end(const Child& child, int milliseconds) {
  pollfd end{child.responses(), POLLIN, 0};
  return ::poll(&end, 1, milliseconds) == 1 && (end.revents & POLLHUP) != 0;
}

Command daemon() {
  Command command = subject("daemon");
  command.calls = Calls::builds;
  return command;
}

/// What loses its parent belongs to this process from now on.
void inherit_orphans() { REQUIRE(::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) == 0); }

bool childless() { return ::waitpid(-1, nullptr, WNOHANG) < 0 && errno == ECHILD; }

bool childless_within(int seconds) {
  for (int i = 0; i < 1000 * seconds && !childless(); ++i) { ::poll(nullptr, 0, 1); }
  return childless();
}

[[noreturn]] void judge_for_ever(Tier tier, const Descriptor& to_test) {
  Child child = start(subject("loop"), tier);
  while (child.cpu() == 0) {}
  static_cast<void>(::write(to_test.number(), "x", 1) == 1);
  for (;;) { ::pause(); }
}

}  // namespace

TEST_CASE("A daemon does not outlive the run") {
  const Tier tier = any_tier();
  Child child = start(daemon(), tier);
  CHECK(child.wait().how == How::exited);
  CHECK(responses_end(child, 0));
}

TEST_CASE("Unless nobody sweeps, and there is no process namespace") {
  skip_unless_granted(Tier::bare);
  inherit_orphans();
  Command command = daemon();
  command.layers = command.layers.without(Layer::sweep);
  Child child = start(command, Tier::bare);
  CHECK(child.wait().how == How::exited);
  CHECK_FALSE(responses_end(child, 100));
  for (const pid_t left : descendants(::getpid())) { ::kill(left, SIGKILL); }
  CHECK(responses_end(child, 5000));
  CHECK(childless_within(5));
}

TEST_CASE("What is given up ends with its object, and leaves no zombie") {
  const Tier tier = any_tier();
  Descriptor responses;
  {
    Child child = start(subject("sleep", "1000"), tier);
    responses = Descriptor(::dup(child.responses()));
  }
  pollfd end{responses.number(), POLLIN, 0};
  CHECK(::poll(&end, 1, 0) == 1);
  CHECK(childless());
}

TEST_CASE("What is given up at once ends too") {
  const Tier tier = any_tier();
  for (int i = 0; i < 10; ++i) { static_cast<void>(start(subject("loop"), tier)); }
  CHECK(childless());
}

TEST_CASE("When the judge is killed, so is the command") {
  const Tier tier = any_tier();
  inherit_orphans();
  TwoEnds pipe = pipe_from_them();
  const pid_t judge = ::fork();
  REQUIRE(judge >= 0);
  if (judge == 0) { judge_for_ever(tier, pipe.theirs); }
  char ready = 0;
  REQUIRE(::read(pipe.ours.number(), &ready, 1) == 1);
  ::kill(judge, SIGKILL);
  CHECK(childless_within(5));
}

TEST_CASE("Many threads run commands at once") {
  const Tier tier = any_tier();
  std::atomic<int> right = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&, i] {
      for (int k = 0; k < 10; ++k) {
        Child child = start(subject("exit", std::to_string(i)), tier);
        const Ending& ending = child.wait();
        if (ending.how == How::exited && ending.code == i) { ++right; }
      }
    });
  }
  for (std::thread& thread : threads) { thread.join(); }
  CHECK(right == 80);
}
