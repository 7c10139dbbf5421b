#pragma once
/// The option parser of a page: as much of CLI11 as app/options.cpp and app/trace_words.cpp ask.
///
/// CLI11 itself compiles for a page, but with the streams that it stands on it is a quarter of all
/// that a page would load. What the options are, and nearly all that is said of wrong ones, is in
/// those two sources, which are the command line's. tests/web compares every such line.

#include <cstddef>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace CLI {

class ParseError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class CallForHelp : public ParseError {
 public:
  CallForHelp() : ParseError("help") {}
};

/// Says what is wrong with a value; nothing if it is right.
class Validator {
 public:
  Validator(std::function<std::string(std::string&)> fault_of, const std::string& /*description*/,
            const std::string& /*name*/)
      : fault_of_(std::move(fault_of)) {}

  std::string operator()(std::string& value) const { return fault_of_(value); }

 private:
  std::function<std::string(std::string&)> fault_of_;
};

enum class MultiOptionPolicy : unsigned char { Throw, TakeLast, Join };

/// What the last value, or the joined ones, become.
using Store = std::function<void(const std::string&)>;

class Option {
 public:
  /// "-f,--format", "--top", or "LOGITS".
  Option(const std::string& names, int values, Store store);

  Option* expected(int least, int most);
  Option* type_name(std::string name);
  Option* check(Validator validator);
  Option* take_last();
  Option* join();
  Option* capture_default_str() { return this; }

  [[nodiscard]] int get_items_expected_max() const { return values_; }
  [[nodiscard]] const std::string& get_type_name() const { return type_name_; }
  [[nodiscard]] MultiOptionPolicy get_multi_option_policy() const { return policy_; }
  [[nodiscard]] std::size_t count() const { return results_.size(); }
  [[nodiscard]] const std::vector<std::string>& get_lnames() const { return long_names_; }

  [[nodiscard]] bool is_called(const std::string& word) const;
  void add(const std::string& result) { results_.push_back(result); }
  /// Throws: ParseError for a value that a validator refuses.
  void finish();

 private:
  std::vector<std::string> long_names_;
  std::string short_name_;
  int values_;
  Store store_;
  std::string type_name_;
  MultiOptionPolicy policy_ = MultiOptionPolicy::Throw;
  std::vector<Validator> validators_;
  std::vector<std::string> results_;
};

class App {
 public:
  App(const std::string& description, std::string name);

  void footer(const std::string& /*text*/) {}
  void allow_extras() {}

  Option* add_option(const std::string& names, std::string& value, const char* help);
  Option* add_option(const std::string& names, std::optional<std::string>& value, const char* help);
  Option* add_option(const std::string& names, std::optional<std::size_t>& value, const char* help);
  Option* add_option(const std::string& name, std::vector<std::string>& values, const char* help);
  Option* add_flag(const std::string& names, bool& value, const char* help);
  Option* add_flag_callback(const std::string& names, std::function<void()> call, const char* help);

  /// Throws: ParseError. The words are last first.
  void parse(std::vector<std::string>& words);

  [[nodiscard]] const std::string& get_name() const { return name_; }
  [[nodiscard]] std::string help() const { return name_; }
  [[nodiscard]] const std::vector<std::string>& remaining() const { return remaining_; }
  [[nodiscard]] std::vector<const Option*> get_options() const;
  [[nodiscard]] const Option* get_option_no_throw(const std::string& word) const;
  [[nodiscard]] const Option* get_option(const std::string& word) const;

 private:
  Option* add(const std::string& names, int values, Store store);
  void take(const std::string& word, std::vector<std::string>& words);

  std::string name_;
  std::vector<std::unique_ptr<Option>> options_;
  std::vector<std::string> remaining_;
};

}  // namespace CLI
