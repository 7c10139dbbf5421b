#pragma once
/// A session's memory: the progress file (lessons/progress/store.hpp).

#include "lessons/page/page.hpp"
#include "lessons/terminal/session.hpp"

namespace softmax::terminal {

/// Does: opens the reader where this lesson was left, with the answers that were given on the way.
/// Returns: what remembers all that follows. Where the file cannot be used, the reader says why,
/// and nothing is remembered.
Memory remembered(const page::Page& page, Reader& reader);

/// Returns: what remembers answers alone. Throws: std::runtime_error if there is no place for them.
Memory remembered_answers();

}  // namespace softmax::terminal
