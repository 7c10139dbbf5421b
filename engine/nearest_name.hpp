#pragma once
/// The nearest of some names to a misspelt one, for messages that help.

#include <string>
#include <string_view>
#include <vector>

namespace softmax {

/// Computes: "; did you mean 'shifted'?" of the name that others call so ("float32" is binary32),
/// or else of one within two edits (Levenshtein) and a third of the letters; else "". Capitals
/// count as small letters.
std::string did_you_mean(std::string_view text, const std::vector<std::string>& names);

/// Computes: the text with the capitals of ASCII as small letters.
std::string lower_case(std::string_view text);

/// Computes: the names with commas between.
std::string joined(const std::vector<std::string>& names);

}  // namespace softmax
