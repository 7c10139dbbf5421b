#include <poll.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <thread>

#include "tests/grader/in_sandbox.hpp"

using namespace softmax::grader;

namespace {

Command within(Command command, double cpu, double wall) {
  command.limits.cpu = cpu;
  command.limits.wall = wall;
  return command;
}

double seconds_of(const Command& command, Tier tier, Ending& ending) {
  const auto start = std::chrono::steady_clock::now();
  ending = ending_of(command, tier);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// It is stopped within 50 ms on a quiet machine; on a busy one what is due waits for its turn.
constexpr double late = 1;

}  // namespace

TEST_CASE("What computes for ever is stopped when its CPU time is used up") {
  const Tier tier = any_tier();
  const Ending ending = ending_of(within(subject("loop"), 0.2, 10), tier);
  CHECK(ending.how == How::timed_out_cpu);
  CHECK(ending.cpu >= 0.2);
  CHECK(ending.cpu < 0.2 + late);
}

TEST_CASE("The CPU time of all of its processes is one sum, whether they run or have ended") {
  const Tier tier = any_tier();
  Command command = within(subject("loops", "8"), 0.4, 10);
  command.calls = Calls::builds;
  const Ending ending = ending_of(command, tier);
  CHECK(ending.how == How::timed_out_cpu);
  CHECK(ending.cpu >= 0.4);
  CHECK(ending.cpu < 8 * 0.4);  // which it would be if each had its own
  command.arguments[1] = "generations";
  CHECK(ending_of(command, tier).how == How::timed_out_cpu);
}

TEST_CASE("What sleeps, waits for input, or ignores all signals is stopped by the clock") {
  const Tier tier = any_tier();
  for (const Command& command : {subject("sleep", "1000"), subject("echo"), subject("ignore")}) {
    Ending ending;
    const double took = seconds_of(within(command, 10, 0.2), tier, ending);
    CHECK(ending.how == How::timed_out_wall);
    CHECK(ending.wall >= 0.2);
    CHECK(took < 0.2 + late);
  }
}

TEST_CASE("What stops itself is stopped by the clock, if the filter lets it") {
  const Tier tier = any_tier();
  Command command = within(subject("stop"), 10, 0.2);
  if (has_layer(tier, Layer::filter)) { CHECK(ending_of(command, tier).how == How::forbidden); }
  CHECK(ending_without(command, Layer::filter, tier).how == How::timed_out_wall);
}

TEST_CASE("Without the timer it computes until the clock stops it, without the clock it sleeps") {
  const Tier tier = any_tier();
  CHECK(ending_without(within(subject("loop"), 0.1, 0.4), Layer::cpu, tier).how ==
        How::timed_out_wall);
  CHECK(ending_without(within(subject("sleep", "1"), 0.1, 0.2), Layer::wall, tier).how ==
        How::exited);
}

TEST_CASE("The judge sees the time that is used, and ends it when it likes") {
  const Tier tier = any_tier();
  Child child = start(within(subject("loop"), 5, 10), tier);
  double before = 0;
  for (int i = 0; i < 3; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(60));
    const double now = child.cpu();
    CHECK(now > before);
    before = now;
  }
  child.kill();
  CHECK(child.wait().how == How::stopped);
  CHECK(child.wait().cpu >= before);
  CHECK(child.cpu() == child.wait().cpu);
}

TEST_CASE("A group of questions has a time of its own, which the whole still bounds") {
  const Tier tier = any_tier();
  Child child = start(within(subject("loop"), 5, 10), tier);
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  child.allow(0.1, 10);
  CHECK(child.wait().how == How::timed_out_cpu);
  CHECK(child.wait().cpu < 1);
  Child sleeping = start(within(subject("sleep", "1000"), 5, 10), tier);
  sleeping.allow(5, 0.1);
  CHECK(sleeping.wait().how == How::timed_out_wall);
  CHECK(sleeping.wait().wall < 1);
  Child whole = start(within(subject("loop"), 0.2, 10), tier);
  whole.allow(100, 100);
  CHECK(whole.wait().how == How::timed_out_cpu);
}

TEST_CASE("Its end can be waited for with others") {
  const Tier tier = any_tier();
  Child child = start(subject("sleep", "0"), tier);
  while (!child.poll()) {
    pollfd end{child.ending_descriptor(), POLLIN, 0};
    REQUIRE(::poll(&end, 1, 5000) == 1);
  }
  CHECK(child.poll()->how == How::exited);
}
