#include "grader/sandbox/spawn.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>

#include "grader/sandbox/descriptor.hpp"

namespace softmax::grader {
namespace {

void must_be_done(int error, const std::string& what) {
  if (error != 0) { throw std::system_error(error, std::generic_category(), what); }
}

class Actions {
 public:
  explicit Actions(const std::vector<Given>& descriptors) : out_of_the_way_(descriptors.size()) {
    must_be_done(::posix_spawn_file_actions_init(&actions_), "posix_spawn");
    for (const int number : {0, 1}) {
      must_be_done(::posix_spawn_file_actions_addopen(&actions_, number, "/dev/null", O_RDWR, 0),
                   "posix_spawn");
    }
    for (std::size_t i = 0; i < descriptors.size(); ++i) {
      // Above all of theirs, so that putting one in its place overwrites no other.
      constexpr int above = 128;
      out_of_the_way_[i] = Descriptor(::fcntl(descriptors[i].ours, F_DUPFD_CLOEXEC, above));
      const int ours = out_of_the_way_[i].number();
      must_be_done(ours < 0 ? errno : 0, "a descriptor");
      must_be_done(::posix_spawn_file_actions_adddup2(&actions_, ours, descriptors[i].theirs),
                   "posix_spawn");
    }
  }
  ~Actions() { ::posix_spawn_file_actions_destroy(&actions_); }
  Actions(const Actions&) = delete;
  Actions& operator=(const Actions&) = delete;
  Actions(Actions&&) = delete;
  Actions& operator=(Actions&&) = delete;

  [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
  std::vector<Descriptor> out_of_the_way_;
};

class Attributes {
 public:
  Attributes() {
    must_be_done(::posix_spawnattr_init(&attributes_), "posix_spawn");
    sigset_t set{};
    ::sigemptyset(&set);
    ::posix_spawnattr_setsigmask(&attributes_, &set);
    ::sigfillset(&set);
    ::posix_spawnattr_setsigdefault(&attributes_, &set);
    // A session of its own: Ctrl-C is the judge's to handle, and there is no terminal to write to.
    constexpr short flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSID;
    ::posix_spawnattr_setflags(&attributes_, flags);
  }
  ~Attributes() { ::posix_spawnattr_destroy(&attributes_); }
  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;
  Attributes(Attributes&&) = delete;
  Attributes& operator=(Attributes&&) = delete;

  [[nodiscard]] const posix_spawnattr_t* get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_{};
};

}  // namespace

pid_t spawn(const std::vector<std::string>& arguments, const std::vector<Given>& descriptors) {
  const Actions actions(descriptors);
  const Attributes attributes;
  std::vector<char*> pointers;
  pointers.reserve(arguments.size() + 1);
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): posix_spawn() changes none of them
  for (const std::string& text : arguments) { pointers.push_back(const_cast<char*>(text.c_str())); }
  pointers.push_back(nullptr);
  std::array<char*, 1> nothing{};
  pid_t process = -1;
  must_be_done(::posix_spawnp(&process, pointers.front(), actions.get(), attributes.get(),
                              pointers.data(), nothing.data()),
               arguments.front());
  return process;
}

bool wait_for(pid_t process, double seconds) {
  constexpr double moment = 0.0005;
  for (double waited = 0;; waited += moment) {
    const pid_t ended = ::waitpid(process, nullptr, WNOHANG);
    if (ended == process || (ended < 0 && errno == ECHILD)) { return true; }
    if (waited > seconds) { return false; }
    ::poll(nullptr, 0, 1);
  }
}

}  // namespace softmax::grader
