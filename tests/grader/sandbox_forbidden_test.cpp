#include <fmt/format.h>
#include <grp.h>
#include <unistd.h>

#include <csignal>

#include "tests/grader/in_sandbox.hpp"

using namespace softmax::grader;

namespace {

void check_forbidden(const Command& command, Tier tier) {
  const Ending ending = ending_of(command, tier);
  CHECK(ending.how == How::forbidden);
  const Ending free = ending_without(command, Layer::filter, tier);
  CHECK(free.how == How::exited);
  CHECK(free.code == 0);
}

std::string line_with(const std::string& text, const std::string& name) {
  const std::size_t start = text.find(name);
  REQUIRE(start != std::string::npos);
  return text.substr(start, text.find('\n', start) - start);
}

}  // namespace

TEST_CASE("A subject starts no process and no thread") {
  const Tier tier = any_filtered_tier();
  check_forbidden(subject("forks", "20"), tier);
  CHECK(ending_of(subject("forks", "20"), tier).said.empty());
  CHECK(ending_without(subject("forks", "20"), Layer::filter, tier).said == "20");
  check_forbidden(subject("thread"), tier);
  check_forbidden(loading("thread"), tier);
}

TEST_CASE("A subject opens no socket, and no memory that others could have") {
  const Tier tier = any_filtered_tier();
  for (const char* verb : {"socket", "memory_file", "shared_memory"}) {
    check_forbidden(subject(verb), tier);
  }
}

TEST_CASE("A subject looks into no other process, and signals none") {
  const Tier tier = any_filtered_tier();
  check_forbidden(subject("ptrace"), tier);
  CHECK(ending_of(subject("signal", std::to_string(::getpid())), tier).how == How::forbidden);
}

TEST_CASE("A subject becomes no other program") {
  const Tier tier = any_filtered_tier();
  Command command = subject("run");
  command.arguments.back() = command.arguments.front();
  check_forbidden(command, tier);
  command = loading("run_open");
  command.arguments.back() = command.arguments.front();
  check_forbidden(command, tier);
}

TEST_CASE("A subject changes no limit") {
  check_forbidden(subject("lower_limit"), any_filtered_tier());
}

TEST_CASE("A subject writes no file and makes no link, also where the files would let it") {
  const Tier tier = any_filtered_tier();
  const Folder folder;
  for (const char* verb : {"write", "link"}) {
    Command command = loading(verb, folder.path / verb);
    command.mounts.push_back({.path = folder.path, .writable = true});
    command.limits.file_size = 2 * mebibyte;
    check_forbidden(command, tier);
  }
}

TEST_CASE("A sealed subject opens no file at all") {
  const Tier tier = any_filtered_tier();
  Command command = subject("read");
  command.arguments.back() = command.arguments.front();
  check_forbidden(command, tier);
  command.calls = Calls::loads;
  CHECK(ending_of(command, tier).code == 0);
}

TEST_CASE("What is forbidden is so before main() too") {
  const Tier tier = any_filtered_tier();
  Command command = loading("exit", "3");
  command.environment = {"EARLY=socket"};
  check_forbidden(command, tier);
}

TEST_CASE("Neither filter nor privileges are ever given back") {
  const Tier tier = any_filtered_tier();
  const gid_t extra = 42;
  static_cast<void>(::setgroups(1, &extra));  // if this is root, it has one more group to give up
  const std::string status = ending_of(loading("status"), tier).said;
  CHECK(line_with(status, "NoNewPrivs:") == "NoNewPrivs:\t1");
  CHECK(line_with(status, "Seccomp:") == "Seccomp:\t2");
  CHECK(line_with(status, "CapEff:") == "CapEff:\t0000000000000000");
  CHECK(line_with(status, "CapPrm:") == "CapPrm:\t0000000000000000");
  if (tier == Tier::namespaces) {
    CHECK(line_with(status, "CapBnd:") == "CapBnd:\t0000000000000000");
  } else {
    const std::string user = line_with(status, "Uid:").substr(5, 5);
    CHECK(std::stoi(user) >= 61'184);
    CHECK(line_with(status, "Uid:") == fmt::format("Uid:\t{0}\t{0}\t{0}\t{0}", user));
    CHECK(line_with(status, "Gid:") == fmt::format("Gid:\t{0}\t{0}\t{0}\t{0}", user));
    CHECK(line_with(status, "Groups:") == "Groups:\t ");
  }
}

TEST_CASE("No signal is blocked or ignored to begin with, whatever the judge does") {
  const Tier tier = any_filtered_tier();
  std::signal(SIGPIPE, SIG_IGN);
  const std::string status = ending_of(loading("status"), tier).said;
  std::signal(SIGPIPE, SIG_DFL);
  // 32 and 33 are the C library's own: it lets nobody set them.
  constexpr unsigned long of_library = 3UL << 31U;
  for (const char* name : {"SigBlk:", "SigIgn:", "SigCgt:"}) {
    CHECK((std::stoul(line_with(status, name).substr(8), nullptr, 16) & ~of_library) == 0);
  }
}

TEST_CASE("A compiler starts processes, but has no network and no namespaces") {
  const Tier tier = any_filtered_tier();
  Command command = subject("forks", "20");
  command.calls = Calls::builds;
  CHECK(ending_of(command, tier).said == "20");
  for (const char* verb : {"socket", "unshare", "ptrace", "shared_memory"}) {
    command = subject(verb);
    command.calls = Calls::builds;
    const Ending ending = ending_of(command, tier);
    CHECK(ending.code == 1);
    CHECK(ending.said == "Operation not permitted");
  }
  command = subject("clone3");
  command.calls = Calls::builds;
  CHECK(ending_of(command, tier).said == "Function not implemented");
}

TEST_CASE("A compiler's processes are counted where they have a user of their own") {
  skip_unless_granted(Tier::container);
  Command command = subject("forks", "1100");
  command.calls = Calls::builds;
  CHECK(ending_of(command, Tier::container).said == "999");
}

TEST_CASE("Without a filter nothing of this is forbidden, and the bare tier has none") {
  skip_unless_granted(Tier::bare);
  for (const char* verb : {"socket", "thread", "memory_file"}) {
    CHECK(ending_of(subject(verb), Tier::bare).code == 0);
  }
  CHECK_FALSE(has_layer(Tier::bare, Layer::filter));
}
