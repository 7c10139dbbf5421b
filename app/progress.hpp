#pragma once
/// A line of progress on standard error, for work that takes over a second.

#include "engine/trace.hpp"

namespace softmax::app {

/// Computes: a callback that, once a second has passed since this call, rewrites one line
/// "tracing... 40 %" on standard error, and erases it at 100 %. Silent where that is no terminal.
/// `at_once` is for work that is known to be long, and may say nothing during its first second.
Progress progress_line(const char* what, bool at_once = false);

}  // namespace softmax::app
