#pragma once
/// Numbers on the command line, taken before the option parser sees them.
///
/// To an option parser -1, -.5 and -inf look like options, and a pasted [1, 2] like brackets to
/// strip. Here every word that is neither an option nor an option's value is a logit, or some.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace softmax::app {

/// Computes: the refusal of words that should have been a number, or a list of them.
std::string no_number(const std::string& words);

/// Computes: "[0.659 0.242 0.099]" without its brackets and the blanks around it.
std::string_view without_brackets(std::string_view list);

struct SplitWords {
  std::vector<std::string> numbers;
  std::vector<std::string> others;     ///< options and their values
  std::vector<std::string> strangers;  ///< neither: no_number refuses each
};

/// Computes: the words in three lists, each in its order. `takes_value("--top")` says whether the
/// word after that one belongs to it. "2,1,.5" and "2 1" are taken apart, and so is a list in
/// brackets, be it one word or several. After a word "--" come numbers only.
SplitWords split_numbers(const std::vector<std::string>& words,
                         const std::function<bool(const std::string&)>& takes_value);

}  // namespace softmax::app
