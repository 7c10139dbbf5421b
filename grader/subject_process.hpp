#pragma once
/// The learner's program, asked case by case, in a sandbox.
///
///     SubjectProcess subject(program, {Tier::namespaces});
///     const std::vector<Observed> observed = subject.observe(check);
///
/// It is started when it is first needed, and again after a call from which it did not come back:
/// so a crash or an endless loop costs the rest of its check and no other check. Where one check of
/// a task was stopped for time, its others get little: most often they have no end either.
///
/// After the cases of a check it is asked for a mark that nobody can guess. What comes before that
/// and is no result was sent by the answer itself; so whether it was seen is no matter of time.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "grader/allowance.hpp"
#include "grader/judge.hpp"
#include "grader/sandbox/child.hpp"

namespace softmax::grader {

/// How a program is run.
struct Running {
  Tier tier = Tier::bare;
  bool sanitizers = false;  ///< it was built with them: they need more of all
  Allowance allowance = {};
};

class SubjectProcess {
 public:
  SubjectProcess(std::filesystem::path program, Running running);

  /// Does: sends the cases, and reads what comes back until the first stop.
  /// Throws: std::runtime_error where the sandbox fails: that is no verdict.
  std::vector<Observed> observe(const Check& check);

  /// Does: lets it end, as nothing more is asked. Returns: a stop if more had come than was asked
  /// for, or if it did not end well.
  std::optional<Stop> finish();

  /// Computes: the seconds of CPU time that it has used since its start, by the kernel's clock.
  double cpu() { return child_ ? child_->cpu() : 0; }

  /// Computes: what it printed, and what the sanitizers said, before it last stopped.
  [[nodiscard]] const std::string& said() const { return said_; }

 private:
  void start();
  void allow(double seconds);
  void rest();
  Stop why_gone();

  std::filesystem::path program_;
  Running running_;
  std::optional<Child> child_;
  double seconds_ = 0;       ///< of CPU time, for what was asked last
  std::string out_of_time_;  ///< the task that had a check stopped for time
  std::string received_;     ///< what has come and is not yet taken
  std::string said_;
};

}  // namespace softmax::grader
