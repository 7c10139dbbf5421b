#pragma once
/// What the program says by its exit code.

namespace softmax::app {

enum class ExitCode : int {
  done = 0,            ///< done, or passed
  not_right_yet = 1,   ///< an answer is not right yet
  usage = 2,           ///< usage, or bad input
  infrastructure = 3,  ///< something that the program stands on failed
};

}  // namespace softmax::app
