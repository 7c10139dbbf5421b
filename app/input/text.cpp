#include "app/input/text.hpp"

#include <algorithm>
#include <stdexcept>

#include "app/input/message.hpp"
#include "app/input/row.hpp"

namespace softmax::app {
namespace {

constexpr std::string_view blanks = " \t\r\v\f";
constexpr std::string_view word_ends = " \t\r\v\f,;";
constexpr std::string_view separators = ",;";
constexpr std::string_view number_begins = "+-.0123456789";
constexpr std::string_view typographic_minus = "\xe2\x88\x92";  // U+2212

/// What is left of a text after its first n bytes.
std::string_view after(std::string_view text, std::size_t n) {
  return text.substr(std::min(n, text.size()));
}

/// Errors of one text, at a place in it.
struct Complaint {
  std::string_view text;
  const std::string& name;

  [[noreturn]] void at(std::string_view part, const std::string& what) const {
    const auto offset = static_cast<std::size_t>(part.data() - text.data());
    throw InputError(place(name, text, offset) + ": " + what);
  }
};

/// The words of one line, one after the other.
class Words {
 public:
  Words(std::string_view line, const Complaint& complaint) : rest_(line), complaint_(complaint) {}

  /// Returns: the next word, or nothing at the end of the line.
  std::optional<std::string_view> next() {
    for (skip_blanks(); at_separator(); skip_blanks()) {
      if (!after_word_) { complaint_.at(rest_, "no number before this separator; write it"); }
      rest_.remove_prefix(1);
      after_word_ = false;
    }
    if (rest_.empty()) { return std::nullopt; }
    const std::string_view word = rest_.substr(0, rest_.find_first_of(word_ends));
    rest_.remove_prefix(word.size());
    after_word_ = true;
    return word;
  }

 private:
  void skip_blanks() { rest_ = after(rest_, rest_.find_first_not_of(blanks)); }

  [[nodiscard]] bool at_separator() const {
    return !rest_.empty() && separators.find(rest_.front()) != std::string_view::npos;
  }

  std::string_view rest_;
  const Complaint& complaint_;
  bool after_word_ = false;
};

/// The lines of a text without their comments.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {}

  std::optional<std::string_view> next() {
    if (rest_.empty()) { return std::nullopt; }
    const std::string_view line = rest_.substr(0, rest_.find('\n'));
    rest_ = after(rest_, line.size() + 1);
    return line.substr(0, line.find('#'));
  }

 private:
  std::string_view rest_;
};

bool begins_as_number(std::string_view word) {
  return number_begins.find(word.front()) != std::string_view::npos || Given::is_number(word);
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(blanks) == std::string_view::npos;
}

/// Words of which none begins as a number does. Its fields may be empty, unlike those of a row.
bool is_header(std::string_view line) {
  bool any = false;
  while (!(line = after(line, line.find_first_not_of(word_ends))).empty()) {
    const std::string_view word = line.substr(0, line.find_first_of(word_ends));
    if (begins_as_number(word)) { return false; }
    line.remove_prefix(word.size());
    any = true;
  }
  return any;
}

[[noreturn]] void refuse_word(std::string_view word, const Complaint& complaint,
                              const std::string& reason) {
  if (word.starts_with(typographic_minus)) {
    complaint.at(word, quotation(word) + " begins with the minus sign U+2212; write -");
  }
  if (Given::is_number(word)) { complaint.at(word, reason); }
  complaint.at(word, quotation(word) + " is not a number; correct it, or begin a comment with #");
}

Given number(std::string_view word, const Complaint& complaint) {
  try {
    return Given::from_text(word);
  } catch (const std::invalid_argument& error) { refuse_word(word, complaint, error.what()); }
}

class TextReader {
 public:
  TextReader(std::string_view text, const std::string& name, std::optional<std::size_t> row)
      : lines_(text), complaint_{text, name}, row_(row) {}

  std::vector<Given> read() {
    std::size_t rows = 0;
    while (const std::optional<std::string_view> line = next_line()) {
      if (!row_ || *row_ == rows) { take_numbers(*line); }
      ++rows;
      if (row_ && *row_ < rows) { return std::move(logits_); }
    }
    if (rows == 0) { refuse_as_empty(); }
    if (row_ || table_) { require_row(complaint_.name, rows, row_); }
    return std::move(logits_);
  }

 private:
  /// Returns: the next line that holds more than blanks and is not the header.
  std::optional<std::string_view> next_line() {
    std::optional<std::string_view> line = next_filled_line();
    if (line && first_ && is_header(*line)) {
      had_header_ = true;
      line = next_filled_line();
    }
    first_ = false;
    return line;
  }

  std::optional<std::string_view> next_filled_line() {
    std::optional<std::string_view> line = lines_.next();
    while (line && is_blank(*line)) { line = lines_.next(); }
    return line;
  }

  void take_numbers(std::string_view line) {
    require_one_separator(line);
    table_ = table_ || after_row_;
    after_row_ = is_table_row(line);
    Words words(line, complaint_);
    while (const std::optional<std::string_view> word = words.next()) {
      require_row_size(complaint_.name, logits_.size() + 1);
      logits_.push_back(number(*word, complaint_));
    }
  }

  /// 1,2 is a row; 1,2, goes on in the next line; 1 is in a column, and 1 2 in running text.
  static bool is_table_row(std::string_view line) {
    const std::size_t last = line.find_last_not_of(blanks);
    return line.find_first_of(separators) < last &&
           separators.find(line[last]) == std::string_view::npos;
  }

  /// 0,5;1,25 is two numbers where the comma is a decimal point. It must not be read as four.
  void require_one_separator(std::string_view line) {
    const std::size_t first = line.find_first_of(separators);
    if (first == std::string_view::npos) { return; }
    if (separator_ == 0) { separator_ = line[first]; }
    const std::size_t other = line.find(separator_ == ',' ? ';' : ',');
    if (other == std::string_view::npos) { return; }
    complaint_.at(line.substr(other),
                  "commas and semicolons are mixed; separate numbers by one "
                  "of them, and write decimals with a point");
  }

  [[noreturn]] void refuse_as_empty() const {
    throw InputError(complaint_.name + " holds no numbers" +
                     (had_header_ ? " after its first line, which was taken for a header" : ""));
  }

  Lines lines_;
  Complaint complaint_;
  std::optional<std::size_t> row_;
  std::vector<Given> logits_;
  char separator_ = 0;
  bool after_row_ = false;  ///< the line before was a row of a table, complete
  bool table_ = false;      ///< and another line followed it
  bool first_ = true;
  bool had_header_ = false;
};

}  // namespace

std::vector<Given> parse_text(std::string_view text, const std::string& name,
                              std::optional<std::size_t> row) {
  return TextReader(text, name, row).read();
}

}  // namespace softmax::app
