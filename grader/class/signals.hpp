#pragma once
/// SIGINT and SIGTERM, asked for instead of suffered.

#include <csignal>

namespace softmax::grader {

/// While it lives the two signals wait, in this thread and in those that it begins; so they do in
/// the processes that are begun: Ctrl-C on a terminal reaches a compiler too, and a compiler that
/// it killed would say of an answer that it does not compile.
class Signals {
 public:
  Signals() {
    sigemptyset(&both_);
    sigaddset(&both_, SIGINT);
    sigaddset(&both_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &both_, &before_);
  }
  Signals(const Signals&) = delete;
  Signals& operator=(const Signals&) = delete;
  Signals(Signals&&) = delete;
  Signals& operator=(Signals&&) = delete;
  ~Signals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

  /// Does: waits so long for one of them. Returns: its number; below 0 where none came.
  [[nodiscard]] int wait(long milliseconds) const {
    const timespec patience{milliseconds / 1000, milliseconds % 1000 * 1'000'000};
    return sigtimedwait(&both_, nullptr, &patience);
  }

  /// Does: ends the program as that signal does.
  void obey(int signal) const {
    std::signal(signal, SIG_DFL);
    std::raise(signal);
    pthread_sigmask(SIG_UNBLOCK, &both_, nullptr);
  }

 private:
  sigset_t both_{};
  sigset_t before_{};
};

}  // namespace softmax::grader
