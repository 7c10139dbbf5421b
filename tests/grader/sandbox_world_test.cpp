#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "tests/grader/in_sandbox.hpp"

using namespace softmax::grader;
namespace fs = std::filesystem;

namespace {

/// What may be reached beyond the filter: it is away here.
Command unfiltered(Command command) {
  command.layers = command.layers.without(Layer::filter);
  return command;
}

/// A server on this machine; its port.
class Server {
 public:
  Server() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* any = reinterpret_cast<sockaddr*>(&address);
    REQUIRE(::bind(socket_.number(), any, size) == 0);
    REQUIRE(::listen(socket_.number(), 1) == 0);
    REQUIRE(::getsockname(socket_.number(), any, &size) == 0);
    port = std::to_string(ntohs(address.sin_port));
  }

  std::string port;

 private:
  Descriptor socket_;
};

fs::path secret_in(const Folder& folder) {
  std::ofstream(folder.path / "expected.json") << "0.7";
  fs::permissions(folder.path / "expected.json", fs::perms(0644));
  return folder.path / "expected.json";
}

/// Whether this process has what the tier of containers needs: CAP_CHOWN, CAP_KILL, CAP_SETGID and
/// CAP_SETUID (capabilities(7)).
bool may_be_others() {
  std::ifstream status("/proc/self/status");
  std::string word;
  while (status >> word && word != "CapEff:") {}
  constexpr unsigned long needed = 0b1110'0001;
  return status >> word && (std::stoul(word, nullptr, 16) & needed) == needed;
}

}  // namespace

TEST_CASE("Every tier is tried") {
  CHECK(why_not(best_tier()).empty());
  CHECK(why_not(Tier::bare).empty());
  if (may_be_others()) { CHECK(why_not(Tier::container).empty()); }
  skip_unless_granted(Tier::namespaces);
  skip_unless_granted(Tier::container);
}

TEST_CASE("In namespaces only what is mounted is there") {
  skip_unless_granted(Tier::namespaces);
  const Folder folder;
  for (const fs::path& file : {secret_in(folder), fs::path("/etc/passwd")}) {
    const Command command = loading("read", file);
    CHECK(ending_of(command, Tier::namespaces).said == "No such file or directory");
    CHECK(ending_without(command, Layer::files, Tier::namespaces).code == 0);
  }
}

TEST_CASE("In namespaces there is one device") {
  skip_unless_granted(Tier::namespaces);
  CHECK(ending_of(loading("read", "/dev/null"), Tier::namespaces).code == 0);
  CHECK(ending_of(loading("read", "/dev/zero"), Tier::namespaces).code == 1);
}

TEST_CASE("In namespaces a mount is read-only, unless it is to be written") {
  skip_unless_granted(Tier::namespaces);
  const Folder folder;
  Command command = unfiltered(loading("write", folder.path / "file"));
  command.limits.file_size = 2 * mebibyte;
  command.mounts.push_back({folder.path});
  CHECK(ending_of(command, Tier::namespaces).said == "Read-only file system");
  command.mounts.back().writable = true;
  CHECK(ending_of(command, Tier::namespaces).code == 0);
  for (const char* file : {"/file", "/dev/file", "/usr/file"}) {
    command.arguments.back() = file;
    CHECK(ending_of(command, Tier::namespaces).code == 1);
  }
  command.arguments.back() = "/tmp/file";
  CHECK(ending_of(command, Tier::namespaces).code == 0);
  command.limits.temporary = mebibyte / 2;
  CHECK(ending_of(command, Tier::namespaces).code == 1);
}

TEST_CASE("In namespaces there is no network") {
  skip_unless_granted(Tier::namespaces);
  const Server server;
  const Command command = unfiltered(subject("connect", server.port));
  CHECK(ending_of(command, Tier::namespaces).code == 1);
  CHECK(ending_without(command, Layer::network, Tier::namespaces).code == 0);
}

TEST_CASE("In namespaces no other process has a number") {
  skip_unless_granted(Tier::namespaces);
  const Command command = unfiltered(subject("signal", std::to_string(::getpid())));
  CHECK(ending_of(command, Tier::namespaces).said == "No such process");
  // It is there without them: whether it may be signalled is another's affair.
  const Ending seen = ending_without(command, Layer::processes, Tier::namespaces);
  CHECK(seen.said != "No such process");
}

TEST_CASE("In namespaces the memory of what watches over it is closed to it") {
  skip_unless_granted(Tier::namespaces);
  CHECK(ending_of(loading("read", "/proc/self/mem"), Tier::namespaces).code == 0);
  CHECK(ending_of(loading("read", "/proc/1/mem"), Tier::namespaces).said == "Permission denied");
}

TEST_CASE("In a container another user owns the command, who can neither read nor signal") {
  skip_unless_granted(Tier::container);
  const Folder hidden(true);
  const fs::path secret = secret_in(hidden);
  CHECK_FALSE(readable_by_others(secret));
  const Command reading = loading("read", secret);
  CHECK(ending_of(reading, Tier::container).said == "Permission denied");
  CHECK(ending_without(reading, Layer::user, Tier::container).code == 0);
  const Command signalling = unfiltered(subject("signal", std::to_string(::getpid())));
  CHECK(ending_of(signalling, Tier::container).said == "Operation not permitted");
  CHECK(ending_without(signalling, Layer::user, Tier::container).code == 0);
}

TEST_CASE("In a container what lies open to all is read: the judge's files must not") {
  skip_unless_granted(Tier::container);
  const Folder open;
  const fs::path secret = secret_in(open);
  CHECK(readable_by_others(secret));
  CHECK(ending_of(loading("read", secret), Tier::container).code == 0);
  fs::permissions(secret, fs::perms(0640));
  CHECK_FALSE(readable_by_others(secret));
  CHECK(ending_of(loading("read", secret), Tier::container).said == "Permission denied");
  CHECK_FALSE(readable_by_others(open.path / "missing"));
}

TEST_CASE("Two commands at once have two users, in a container") {
  skip_unless_granted(Tier::container);
  const std::optional<User> one = borrow_user();
  std::optional<User> other = borrow_user();
  REQUIRE((one && other));
  CHECK(one->id != other->id);
  const uid_t id = other->id;
  other.reset();
  CHECK(borrow_user()->id == id);
}

TEST_CASE("Each tier names its layers") {
  CHECK(layer_names(Tier::namespaces).size() == 13);
  CHECK(layer_names(Tier::container)[0] == "another user id");
  CHECK(layer_names(Tier::bare) == std::vector<std::string>{"CPU time", "wall clock", "memory",
                                                            "file size", "open files", "output",
                                                            "nothing left behind"});
  CHECK(layer_names(Tier::bare, Layers::all().without(Layer::output)).size() == 6);
}
