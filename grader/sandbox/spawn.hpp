#pragma once
/// A program started with certain descriptors and nothing else of this process's.

#include <sys/types.h>

#include <string>
#include <vector>

namespace softmax::grader {

struct Given {
  int ours;    ///< this process's number of it
  int theirs;  ///< the number under which the program has it
};

/// Does: starts the program, found on PATH if it names no directory, with an empty environment, in
/// a session of its own, with 0 and 1 on /dev/null, and no signal blocked or ignored. Nothing of
/// this process is copied for that, however large it is.
/// Throws: std::system_error.
pid_t spawn(const std::vector<std::string>& arguments, const std::vector<Given>& descriptors);

/// Does: waits for a process until it has ended, or so many seconds. Returns: whether it has.
bool wait_for(pid_t process, double seconds);

}  // namespace softmax::grader
