#pragma once
/// A line of progress on standard error, for work that takes over a second.

#include "engine/trace.hpp"

namespace softmax::app {

/// Computes: a callback that, once a second has passed since this call, rewrites one line
/// "tracing... 40 %" on standard error, and erases it at 100 %. Silent where that is no terminal.
Progress progress_line(const char* what);

}  // namespace softmax::app
