#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <thread>
#include <vector>

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

}  // namespace

TEST_CASE("A daemon does not outlive the run") {
  const Tier tier = any_tier();
  Child child = start(daemon(), tier);
  CHECK(child.wait().how == How::exited);
  CHECK(responses_end(child, 0));
}

TEST_CASE("Unless nobody sweeps, and there is no process namespace") {
  skip_unless_granted(Tier::bare);
  Command command = daemon();
  command.layers = command.layers.without(Layer::sweep);
  Child child = start(command, Tier::bare);
  CHECK(child.wait().how == How::exited);
  CHECK_FALSE(responses_end(child, 100));
  // It is this test's to end: its session is named after the process that left it.
  ::kill(-1 * 0, 0);
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
  CHECK(::waitpid(-1, nullptr, WNOHANG) == -1);
  CHECK(errno == ECHILD);
}

TEST_CASE("What is given up at once ends too") {
  const Tier tier = any_tier();
  for (int i = 0; i < 10; ++i) { static_cast<void>(start(subject("loop"), tier)); }
  CHECK(::waitpid(-1, nullptr, WNOHANG) == -1);
}

TEST_CASE("When the judge is killed, so is the command") {
  const Tier tier = any_tier();
  TwoEnds pipe = pipe_from_them();
  const pid_t judge = ::fork();
  REQUIRE(judge >= 0);
  if (judge == 0) {
    Child child = start(subject("loop"), tier);
    while (child.cpu() == 0) {}
    // Through the inherited pipe this end is held by the judge alone, not by the command: hand
    // over the command's responses instead.
    ::dup2(child.responses(), 900);
    ::write(pipe.theirs.number(), "x", 1);
    ::pause();
  }
  char ready = 0;
  REQUIRE(::read(pipe.ours.number(), &ready, 1) == 1);
  ::kill(judge, SIGKILL);
  ::waitpid(judge, nullptr, 0);
  SUCCEED();
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
