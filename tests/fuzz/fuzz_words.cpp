// The words of a command line: numbers among options, a format's name, a decimal's value. The C
// library, which rounds decimals correctly too, is the second opinion on every value.
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <stdexcept>

#include "app/number_words.hpp"
#include "tests/fuzz/properties.hpp"

using namespace softmax;

namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (c == '\n') {
      words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  return words;
}

template <class Number>
bool same(Number left, Number right) {
  return left == right && std::signbit(left) == std::signbit(right);
}

void require_value(const Given& given) {
  if (given.nan()) { return; }
  const std::string text = given.text();
  const double wide = given.held_in(parse_format("binary64"));
  const double narrow = given.held_in(parse_format("binary32"));
  fuzz::require(same(wide, std::strtod(text.c_str(), nullptr)), "binary64 as strtod reads it");
  fuzz::require(same(static_cast<float>(narrow), std::strtof(text.c_str(), nullptr)),
                "binary32 as strtof reads it");
}

void require_number(const std::string& word) {
  try {
    require_value(Given::from_text(word));
  } catch (const std::invalid_argument& error) {
    fuzz::require(word.size() > 1000 || std::string_view(error.what()).find("5000") < 200,
                  "a number that is refused is too long, or its exponent too large");
  }
}

void require_format(const std::string& word) {
  Format format = parse_format("binary32");
  try {
    format = parse_format(word);
  } catch (const std::invalid_argument&) { return; }
  fuzz::require(round_to_format(format.largest, format) == format.largest, "it holds its largest");
  fuzz::require(encode(smallest_subnormal(format), format) == 1, "its smallest has the code 1");
  fuzz::require(encode(format.largest, format) >> (encoding_bits(format) - 1) == 0, "codes fit");
}

/// A word that is neither a number nor an option's is refused in one line.
void require_refusal(const std::string& stranger) {
  const std::string refusal = app::no_number(stranger);
  fuzz::require_one_line(refusal);
  fuzz::require(refusal.find('\'') != std::string::npos, "a refusal quotes the word");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::vector<std::string> words = words_of(fuzz::text_of({data, size}));
  const app::SplitWords split =
      app::split_numbers(words, [](const std::string& word) { return word.starts_with("--t"); });
  fuzz::require(split.others.size() + split.strangers.size() <= words.size(), "no word is made up");
  std::for_each(split.strangers.begin(), split.strangers.end(), require_refusal);
  fuzz::require(std::all_of(split.numbers.begin(), split.numbers.end(), Given::is_number),
                "numbers are numbers");
  std::for_each(split.numbers.begin(), split.numbers.end(), require_number);
  std::for_each(words.begin(), words.end(), require_format);
  return 0;
}
