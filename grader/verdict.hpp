#pragma once
/// What became of a check, a task or a whole answer, in one word.

#include <cstdint>
#include <string_view>

namespace softmax::grader {

enum class Verdict : std::uint8_t {
  pass,
  wrong,
  compile_error,
  time_out,
  memory,
  crash,
  output_limit,
  forbidden,       ///< a system call that no answer needs
  protocol,        ///< what came over the pipe is no response
  skipped,         ///< a task that it needs did not pass
  infrastructure,  ///< something beneath failed: never the learner's
  missing,         ///< no answer was handed in
  refused,         ///< what was handed in cannot be taken: a link, an archive that is damaged
};

/// Computes: the word in a record: "pass", "time-out".
std::string_view name(Verdict verdict);

}  // namespace softmax::grader
