// What a message repeats of a text that somebody gave.

#include "engine/quotation.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

namespace softmax {

TEST_CASE("characters stay as they are, of one byte to four") {
  for (const char* text :
       {"", "binary32 ~", "t\u00e4st", "\u07ff\u0800\uffff", "\U00010000\U0010ffff"}) {
    CHECK(printable(text) == text);
  }
}

TEST_CASE("what a terminal obeys is spelled out") {
  CHECK(printable("a\nb\x1b[2J\x7f") == "a\\x0ab\\x1b[2J\\x7f");
  CHECK(printable("\u0080\u009f\u00a0") == "\\xc2\\x80\\xc2\\x9f\u00a0");
  CHECK(printable("\u2028\u202e\u2066") == "\\xe2\\x80\\xa8\\xe2\\x80\\xae\\xe2\\x81\\xa6");
}

TEST_CASE("bytes that are no UTF-8 are spelled out") {
  CHECK(printable("\xff\x80"
                  "a") == "\\xff\\x80a");
  CHECK(printable("\xc3(") == "\\xc3(");
  CHECK(printable("\xe2\x88") == "\\xe2\\x88");                             // cut short
  CHECK(printable("\xc0\xaf\xe0\x80\xaf") == "\\xc0\\xaf\\xe0\\x80\\xaf");  // overlong
  CHECK(printable("\xed\xa0\x80") == "\\xed\\xa0\\x80");                    // a surrogate
  CHECK(printable("\xf4\x90\x80\x80") == "\\xf4\\x90\\x80\\x80");           // beyond the last code
  CHECK(printable("\xf8\x88\x80\x80\x80") == "\\xf8\\x88\\x80\\x80\\x80");
}

TEST_CASE("what was made printable is printable") {
  std::string bytes;
  for (int c = 0; c < 256; ++c) { bytes += static_cast<char>(c); }
  CHECK(printable(printable(bytes)) == printable(bytes));
}

TEST_CASE("a long text is cut, never within a character") {
  CHECK(excerpt(std::string(40, 'x')) == std::string(40, 'x'));
  CHECK(excerpt(std::string(41, 'x')) == std::string(40, 'x') + "...");
  CHECK(excerpt(std::string(39, 'x') + "\u00e4") == std::string(39, 'x') + "...");
  CHECK(excerpt(std::string(38, 'x') + "\u00e4y") == std::string(38, 'x') + "\u00e4...");
  CHECK(excerpt(std::string(38, 'x') + "\n") == std::string(38, 'x') + "...");
  CHECK(excerpt(std::string(11, '\xff')).size() == 43);  // ten of four bytes each, and the dots
  CHECK(quotation("a b") == "'a b'");
}

}  // namespace softmax
