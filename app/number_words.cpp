#include "app/number_words.hpp"

#include <algorithm>
#include <stdexcept>

#include "app/input/message.hpp"
#include "engine/given.hpp"
#include "engine/quotation.hpp"

namespace softmax::app {
namespace {

std::vector<std::string> parts_of(const std::string& word) {
  std::vector<std::string> parts(1);
  for (const char c : word) {
    if (c == ',') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  if (parts.size() > 1 && parts.back().empty()) { parts.pop_back(); }  // "2," as in "2, 1"
  return parts;
}

}  // namespace

std::string no_number(const std::string& word) {
  return quotation(word) + " is not a number; write 2, -.5, 1e3 or -inf";
}

SplitWords split_numbers(const std::vector<std::string>& words,
                         const std::function<bool(const std::string&)>& takes_value) {
  SplitWords split;
  bool belongs_to_option = false;
  bool options_ended = false;
  for (const std::string& word : words) {
    if (word == "--" && !belongs_to_option && !options_ended) {
      options_ended = true;
      continue;
    }
    const std::vector<std::string> parts = parts_of(word);
    const bool numbers =
        !belongs_to_option && std::all_of(parts.begin(), parts.end(), Given::is_number);
    if (!numbers && options_ended) { throw std::invalid_argument(no_number(word)); }
    if (numbers) {
      split.numbers.insert(split.numbers.end(), parts.begin(), parts.end());
    } else {
      split.others.push_back(word);
    }
    belongs_to_option = !belongs_to_option && takes_value(word);
  }
  return split;
}

}  // namespace softmax::app
