#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <string_view>

namespace CLI {
namespace {

/// "-f,--format" in two.
std::vector<std::string> split(std::string_view names) {
  std::vector<std::string> parts;
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(','), names.size());
    parts.emplace_back(names.substr(0, end));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return parts;
}

/// As CLI11 has it: "---x" and "-!" are no options.
bool begins_name(const std::string& word, std::size_t at) {
  return word.size() > at && std::string_view("-! \n").find(word[at]) == std::string_view::npos;
}
bool is_long(const std::string& word) { return word.starts_with("--") && begins_name(word, 2); }
bool is_short(const std::string& word) { return word.starts_with('-') && begins_name(word, 1); }

}  // namespace

Option::Option(const std::string& names, int values, Store store)
    : values_(values), store_(std::move(store)) {
  for (const std::string& name : split(names)) {
    if (name.starts_with("--")) {
      long_names_.push_back(name.substr(2));
    } else if (name.starts_with('-')) {
      short_name_ = name;
    }
  }
}

Option* Option::expected(int /*least*/, int most) {
  values_ = most < 0 ? std::numeric_limits<int>::max() : most;
  return this;
}

Option* Option::type_name(std::string name) {
  type_name_ = std::move(name);
  return this;
}

Option* Option::check(Validator validator) {
  validators_.push_back(std::move(validator));
  return this;
}

Option* Option::take_last() {
  policy_ = MultiOptionPolicy::TakeLast;
  return this;
}

Option* Option::join() {
  policy_ = MultiOptionPolicy::Join;
  return this;
}

bool Option::is_called(const std::string& word) const {
  if (word == short_name_) { return !word.empty(); }
  return word.starts_with("--") &&
         std::find(long_names_.begin(), long_names_.end(), word.substr(2)) != long_names_.end();
}

void Option::finish() {
  if (results_.empty()) { return; }
  for (std::string& result : results_) {
    for (const Validator& fault_of : validators_) {
      const std::string fault = fault_of(result);
      if (!fault.empty()) { throw ParseError("--" + long_names_[0] + ": " + fault); }
    }
  }
  std::string value = results_.back();
  if (policy_ == MultiOptionPolicy::Join) {
    value = results_[0];
    for (std::size_t i = 1; i < results_.size(); ++i) { value += "\n" + results_[i]; }
  }
  store_(value);
}

App::App(const std::string& /*description*/, std::string name) : name_(std::move(name)) {
  add("-h,--help", 0, [](const std::string&) { throw CallForHelp(); });
}

Option* App::add(const std::string& names, int values, Store store) {
  options_.push_back(std::make_unique<Option>(names, values, std::move(store)));
  return options_.back().get();
}

Option* App::add_option(const std::string& names, std::string& value, const char* /*help*/) {
  return add(names, 1, [&value](const std::string& text) { value = text; });
}

Option* App::add_option(const std::string& names, std::optional<std::string>& value,
                        const char* /*help*/) {
  return add(names, 1, [&value](const std::string& text) { value = text; });
}

/// A validator has seen that it is a number.
Option* App::add_option(const std::string& names, std::optional<std::size_t>& value,
                        const char* /*help*/) {
  return add(names, 1, [&value](const std::string& text) {
    std::size_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    value = number;
  });
}

/// Numbers never come to the parser: app/number_words.hpp takes them.
Option* App::add_option(const std::string& name, std::vector<std::string>& /*values*/,
                        const char* /*help*/) {
  return add(name, 1, [](const std::string&) {});
}

Option* App::add_flag(const std::string& names, bool& value, const char* /*help*/) {
  return add(names, 0, [&value](const std::string&) { value = true; });
}

Option* App::add_flag_callback(const std::string& names, std::function<void()> call,
                               const char* /*help*/) {
  return add(names, 0, [call = std::move(call)](const std::string&) { call(); });
}

void App::parse(std::vector<std::string>& words) {
  while (!words.empty()) {
    const std::string word = words.back();
    words.pop_back();
    if (is_short(word) || is_long(word)) { take(word, words); }
  }
  // Help comes last: a wrong value is told all the same.
  for (std::size_t i = 1; i < options_.size(); ++i) { options_[i]->finish(); }
  options_[0]->finish();
}

/// --format=V, --format V, -fV, or -f V; of flags, -hf is -h -f.
void App::take(const std::string& word, std::vector<std::string>& words) {
  const std::size_t end = is_long(word) ? std::min(word.find('='), word.size()) : 2;
  const std::string name = word.substr(0, end);
  const std::string rest = word.substr(std::min(end + (is_long(word) ? 1 : 0), word.size()));
  const auto found = std::find_if(options_.begin(), options_.end(),
                                  [&](const auto& option) { return option->is_called(name); });
  if (found == options_.end()) {
    remaining_.push_back(word);
    return;
  }
  Option& option = **found;
  if (option.get_items_expected_max() == 0) {
    option.add("true");
    if (!rest.empty() && !is_long(word)) { words.push_back("-" + rest); }
  } else if (!rest.empty()) {
    option.add(rest);
  } else if (words.empty()) {
    throw ParseError("--" + option.get_lnames()[0] + ": 1 required " + option.get_type_name() +
                     " missing");
  } else {
    option.add(words.back());
    words.pop_back();
  }
}

std::vector<const Option*> App::get_options() const {
  std::vector<const Option*> all;
  for (const auto& option : options_) { all.push_back(option.get()); }
  return all;
}

const Option* App::get_option_no_throw(const std::string& word) const {
  for (const auto& option : options_) {
    if (option->is_called(word)) { return option.get(); }
  }
  return nullptr;
}

const Option* App::get_option(const std::string& word) const {
  const Option* option = get_option_no_throw(word);
  if (option == nullptr) { throw std::invalid_argument("no option " + word); }
  return option;
}

}  // namespace CLI
