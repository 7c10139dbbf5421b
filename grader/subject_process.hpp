#pragma once
/// The learner's program, asked case by case.
///
///     SubjectProcess subject(program, limits);
///     const std::vector<Observed> observed = subject.observe(check);
///
/// It is started when it is first needed, and again after a call from which it did not come back:
/// so a crash or an endless loop costs the rest of its check and no other check.

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

#include "grader/judge.hpp"

namespace softmax::grader {

struct Limits {
  double check_seconds = 2;  ///< for the cases of one check together, on the wall
};

class SubjectProcess {
 public:
  SubjectProcess(std::filesystem::path program, Limits limits);
  SubjectProcess(const SubjectProcess&) = delete;
  SubjectProcess& operator=(const SubjectProcess&) = delete;
  ~SubjectProcess();

  /// Does: sends the cases, and reads what comes back until the first stop.
  std::vector<Observed> observe(const Check& check);

 private:
  void start();
  void stop();
  Stop why_gone();

  std::filesystem::path program_;
  Limits limits_;
  pid_t child_ = 0;
  int requests_ = -1;
  int responses_ = -1;
};

}  // namespace softmax::grader
