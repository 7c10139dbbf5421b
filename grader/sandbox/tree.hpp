#pragma once
/// A process and all that it started, as /proc tells it.

#include <sys/types.h>

#include <cstddef>
#include <vector>

namespace softmax::grader {

/// Reads: what the process started, what that started, and so on; not what has outlived its parent
/// (that belongs to the nearest process above which asked for it, or to the first).
std::vector<pid_t> descendants(pid_t process);

/// Reads: the seconds of CPU time of one process: its own, to a nanosecond, and that of those which
/// it started and saw end, to a tick (0.01 s). 0 if it is gone.
double own_cpu(pid_t process);
double cpu_of_ended(pid_t process);

/// Reads: the bytes of memory that are resident; 0 if it is gone.
std::size_t resident(pid_t process);

}  // namespace softmax::grader
