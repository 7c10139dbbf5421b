#pragma once
/// Stands beside a running command: keeps the time, looks at its memory, takes what it says.

#include <sys/resource.h>
#include <sys/types.h>

#include <optional>

#include "grader/sandbox/launch/start.hpp"
#include "grader/sandbox/plan.hpp"

namespace softmax::grader::launch {

class Watch {
 public:
  /// Domain: SIGCHLD is blocked, and has a handler.
  Watch(const Walls& walls, const Started& started);

  /// Does: waits until the command has ended, or ends it; and ends all that it has left.
  /// Returns: nothing if the judge is gone.
  std::optional<Report> run();

 private:
  using How = Ending::How;

  [[nodiscard]] bool over() const { return status_.has_value() || stop_.has_value() || alone_; }
  void reap();
  void reap(int status, const rusage& usage, bool itself);
  void look();
  void look_at_memory();
  void wait_for_news();
  [[nodiscard]] double until_next_look() const;
  void take_what_is_said();
  void take_order();
  void end_all();
  [[nodiscard]] double wall() const;
  [[nodiscard]] double cpu() const;
  [[nodiscard]] How how_it_ended() const;
  [[nodiscard]] Report report() const;

  Walls walls_;
  pid_t process_;
  int said_;
  double started_;
  double cpu_end_;         ///< of its CPU time; infinite where there is no limit
  double wall_end_;        ///< of its time by the clock on the wall
  double cpu_looked_ = 0;  ///< how much it had used when last looked at
  double cpu_reaped_ = 0;  ///< of all that has ended
  std::size_t heard_ = 0;  ///< bytes that it said
  std::size_t kept_ = 0;   ///< how many of them were written down
  std::size_t peak_ = 0;
  double ended_ = 0;
  bool alone_ = false;  ///< the judge is gone
  std::optional<int> status_;
  std::optional<How> stop_;  ///< why it is to be ended
};

}  // namespace softmax::grader::launch
