#pragma once
/// What the program says by its exit code.

#include <cstdint>

namespace softmax {

enum class ExitCode : std::uint8_t {
  done = 0,            ///< done, or passed
  not_right_yet = 1,   ///< an answer is not right yet
  usage = 2,           ///< usage, or bad input
  infrastructure = 3,  ///< something that the program stands on failed
};

}  // namespace softmax
