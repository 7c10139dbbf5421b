#pragma once
/// From words to the command that makes a bundle for another system.

#include <string>
#include <vector>

#include "lessons/terminal/exit_code.hpp"

namespace softmax::app {

/// Does: package, as the words after it say. Throws: std::invalid_argument, one line.
ExitCode package_from_words(const std::vector<std::string>& words);

}  // namespace softmax::app
