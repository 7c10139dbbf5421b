#include "app/input/npy_header.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "app/input/message.hpp"
#include "app/input/row.hpp"
#include "engine/quotation.hpp"

namespace softmax::app {
namespace {

class HeaderParser {
 public:
  HeaderParser(std::string_view text, const std::string& name, std::size_t offset)
      : text_(text), name_(name), offset_(offset) {}

  NpyHeader parse() {
    expect('{');
    while (!take('}')) {
      parse_entry();
      if (!take(',') && !next_is('}')) { fail("',' or '}'"); }
    }
    skip_blanks();
    if (at_ != text_.size()) { fail("nothing after the dictionary"); }
    for (const char* key : {"descr", "fortran_order", "shape"}) {
      if (!keys_.contains(key)) { fail(fmt::format("a key '{}' in it", key)); }
    }
    return std::move(header_);
  }

 private:
  void parse_entry() {
    const std::size_t start = at_;
    const std::string key(parse_string());
    if (!keys_.insert(key).second) {
      at_ = start;
      fail("a key only once");
    }
    expect(':');
    if (key == "descr") {
      parse_descr();
    } else if (key == "fortran_order") {
      header_.fortran_order = parse_bool();
    } else if (key == "shape") {
      parse_shape();
    } else {
      at_ = start;
      fail("no keys but 'descr', 'fortran_order', 'shape'");
    }
  }

  /// A structured type is a list of fields. It is refused here: its syntax is no concern of ours.
  void parse_descr() {
    if (next_is('[')) {
      throw InputError(name_ + " holds a structured type; save one field of it, array[\"name\"]");
    }
    header_.descr = parse_string();
  }

  bool parse_bool() {
    skip_blanks();
    for (const bool value : {false, true}) {
      const std::string_view word = value ? "True" : "False";
      if (text_.substr(at_).starts_with(word)) {
        at_ += word.size();
        return value;
      }
    }
    fail("True or False");
  }

  /// A tuple: (), (3,), (3, 4) or (3, 4,); (3) is a number to Python, and refused.
  void parse_shape() {
    expect('(');
    bool comma = true;
    while (!take(')')) {
      if (!comma) { fail("','"); }
      header_.shape.push_back(parse_size());
      comma = take(',');
    }
    if (header_.shape.size() == 1 && !comma) { fail("a comma in the shape of one axis, (3,)"); }
  }

  std::uint64_t parse_size() {
    skip_blanks();
    const std::size_t end = std::min(text_.find_first_not_of("0123456789", at_), text_.size());
    if (end == at_) { fail("a length"); }
    constexpr std::size_t most_digits = 18;  // below 2^63
    if (end - at_ > most_digits) { fail("a length below 10^18"); }
    std::uint64_t value = 0;
    for (; at_ < end; ++at_) { value = 10 * value + static_cast<std::uint64_t>(text_[at_] - '0'); }
    return value;
  }

  std::string_view parse_string() {
    skip_blanks();
    const char quote = next_is('"') ? '"' : '\'';
    expect(quote);
    const std::size_t end = text_.find(quote, at_);
    if (end == std::string_view::npos) { fail("the end of a string"); }
    const std::string_view content = text_.substr(at_, end - at_);
    at_ = end + 1;
    return content;
  }

  void skip_blanks() { at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size()); }

  bool next_is(char c) {
    skip_blanks();
    return at_ < text_.size() && text_[at_] == c;
  }

  bool take(char c) {
    const bool there = next_is(c);
    at_ += there ? 1 : 0;
    return there;
  }

  void expect(char c) {
    if (!take(c)) { fail(fmt::format("'{}'", c)); }
  }

  [[noreturn]] void fail(const std::string& expected) const {
    const std::string_view rest = text_.substr(at_);
    throw InputError(
        fmt::format("{}, byte {}: malformed .npy header: expected {}, found {}; save it "
                    "again with numpy.save",
                    name_, offset_ + at_, expected, rest.empty() ? "its end" : quotation(rest)));
  }

  std::string_view text_;
  const std::string& name_;
  std::size_t offset_;
  std::size_t at_ = 0;
  std::set<std::string> keys_;
  NpyHeader header_;
};

}  // namespace

NpyHeader parse_npy_header(std::string_view dictionary, const std::string& name,
                           std::size_t offset) {
  return HeaderParser(dictionary, name, offset).parse();
}

}  // namespace softmax::app
