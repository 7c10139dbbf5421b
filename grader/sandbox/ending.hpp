#pragma once
/// How a command ended.

#include <cstddef>
#include <cstdint>
#include <string>

namespace softmax::grader {

struct Ending {
  enum class How : std::uint8_t {
    exited,          ///< by itself, with `code`
    signalled,       ///< by the signal `code`
    timed_out_cpu,   ///< its CPU time was used up
    timed_out_wall,  ///< its time by the clock on the wall was
    out_of_memory,   ///< by the watch on resident memory, or by a signal while half or more of what
                     ///< it may have was resident
    output_limit,    ///< it said too much
    forbidden,       ///< it made a system call that is not listed
    stopped,         ///< by Child::kill()
    infrastructure,  ///< it never ran, or what watches over it is gone: nothing is known of it
  };

  How how = How::infrastructure;
  int code = 0;

  double cpu = 0;               ///< seconds, of all its processes together
  double wall = 0;              ///< seconds, from its start
  std::size_t peak_memory = 0;  ///< resident bytes of its largest process

  std::string said;  ///< what it wrote on 1 and 2, in order, as far as it is kept
  bool said_more = false;
  std::string why;  ///< infrastructure: what went wrong, in one line
};

/// Computes: one line without a full stop, such as "was ended by signal 11 (Segmentation fault)".
std::string words(const Ending& ending);

}  // namespace softmax::grader
