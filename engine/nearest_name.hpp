#pragma once
/// The nearest of some names to a misspelt one, for messages that help.

#include <string>
#include <string_view>
#include <vector>

namespace softmax {

/// Computes: "; did you mean 'shifted'?" where a name is within three edits (Levenshtein)
/// and not most of the letters would change, else "".
std::string did_you_mean(std::string_view text, const std::vector<std::string>& names);

/// Computes: the names with commas between.
std::string joined(const std::vector<std::string>& names);

}  // namespace softmax
