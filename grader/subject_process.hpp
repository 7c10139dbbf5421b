#pragma once
/// The learner's program, asked case by case, in a sandbox.
///
///     SubjectProcess subject(program, {Tier::namespaces});
///     const std::vector<Observed> observed = subject.observe(check);
///
/// It is started when it is first needed, and again after a call from which it did not come back:
/// so a crash or an endless loop costs the rest of its check and no other check.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "grader/judge.hpp"
#include "grader/sandbox/child.hpp"

namespace softmax::grader {

/// How a program is run.
struct Running {
  Tier tier = Tier::bare;
  bool sanitizers = false;   ///< it was built with them: they need more of all
  double check_seconds = 2;  ///< of CPU time, for the cases of one check together
};

class SubjectProcess {
 public:
  SubjectProcess(std::filesystem::path program, Running running);

  /// Does: sends the cases, and reads what comes back until the first stop.
  /// Throws: std::runtime_error where the sandbox fails: that is no verdict.
  std::vector<Observed> observe(const Check& check);

  /// Computes: what it printed, and what the sanitizers said, before it last stopped.
  [[nodiscard]] const std::string& said() const { return said_; }

 private:
  void start();
  Stop why_gone();

  std::filesystem::path program_;
  Running running_;
  std::optional<Child> child_;
  std::string said_;
};

}  // namespace softmax::grader
