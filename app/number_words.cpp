#include "app/number_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/input/message.hpp"
#include "engine/given.hpp"
#include "engine/quotation.hpp"

namespace softmax::app {
namespace {

constexpr std::string_view blanks = " \t\r\n\v\f";

std::vector<std::string> split_at_blanks(std::string_view text) {
  std::vector<std::string> words;
  std::size_t begin = text.find_first_not_of(blanks);
  while (begin != std::string_view::npos) {
    const std::size_t end = std::min(text.find_first_of(blanks, begin), text.size());
    words.emplace_back(text.substr(begin, end - begin));
    begin = text.find_first_not_of(blanks, end);
  }
  return words;
}

/// The words between commas and blanks; an empty one where nothing stands before a comma.
std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t comma = text.find(',');
    const std::vector<std::string> words = split_at_blanks(text.substr(0, comma));
    parts.insert(parts.end(), words.begin(), words.end());
    if (comma == std::string_view::npos) { return parts; }
    if (words.empty()) { parts.emplace_back(); }
    text.remove_prefix(comma + 1);
  }
}

/// -1..5 and -inf,2 are no options.
bool is_option(const std::string& word) {
  if (word.size() < 2 || word[0] != '-' || word == "--") { return false; }
  const bool digits = word[1] == '.' || (word[1] >= '0' && word[1] <= '9');
  return !digits && !Given::is_number(word.substr(0, word.find_first_of(", ]")));
}

/// A number, or numbers.
void take(const std::string& text, SplitWords& split) {
  const std::vector<std::string> parts = parts_of(without_brackets(text));
  if (!parts.empty() && std::all_of(parts.begin(), parts.end(), Given::is_number)) {
    split.numbers.insert(split.numbers.end(), parts.begin(), parts.end());
  } else {
    split.strangers.push_back(text);
  }
}

/// The word at `at`, and if it opens a list those up to its end; `at` comes to the last of them.
std::string list_at(const std::vector<std::string>& words, std::size_t& at) {
  std::string list = words[at];
  if (!list.starts_with('[')) { return list; }
  const auto ends = [&] { return words[at].find(']') != std::string::npos; };
  while (!ends() && at + 1 < words.size() && !is_option(words[at + 1])) {
    list += " " + words[++at];
  }
  return list;
}

}  // namespace

std::string no_number(const std::string& words) {
  constexpr std::string_view remedy = "write 2, -.5, 1e3 or -inf";
  if (!words.starts_with('[')) { return not_a_number(words, remedy); }
  if (words.find(']') == std::string::npos) {
    return quotation(words) + " is a list without an end; close it with ]";
  }
  if (words.find('[', 1) != std::string::npos) {
    return quotation(words) + " is more than one list; give one row of numbers";
  }
  const std::vector<std::string> parts = parts_of(without_brackets(words));
  const auto bad = std::find_if_not(parts.begin(), parts.end(), Given::is_number);
  if (bad == parts.end()) {
    return quotation(words) + " holds no numbers; a list is [2, -.5, -inf]";
  }
  return fmt::format("in the list {}, {}", quotation(words), not_a_number(*bad, remedy));
}

std::string_view without_brackets(std::string_view list) {
  list.remove_prefix(std::min(list.find_first_not_of(blanks), list.size()));
  list = list.substr(0, list.find_last_not_of(blanks) + 1);
  if (list.starts_with('[') && list.ends_with(']')) { list = list.substr(1, list.size() - 2); }
  return list;
}

SplitWords split_numbers(const std::vector<std::string>& words,
                         const std::function<bool(const std::string&)>& takes_value) {
  SplitWords split;
  bool belongs_to_option = false;
  bool options_ended = false;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::string& word = words[at];
    if (belongs_to_option || (!options_ended && is_option(word))) {
      split.others.push_back(word);
      belongs_to_option = !belongs_to_option && takes_value(word);
    } else if (word == "--" && !options_ended) {
      options_ended = true;
    } else {
      take(list_at(words, at), split);
    }
  }
  return split;
}

}  // namespace softmax::app
