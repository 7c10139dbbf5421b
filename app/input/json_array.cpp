// The one translation unit of the readers that sees nlohmann-json.
#include "app/input/json_array.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "app/input/message.hpp"
#include "app/input/row.hpp"
#include "engine/quotation.hpp"

namespace softmax::app {
namespace {

using nlohmann::json;

/// A cursor on the text that tells how far the library has read: its events carry no place.
class Tracked {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  Tracked(std::string_view text, std::size_t at, std::size_t* read)
      : text_(text), at_(at), read_(read) {}
  reference operator*() const { return text_[at_]; }
  Tracked& operator++() {
    *read_ = ++at_;
    return *this;
  }
  bool operator==(const Tracked& other) const { return at_ == other.at_; }

 private:
  std::string_view text_;
  std::size_t at_;
  std::size_t* read_;
};

/// Python's json writes infinities bare, which JSON does not know.
bool begins_bare_special(std::string_view text) {
  const std::size_t sign = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
  const std::string_view word = text.substr(sign, 3);
  return word == "Inf" || word == "inf" || word == "NaN" || word == "nan";
}

/// The library's text is long: "[json...] parse error at line 1, column 5: syntax error while
/// parsing array - unexpected end of input; last read: ...". This is what stands after the dash,
/// without the quotation, which may be of any length.
std::string core_of(std::string_view what) {
  const std::size_t dash = what.find(" - ");
  if (dash != std::string_view::npos) { what.remove_prefix(dash + 3); }
  return std::string(what.substr(0, what.find("; last read")));
}

class ArrayReader final : public json::json_sax_t {
 public:
  ArrayReader(std::string_view text, const std::string& name, std::optional<std::size_t> row)
      : text_(text), name_(name), row_(row) {}

  std::vector<Given> read() {
    const Tracked begin(text_, 0, &read_);
    const Tracked end(text_, text_.size(), &read_);
    json::sax_parse(begin, end, this);  // it returns true or throws: every refusal is an exception
    require_shape();
    return std::move(logits_);
  }

  bool start_array(std::size_t /*elements*/) override {
    refuse_if(depth_ == 2, "an array within a row; give one array of numbers for each row");
    refuse_if(depth_ == 1 && flat(), "an array among numbers; give either numbers or rows");
    ++depth_;
    consumed_ = read_;
    return true;
  }

  bool end_array() override {
    consumed_ = read_;
    --depth_;
    if (depth_ == 1) { end_row(); }
    return true;
  }

  bool number_integer(json::number_integer_t /*value*/) override { return take_number(); }
  bool number_unsigned(json::number_unsigned_t /*value*/) override { return take_number(); }
  bool number_float(json::number_float_t /*value*/, const json::string_t& /*digits*/) override {
    return take_number();
  }

  bool string(json::string_t& value) override {
    if (!Given::is_number(value)) {
      refuse(quotation(value) +
             R"( is not a number; of strings only "-inf", "inf", "nan" are read)");
    }
    const Given given = take(value);
    if (!given.nan() && !given.minus_infinity() && !given.plus_infinity()) {
      refuse(quotation(value) + " is a string; write the number without quotes");
    }
    add(given);
    consumed_ = read_;
    return true;
  }

  bool null() override { refuse(R"(null is not a number; write a mask as "-inf")"); }
  bool boolean(bool value) override {
    refuse(fmt::format("{} is not a number; write 0 or 1", value));
  }
  bool start_object(std::size_t /*elements*/) override {
    refuse("an object is not a number; give an array of numbers");
  }
  bool binary(json::binary_t& /*value*/) override { refuse("binary data is not a number"); }
  bool key(json::string_t& /*value*/) override { return false; }  // within objects only
  bool end_object() override { return false; }                    // the same

  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const json::exception& error) override {
    constexpr int number_overflow = 406;
    if (error.id == number_overflow) {
      refuse(quotation(lexeme()) + " is beyond the largest number of every format, 1.8e308");
    }
    refuse_if(begins_bare_special(text_.substr(token_start())),
              R"(JSON has no infinities or NaN; write them in quotes, a mask as "-inf")");
    const std::size_t last_read = position == 0 ? 0 : position - 1;
    throw InputError(place(name_, text_, last_read) + ": not JSON: " + core_of(error.what()));
  }

 private:
  [[nodiscard]] bool flat() const { return depth_ == 1 && width_ > 0; }

  [[nodiscard]] std::size_t token_start() const {
    return std::min(text_.find_first_not_of(" \t\r\n,", consumed_), text_.size());
  }

  /// The number that begins at the token, as it was written.
  [[nodiscard]] std::string_view lexeme() const {
    const std::string_view rest = text_.substr(token_start());
    return rest.substr(0, rest.find_first_not_of("+-.0123456789eE"));
  }

  bool take_number() {
    const std::string_view digits = lexeme();
    add(take(digits));
    consumed_ = token_start() + digits.size();
    return true;
  }

  [[nodiscard]] Given take(std::string_view number) const {
    try {
      return Given::from_text(number);
    } catch (const std::invalid_argument& error) { refuse(error.what()); }
  }

  void add(const Given& given) {
    refuse_if(depth_ == 1 && rows_ > 0, "a number among rows; give either numbers or rows");
    ++width_;
    if (depth_ == 1 || row_ == rows_) {
      require_row_size(name_, width_);
      logits_.push_back(given);
    }
  }

  void end_row() {
    if (rows_ == 0) { first_width_ = width_; }
    if (width_ != first_width_) {
      refuse_ragged(place(name_, text_, consumed_), rows_, width_, first_width_);
    }
    ++rows_;
    width_ = 0;
  }

  void require_shape() const {
    if (rows_ > 0) {
      require_row(name_, rows_, row_);
    } else {
      require_no_row(name_, row_);
    }
    require_row_size(name_, logits_.size());
  }

  void refuse_if(bool refused, std::string_view what) const {
    if (refused) { refuse(std::string(what)); }
  }

  [[noreturn]] void refuse(const std::string& what) const {
    throw InputError(place(name_, text_, token_start()) + element() + ": " + what);
  }

  /// Which element the next token is.
  [[nodiscard]] std::string element() const {
    if (depth_ == 0) { return ""; }
    if (depth_ == 2) { return fmt::format(" (row {}, element {})", rows_, width_); }
    return fmt::format(" (element {})", rows_ > 0 ? rows_ : width_);
  }

  std::string_view text_;
  const std::string& name_;
  std::optional<std::size_t> row_;
  std::vector<Given> logits_;
  std::size_t read_ = 0;      ///< bytes that the library has taken, one ahead after a number
  std::size_t consumed_ = 0;  ///< the end of the last token
  int depth_ = 0;
  std::size_t width_ = 0;  ///< numbers so far in this row
  std::size_t rows_ = 0;   ///< rows that are complete
  std::size_t first_width_ = 0;
};

}  // namespace

std::vector<Given> parse_json_array(std::string_view text, const std::string& name,
                                    std::optional<std::size_t> row) {
  return ArrayReader(text, name, row).read();
}

}  // namespace softmax::app
