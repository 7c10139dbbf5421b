// What a learner's program may try. `sandbox_subject VERB [ARGUMENT]` tries it and ends with 0 if
// it could, with 1 and the reason if it was refused.

#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/sched.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

using Argument = const std::string&;

int number(Argument text) { return std::stoi(text); }

int verdict(bool could) {
  if (could) { return 0; }
  std::printf("%s", std::strerror(errno));
  return 1;
}

[[noreturn]] void loop() {
  for (volatile bool on = true; on;) {}
  std::abort();
}

int recurse(int depth) {
  std::array<char, 4096> frame{};
  frame[0] = static_cast<char>(depth);
  return recurse(depth + 1) + frame[0];
}

int fill_heap() {
  for (;;) {
    auto* block = new char[1U << 20U];
    std::memset(block, 1, 1U << 20U);
  }
}

int double_array() {
  std::vector<char> all;
  for (;;) { all.resize(2 * all.size() + 1, 1); }
}

int flood(Argument bytes) {
  const std::string line(1023, 'x');
  for (long left = std::stol(bytes); left > 0; left -= 1024) { std::puts(line.c_str()); }
  return 0;
}

int echo() {
  std::array<char, 4096> chunk{};
  ssize_t got = 0;
  while ((got = ::read(0, chunk.data(), chunk.size())) > 0) {
    if (::write(3, chunk.data(), static_cast<std::size_t>(got)) != got) { return 1; }
  }
  return 0;
}

int print_environment() {
  for (char** variable = environ; *variable != nullptr; ++variable) { std::puts(*variable); }
  return 0;
}

int print_descriptors() {
  for (int i = 0; i < 1024; ++i) {
    if (::fcntl(i, F_GETFD) >= 0) { std::printf("%d ", i); }
  }
  return 0;
}

/// What the kernel tells of it.
int print_file(const char* path) {
  FILE* file = std::fopen(path, "r");
  std::array<char, 256> line{};
  while (file != nullptr && std::fgets(line.data(), line.size(), file) != nullptr) {
    std::fputs(line.data(), stdout);
  }
  return 0;
}

/// Children that wait until they are killed: how many came to be.
int forks(Argument most) {
  int made = 0;
  for (; made < number(most); ++made) {
    const pid_t child = ::fork();
    if (child == 0) { ::pause(); }
    if (child < 0) { break; }
  }
  std::printf("%d", made);
  return made > 0 ? 0 : 1;
}

/// Computes in so many processes at once, until all are stopped.
int loops(Argument processes) {
  for (int i = 1; i < number(processes); ++i) {
    if (::fork() == 0) { break; }
  }
  loop();
}

/// Computes in one short process after the other, for ever.
[[noreturn]] void generations() {
  for (;;) {
    if (::fork() == 0) {
      while (std::clock() < CLOCKS_PER_SEC / 20) {}
      ::_exit(0);
    }
    ::wait(nullptr);
  }
}

/// A process in a user namespace of its own, by the call whose flags a filter cannot see.
int clone_unseen() {
  clone_args how{};
  how.flags = CLONE_NEWUSER;
  how.exit_signal = SIGCHLD;
  const long child = ::syscall(SYS_clone3, &how, sizeof how);
  if (child == 0) { ::_exit(0); }
  return verdict(child > 0);
}

int run_open_file(Argument path) {
  const int file = ::open(path.c_str(), O_RDONLY);
  const char* arguments[] = {path.c_str(), "exit", "0", nullptr};
  return verdict(::syscall(SYS_execveat, file, "", arguments, environ, AT_EMPTY_PATH) == 0);
}

int lower_limit() {
  const rlimit none{0, 0};
  return verdict(::setrlimit(RLIMIT_NOFILE, &none) == 0);
}

/// A process of a session of its own, whose parent is gone, and which holds 3 open.
int leave_daemon() {
  if (::fork() == 0) {
    ::setsid();
    if (::fork() == 0) { ::sleep(1000); }
    ::_exit(0);
  }
  ::wait(nullptr);
  return 0;
}

int connect_to(Argument port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(number(port)));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int s = ::socket(AF_INET, SOCK_STREAM, 0);
  return verdict(::connect(s, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
}

int write_file(Argument path) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (file < 0) { return verdict(false); }
  const std::string block(1U << 20U, 'x');
  return verdict(::write(file, block.data(), block.size()) == ssize_t(block.size()));
}

int ignore_signals() {
  for (int signal = 1; signal < 32; ++signal) { std::signal(signal, SIG_IGN); }
  loop();
}

int open_many(Argument path) {
  for (int i = 0; i < 60; ++i) {
    if (::open(path.c_str(), O_RDONLY) < 0) { return verdict(false); }
  }
  return 0;
}

const std::map<std::string, std::function<int(Argument)>> verbs{
    {"exit", [](Argument code) { return number(code); }},
    {"quick_exit", [](Argument code) -> int { std::quick_exit(number(code)); }},
    {"abort", [](Argument) -> int { std::abort(); }},
    {"throw", [](Argument) -> int { throw std::runtime_error("nobody catches it"); }},
    {"crash", [](Argument) -> int { return *static_cast<volatile int*>(nullptr); }},
    {"say",
     [](Argument) {
       ::write(1, "one ", 4);
       ::write(2, "two", 3);
       return 0;
     }},
    {"arguments", [](Argument one) { return std::puts(one.c_str()) < 0 ? 1 : 0; }},
    {"flood", flood},
    {"echo", [](Argument) { return echo(); }},
    {"respond", [](Argument text) { return ::write(3, text.data(), text.size()) > 0 ? 0 : 1; }},
    {"environment", [](Argument) { return print_environment(); }},
    {"descriptors", [](Argument) { return print_descriptors(); }},
    {"status", [](Argument) { return print_file("/proc/self/status"); }},
    {"limits", [](Argument) { return print_file("/proc/self/limits"); }},
    {"directory", [](Argument) { return std::puts(::get_current_dir_name()) < 0 ? 1 : 0; }},
    {"loop", [](Argument) -> int { loop(); }},
    {"loops", loops},
    {"generations", [](Argument) -> int { generations(); }},
    {"clone3", [](Argument) { return clone_unseen(); }},
    {"run_open", run_open_file},
    {"lower_limit", [](Argument) { return lower_limit(); }},
    {"sleep", [](Argument seconds) { return int(::sleep(unsigned(number(seconds)))); }},
    {"stop", [](Argument) { return std::raise(SIGSTOP); }},
    {"ignore", [](Argument) { return ignore_signals(); }},
    {"heap", [](Argument) { return fill_heap(); }},
    {"array", [](Argument) { return double_array(); }},
    {"stack", [](Argument) { return recurse(0); }},
    {"read", [](Argument path) { return verdict(::open(path.c_str(), O_RDONLY) >= 0); }},
    {"open_many", open_many},
    {"write", write_file},
    {"forks", forks},
    {"thread",
     [](Argument) {
       std::thread([] {}).join();
       return 0;
     }},
    {"socket", [](Argument) { return verdict(::socket(AF_INET, SOCK_STREAM, 0) >= 0); }},
    {"connect", connect_to},
    {"ptrace",
     [](Argument) { return verdict(::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0); }},
    {"signal", [](Argument process) { return verdict(::kill(number(process), 0) == 0); }},
    {"memory_file", [](Argument) { return verdict(::memfd_create("m", 0) >= 0); }},
    {"shared_memory",
     [](Argument) {
       const int id = ::shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0600);
       if (id >= 0) { ::shmctl(id, IPC_RMID, nullptr); }
       return verdict(id >= 0);
     }},
    {"run",
     [](Argument path) {
       return verdict(::execl(path.c_str(), path.c_str(), "exit", "0", nullptr) == 0);
     }},
    {"unshare", [](Argument) { return verdict(::unshare(CLONE_NEWUSER) == 0); }},
    {"link", [](Argument path) { return verdict(::symlink("/etc/passwd", path.c_str()) == 0); }},
    {"daemon", [](Argument) { return leave_daemon(); }},
};

int obey(Argument verb, Argument argument) {
  const auto found = verbs.find(verb);
  return found == verbs.end() ? 99 : found->second(argument);
}

/// What is done before main() begins.
struct Early {
  Early() {
    if (const char* verb = std::getenv("EARLY")) { std::_Exit(obey(verb, "")); }
  }
} early;

}  // namespace

int main(int count, char** arguments) {
  return obey(count > 1 ? arguments[1] : "", count > 2 ? arguments[2] : "");
}
