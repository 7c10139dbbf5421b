#include <unistd.h>

#include <csignal>
#include <cstdlib>

#include "tests/grader/in_sandbox.hpp"

using namespace softmax::grader;

namespace {

std::string read_all(int descriptor) {
  std::string all;
  std::string chunk(4096, '\0');
  for (ssize_t got = 0; (got = ::read(descriptor, chunk.data(), chunk.size())) > 0;) {
    all.append(chunk, 0, static_cast<std::size_t>(got));
  }
  return all;
}

}  // namespace

TEST_CASE("An exit code is told as it is, also where a shell would take it for a signal") {
  const Tier tier = any_tier();
  for (const int code : {0, 3, 127, 139, 159, 255}) {
    const Ending ending = ending_of(subject("exit", std::to_string(code)), tier);
    CHECK(ending.how == How::exited);
    CHECK(ending.code == code);
  }
  CHECK(ending_of(subject("quick_exit", "7"), tier).code == 7);
}

TEST_CASE("A crash is told by its signal") {
  const Tier tier = any_tier();
  for (const auto& [verb, signal] :
       {std::pair{"abort", SIGABRT}, {"throw", SIGABRT}, {"crash", SIGSEGV}}) {
    const Ending ending = ending_of(subject(verb), tier);
    CHECK(ending.how == How::signalled);
    CHECK(ending.code == signal);
  }
  CHECK(ending_of(loading("abort"), tier).code == SIGABRT);
}

TEST_CASE("What it says is kept in order, and is no response") {
  const Tier tier = any_tier();
  Child child = start(subject("say"), tier);
  CHECK(read_all(child.responses()).empty());
  CHECK(child.wait().said == "one two");
  CHECK_FALSE(child.wait().said_more);
}

TEST_CASE("Requests come in on 0, and responses go out on 3") {
  const Tier tier = any_tier();
  Child child = start(subject("echo"), tier);
  const std::string large(50'000, 'z');
  CHECK(child.send("abc"));
  CHECK(child.send(large));
  CHECK_FALSE(child.poll());
  child.close_requests();
  CHECK(read_all(child.responses()) == "abc" + large);
  CHECK(child.wait().how == How::exited);
}

TEST_CASE("A request to one that is gone is no signal to the judge") {
  const Tier tier = any_tier();
  Child child = start(subject("exit", "0"), tier);
  child.wait();
  while (child.send("x")) {}
  SUCCEED("no SIGPIPE");
}

TEST_CASE("Of the judge's environment and descriptors it has none") {
  const Tier tier = any_tier();
  REQUIRE(::setenv("SANDBOX_SECRET", "42", 1) == 0);
  const int open = ::dup(1);  // without close-on-exec
  Command command = subject("environment");
  command.environment = {"ONE=1", "TWO=2"};
  CHECK(ending_of(command, tier).said == "ONE=1\nTWO=2\n");
  CHECK(ending_of(subject("descriptors"), tier).said == "0 1 2 3 ");
  ::close(open);
}

TEST_CASE("It runs where it is told to, with the arguments that it is given") {
  const Tier tier = any_tier();
  Command command = loading("directory");
  command.directory = "/usr/lib";
  CHECK(ending_of(command, tier).said == "/usr/lib\n");
  CHECK(ending_of(subject("arguments", "a 'b'\n\"c\""), tier).said == "a 'b'\n\"c\"\n");
}

TEST_CASE("What never ran is told from what ran and failed") {
  const Tier tier = any_tier();
  Command missing = subject("exit", "0");
  missing.arguments = {"/no/such/program"};
  CHECK(ending_of(missing, tier).how == How::infrastructure);
  CHECK(ending_of(missing, tier).why == "/no/such/program: No such file or directory");
  Command nowhere = subject("exit", "0");
  nowhere.directory = "/no/such/directory";
  CHECK(ending_of(nowhere, tier).why == "/no/such/directory: No such file or directory");
}

TEST_CASE("A mount that is not there is bubblewrap's complaint") {
  skip_unless_granted(Tier::namespaces);
  Command command = subject("exit", "0");
  command.mounts.push_back({"/no/such/file"});
  const Ending ending = ending_of(command, Tier::namespaces);
  CHECK(ending.how == How::infrastructure);
  CHECK(ending.why.starts_with("bwrap: "));
  CHECK(ending.why.find("/no/such/file") != std::string::npos);
}

TEST_CASE("A command that makes no sense is refused") {
  CHECK_THROWS_AS(start({}, Tier::bare), std::invalid_argument);
  Command command = subject("exit", "0");
  command.arguments[0] = "program";
  CHECK_THROWS_AS(start(command, Tier::bare), std::invalid_argument);
  command = subject("exit", std::string("a\0b", 3));
  CHECK_THROWS_AS(start(command, Tier::bare), std::invalid_argument);
  command = subject("exit", "0");
  command.limits.open_files = 101;
  CHECK_THROWS_AS(start(command, Tier::bare), std::invalid_argument);
  command = subject("exit", "0");
  command.limits.address_sanitizer = true;
  CHECK_THROWS_AS(start(command, Tier::bare), std::invalid_argument);
  command = subject("exit", "0");
  command.mounts[0].inside = "/elsewhere";
  CHECK_THROWS_AS(start(command, Tier::container), std::invalid_argument);
}
