#pragma once
/// Numbers on the command line, taken before the option parser sees them.
///
/// To an option parser -1, -.5 and -inf look like options. Here a word that parses as a number is
/// a logit, unless the word before it is an option that takes a value.

#include <functional>
#include <string>
#include <vector>

namespace softmax::app {

/// Computes: the refusal of a word that should have been a number.
std::string no_number(const std::string& word);

struct SplitWords {
  std::vector<std::string> numbers;
  std::vector<std::string> others;
};

/// Computes: the words in two lists, each in its order. `takes_value("--top")` says whether the
/// word after that one belongs to it. A word "2,1,.5" of numbers with commas is taken apart. After
/// a word "--" come numbers only.
/// Throws: std::invalid_argument (no_number) for another word there.
SplitWords split_numbers(const std::vector<std::string>& words,
                         const std::function<bool(const std::string&)>& takes_value);

}  // namespace softmax::app
