#include "app/options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "engine/nearest_name.hpp"
#include "engine/quotation.hpp"
#include "lessons/terminal/whole_number.hpp"

namespace softmax::app {
namespace {

bool is_option_of(const CLI::App& command, const std::string& word) {
  return word.starts_with('-') &&
         command.get_option_no_throw(word.substr(0, word.find('='))) != nullptr;
}

[[noreturn]] void refuse_without_value(const CLI::App& command, const std::string& name) {
  const std::string value = command.get_option(name)->get_type_name();
  throw std::invalid_argument(
      fmt::format("{0} needs a value: {0} {1}{2}", name, value, see_help(command)));
}

}  // namespace

std::string see_help(const CLI::App& command) { return " (see " + command.get_name() + " --help)"; }

CLI::Validator whole_number_from(std::size_t least) {
  const auto fault = [least](const std::string& text) {
    const std::optional<std::size_t> number = terminal::whole_number(text);
    return number && *number >= least
               ? ""
               : fmt::format("{} is not a whole number from {}", quotation(text), least);
  };
  return {fault, "", ""};
}

CLI::Option* named(CLI::Option* option, const char* value) {
  return option->type_name(value)->take_last()->capture_default_str();
}

bool takes_value(const CLI::App& command, const std::string& word) {
  if (word.size() < 2 || word[0] != '-' || word.find('=') != std::string::npos) { return false; }
  const CLI::Option* option = command.get_option_no_throw(word);
  return option != nullptr && option->get_items_expected_max() > 0;
}

void require_values(const CLI::App& command, const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_option_of(command, words[i])) { continue; }
    const std::size_t equals = words[i].find('=');
    const std::string name = words[i].substr(0, equals);
    if (takes_value(command, words[i])) {
      ++i;  // the next word is the value
      const bool missing = i == words.size() || is_option_of(command, words[i]);
      if (missing) { refuse_without_value(command, name); }
    } else if (equals != std::string::npos && !takes_value(command, name)) {
      throw std::invalid_argument(fmt::format("{0} takes no value: write {0} alone", name));
    } else if (equals + 1 == words[i].size()) {
      refuse_without_value(command, name);
    }
  }
}

void refuse_repeated(const CLI::App& command) {
  for (const CLI::Option* option : command.get_options()) {
    const bool last_counts = option->get_items_expected_max() > 0 &&
                             option->get_multi_option_policy() == CLI::MultiOptionPolicy::TakeLast;
    if (last_counts && option->count() > 1) {
      throw std::invalid_argument(
          fmt::format("--{} is given twice: give it once", option->get_lnames()[0]));
    }
  }
}

std::vector<std::string> written_options(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    if (option->count() > 0 && !option->get_lnames().empty()) {
      names.push_back(option->get_lnames()[0]);
    }
  }
  return names;
}

std::string unknown_option(const CLI::App& command, const std::string& word) {
  const std::string option = word.substr(0, word.find('='));
  std::vector<std::string> names;
  for (const CLI::Option* known : command.get_options()) {
    for (const std::string& name : known->get_lnames()) { names.push_back("--" + name); }
  }
  return fmt::format("unknown option {}{}{}", quotation(option), did_you_mean(option, names),
                     see_help(command));
}

/// CLI11 wants the words last first.
void parse(CLI::App& app, std::vector<std::string> words) {
  std::reverse(words.begin(), words.end());
  app.parse(words);
}

}  // namespace softmax::app
