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

/// What is left of a text after its first n bytes.
std::string_view after(std::string_view text, std::size_t n) {
  return text.substr(std::min(n, text.size()));
}

/// Errors of one text, at a place in it.
struct Complaint {
  std::string_view text;
  const std::string& name;

  [[nodiscard]] std::string place_of(std::string_view part) const {
    return place(name, text, static_cast<std::size_t>(part.data() - text.data()));
  }

  [[noreturn]] void at(std::string_view part, const std::string& what) const {
    throw InputError(place_of(part) + ": " + what);
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
  if (Given::is_number(word)) { complaint.at(word, reason); }
  complaint.at(word, not_a_number(word, "correct it, or begin a comment with #"));
}

Given number(std::string_view word, const Complaint& complaint) {
  try {
    return Given::from_text(word);
  } catch (const std::invalid_argument& error) { refuse_word(word, complaint, error.what()); }
}

/// How a line goes over into the next: 1,2 is a row; 1,2, goes on; 1 and 1 2 leave it open.
enum class Ending : unsigned char { row, goes_on, open };

Ending ending_of(std::string_view line) {
  const std::size_t last = line.find_last_not_of(blanks);
  if (line.find_first_of(separators) == std::string_view::npos) { return Ending::open; }
  return separators.find(line[last]) == std::string_view::npos ? Ending::row : Ending::goes_on;
}

/// A line that holds numbers, and how many.
struct Line {
  std::string_view text;
  std::size_t width = 0;
  Ending ending = Ending::open;
};

/// Whether lines are the rows of a table, or one row over several lines.
class Layout {
 public:
  void add(const Line& line) {
    if (rows_ == 0) { first_ = line; }
    const bool begins = rows_ > 0 && last_ != Ending::goes_on;
    commas_ = commas_ || (begins && (last_ == Ending::row || line.ending == Ending::row));
    if (!odd_ && line.width != first_.width) {
      odd_ = line;
      odd_row_ = rows_;
    }
    alike_ = alike_ && !odd_ && line.ending == first_.ending;
    last_ = line.ending;
    ++rows_;
  }

  [[nodiscard]] std::size_t rows() const { return rows_; }

  /// A line that is complete beside another: 1,2 with numbers above or below it.
  [[nodiscard]] bool has_rows() const { return commas_; }

  /// Lines of one length, as numpy.savetxt writes them; a column is a row of its own.
  [[nodiscard]] bool is_regular() const { return alike_ && rows_ > 1 && first_.width > 1; }

  void require_one_width(const Complaint& complaint) const {
    if (odd_) {
      refuse_ragged(complaint.place_of(odd_->text), odd_row_, odd_->width, first_.width,
                    commas_ ? "" : ", or leave out --row if they are one row");
    }
  }

 private:
  std::size_t rows_ = 0;
  Line first_;
  std::optional<Line> odd_;  ///< the first that is not as long as the first of all
  std::size_t odd_row_ = 0;
  Ending last_ = Ending::open;
  bool commas_ = false;
  bool alike_ = true;
};

class TextReader {
 public:
  TextReader(std::string_view text, const std::string& name, std::optional<std::size_t> row)
      : lines_(text), complaint_{text, name}, row_(row) {}

  std::vector<Given> read() {
    while (const std::optional<std::string_view> line = next_line()) { add(*line); }
    if (layout_.rows() == 0) { refuse_as_empty(); }
    if (row_ || layout_.has_rows() || layout_.is_regular()) { require_table(); }
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

  /// Of a row that is not wanted the words are only counted.
  void add(std::string_view line) {
    const bool wanted = !row_ || *row_ == layout_.rows();
    if (wanted) { require_one_separator(line); }
    std::size_t width = 0;
    Words words(line, complaint_);
    while (const std::optional<std::string_view> word = words.next()) {
      ++width;
      if (wanted) { take(*word); }
    }
    layout_.add({line, width, ending_of(line)});
  }

  void take(std::string_view word) {
    require_row_size(complaint_.name, logits_.size() + 1);
    logits_.push_back(number(word, complaint_));
  }

  void require_table() const {
    layout_.require_one_width(complaint_);
    require_row(complaint_.name, layout_.rows(), row_,
                layout_.has_rows() ? "" : ", or join the lines if they are one row");
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
  Layout layout_;
  char separator_ = 0;
  bool first_ = true;
  bool had_header_ = false;
};

}  // namespace

std::vector<Given> parse_text(std::string_view text, const std::string& name,
                              std::optional<std::size_t> row) {
  return TextReader(text, name, row).read();
}

}  // namespace softmax::app
