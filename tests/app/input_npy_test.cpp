#include "app/input/npy.hpp"

#include <bit>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/input/row.hpp"
#include "tests/app/input_helpers.hpp"

using namespace softmax;
using namespace softmax::app;

namespace {

__extension__ using Half = _Float16;

/// The bytes of numbers as this (little-endian) machine holds them.
template <typename Number>
std::string bytes_of(const std::vector<Number>& numbers) {
  std::string bytes(numbers.size() * sizeof(Number), '\0');
  std::memcpy(bytes.data(), numbers.data(), bytes.size());
  return bytes;
}

std::string length_bytes(std::size_t length, std::size_t count) {
  std::string bytes;
  for (std::size_t i = 0; i < count; ++i) { bytes += static_cast<char>(length >> (8 * i) & 0xff); }
  return bytes;
}

/// An .npy file of that version with that dictionary, padded as numpy.save pads it.
std::string npy_of(std::string dictionary, const std::string& data, char major = 1) {
  const std::size_t preamble = major == 1 ? 10 : 12;
  while ((preamble + dictionary.size() + 1) % 64 != 0) { dictionary += ' '; }
  dictionary += '\n';
  return std::string("\x93NUMPY") + major + '\0' + length_bytes(dictionary.size(), preamble - 8) +
         dictionary + data;
}

std::string npy(const std::string& descr, const std::string& shape, const std::string& data,
                const std::string& fortran = "False") {
  return npy_of(
      "{'descr': '" + descr + "', 'fortran_order': " + fortran + ", 'shape': " + shape + ", }",
      data);
}

std::vector<Given> parse(std::string_view bytes, std::optional<std::size_t> row = std::nullopt) {
  return parse_npy(bytes, "x.npy", row);
}

std::vector<double> read(std::string_view bytes, std::optional<std::size_t> row = std::nullopt) {
  return in_binary64(parse(bytes, row));
}

std::string refusal(std::string_view bytes, std::optional<std::size_t> row = std::nullopt) {
  return error_of([&] { parse(bytes, row); });
}

const std::string two_floats = bytes_of<float>({1.5F, -0.1F});
const std::string six_doubles = bytes_of<double>({1, 2, 3, 4, 5, 6});

}  // namespace

TEST_CASE("The three float types are read exactly") {
  const double tenth = -0.1F;
  CHECK(read(npy("<f4", "(2,)", two_floats)) == std::vector{1.5, tenth});
  CHECK(read(npy("<f8", "(2,)", bytes_of<double>({0.1, -5e-324}))) == std::vector{0.1, -5e-324});
  CHECK(read(npy("<f2", "(2,)", bytes_of<std::uint16_t>({0x3c00, 0xc880}))) ==
        std::vector{1.0, -9.0});
  CHECK(read(npy("=f4", "(2,)", two_floats)) == std::vector{1.5, tenth});
  CHECK(read(npy("f4", "(2,)", two_floats)) == std::vector{1.5, tenth});
}

TEST_CASE("All 65,536 float16 are decoded as the compiler's own half does") {
  std::vector<std::uint16_t> patterns(65'536);
  for (std::size_t i = 0; i < patterns.size(); ++i) { patterns[i] = static_cast<std::uint16_t>(i); }
  const std::vector<Given> logits = parse(npy("<f2", "(65536,)", bytes_of(patterns)));
  REQUIRE(logits.size() == patterns.size());
  const Format binary64 = parse_format("binary64");
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    const auto expected = static_cast<double>(std::bit_cast<Half>(patterns[i]));
    const double held = logits[i].held_in(binary64);
    const bool same = std::isnan(expected) ? std::isnan(held) && logits[i].nan()
                                           : std::bit_cast<std::uint64_t>(held) ==
                                                 std::bit_cast<std::uint64_t>(expected);
    if (!same) { ++wrong; }
  }
  CHECK(wrong == 0);
}

TEST_CASE("The three versions of the format are read") {
  const std::string dictionary = "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }";
  for (const char version : {'\1', '\2', '\3'}) {
    CHECK(read(npy_of(dictionary, two_floats, version)).size() == 2);
  }
  CHECK(refusal(npy_of(dictionary, two_floats, '\4')) ==
        "x.npy has version 4.0 of the .npy format; versions 1.0, 2.0 and 3.0 are read, and "
        "numpy.save writes 1.0");
}

TEST_CASE("The header is read with its keys in any order and any white space") {
  CHECK(read(npy_of("{ \"shape\":(\t2 ,),'fortran_order' :True,\n'descr':\"<f4\"}", two_floats))
            .size() == 2);
  CHECK(read(npy_of("{'descr':'<f8','fortran_order':False,'shape':(2,3)}", six_doubles), 1) ==
        std::vector<double>{4, 5, 6});
}

TEST_CASE("One row of a table is chosen") {
  const std::string table = npy("<f8", "(2, 3)", six_doubles);
  CHECK(read(table, 0) == std::vector<double>{1, 2, 3});
  CHECK(read(table, 1) == std::vector<double>{4, 5, 6});
  CHECK(refusal(table) == "x.npy holds 2 rows; choose one with --row 0 to --row 1");
  CHECK(refusal(table, 2) == "x.npy holds 2 rows, so there is no row 2; choose --row 0 to --row 1");
  CHECK(refusal(npy("<f8", "(6,)", six_doubles), 0) ==
        "x.npy holds a single row; leave out --row 0");
}

TEST_CASE("Another type is named, with how to save it") {
  const auto saved_as = [](const std::string& descr) {
    return refusal(npy(descr, "(2,)", two_floats));
  };
  CHECK(saved_as("<i8") == "x.npy holds int64; save it with array.astype(\"float32\")");
  CHECK(saved_as("|u1") == "x.npy holds uint8; save it with array.astype(\"float32\")");
  CHECK(saved_as("|b1") == "x.npy holds bool; save it with array.astype(\"float32\")");
  CHECK(saved_as("|O") == "x.npy holds object; save it with array.astype(\"float32\")");
  CHECK(saved_as("<c8") == "x.npy holds complex64; save it with array.astype(\"float32\")");
  CHECK(saved_as(">f4") ==
        "x.npy holds big-endian float32; save it with array.astype(\"float32\")");
  CHECK(saved_as(">f8") == "x.npy holds big-endian float64; save it with array.astype(\"<f8\")");
  CHECK(saved_as("<f16") == "x.npy holds float128; save it with array.astype(\"float32\")");
  CHECK(saved_as("<U7") == "x.npy holds the type '<U7'; save it with array.astype(\"float32\")");
  CHECK(saved_as("<V2") == "x.npy holds the type '<V2'; save it with array.astype(\"float32\")");
  CHECK(saved_as("") == "x.npy holds the type ''; save it with array.astype(\"float32\")");
  CHECK(refusal(npy_of("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (2,)}", "")) ==
        "x.npy holds a structured type; save one field of it, array[\"name\"]");
}

TEST_CASE("Another rank or order is refused, with how to save it") {
  CHECK(refusal(npy("<f8", "()", bytes_of<double>({1}))) ==
        "x.npy holds an array of shape (); save array.reshape(1)");
  CHECK(refusal(npy("<f8", "(1, 2, 3)", six_doubles)) ==
        "x.npy holds an array of shape (1, 2, 3); save one row of it, or array.reshape(-1, "
        "array.shape[-1])");
  CHECK(refusal(npy("<f8", "(2, 3)", six_doubles, "True"), 0) ==
        "x.npy holds an array of shape (2, 3) in Fortran order; save "
        "numpy.ascontiguousarray(array)");
}

TEST_CASE("A file that ends too early or too late is refused") {
  const std::string whole = npy("<f8", "(6,)", six_doubles);
  CHECK(refusal(whole.substr(0, whole.size() - 1)) ==
        "x.npy is truncated: shape (6,) of float64 takes 48 bytes, and 47 follow the header; save "
        "it again with numpy.save");
  CHECK(refusal(whole + "xy") ==
        "x.npy is too long: shape (6,) of float64 takes 48 bytes, and 50 follow the header; save "
        "it again with numpy.save");
  for (const std::size_t size : {6U, 7U, 9U, 10U, 40U, 127U}) {
    CHECK(refusal(whole.substr(0, size)) ==
          "x.npy is truncated: it ends at byte " + std::to_string(size) +
              ", within its header; save it again with numpy.save");
  }
}

TEST_CASE("A shape whose size overflows is refused") {
  CHECK(refusal(npy("<f8", "(99999999999, 99999999999)", six_doubles), 0)
            .starts_with("x.npy is truncated: shape (99999999999, 99999999999)"));
  CHECK(refusal(npy("<f8", "(999999999999999999,)", ""))
            .starts_with("x.npy is truncated: shape (999999999999999999,)"));
  CHECK(refusal(npy("<f8", "(99999999999999999999,)", six_doubles))
            .find("expected a length below 10^18, found '99999999999999999999") !=
        std::string::npos);
}

TEST_CASE("An array without numbers is refused") {
  CHECK(refusal(npy("<f4", "(0,)", "")) == "x.npy holds no numbers");
  CHECK(refusal(npy("<f4", "(0, 3)", ""), 0) == "x.npy holds no numbers");
  CHECK(refusal(npy("<f4", "(3, 0)", ""), 0) == "x.npy holds no numbers");
  CHECK(refusal(npy("<f4", "(0, 999999999999999999)", ""), 0) == "x.npy holds no numbers");
}

TEST_CASE("A row of more than 16,777,216 numbers is refused") {
  const std::string data(2 * (largest_row + 1), '\0');
  CHECK(refusal(npy("<f2", "(16777217,)", data)) ==
        "x.npy holds over 16777216 numbers in a row, the most that are read; save a shorter row");
}

TEST_CASE("A malformed header is refused where it breaks") {
  const auto header = [](const std::string& dictionary) {
    return refusal(npy_of(dictionary, two_floats));
  };
  const std::string again = "; save it again with numpy.save";
  CHECK(header("hello").starts_with(
      "x.npy, byte 10: malformed .npy header: expected '{', found 'hello"));
  CHECK(header("{'descr': '<f4', 'fortran_order': False}")
            .ends_with("expected a key 'shape' in it, found its end" + again));
  CHECK(header("{'descr': '<f4', 'descr': '<f4'}")
            .starts_with(
                "x.npy, byte 27: malformed .npy header: expected a key only once, found ''descr'"));
  CHECK(header("{'color': 1}").find("expected no keys but 'descr'") != std::string::npos);
  CHECK(header("{'fortran_order': 0}").find("expected True or False") != std::string::npos);
  CHECK(header("{'shape': (2)}").find("a comma in the shape of one axis") != std::string::npos);
  CHECK(header("{'shape': (-2,)}").find("expected a length, found '-2") != std::string::npos);
  CHECK(header("{'shape': (2 3)}").find("expected ','") != std::string::npos);
  CHECK(header("{'descr: <f4}").find("expected the end of a string") != std::string::npos);
  CHECK(header("{'descr' '<f4'}").find("expected ':'") != std::string::npos);
  CHECK(header("{'descr': '<f4' 'shape': (2,)}").find("expected ',' or '}'") != std::string::npos);
  CHECK(header("{'shape': (2,), 'descr': '<f4', 'fortran_order': False} x")
            .find("expected nothing after the dictionary, found 'x") != std::string::npos);
}

TEST_CASE("A header of absurd length is refused, not read") {
  CHECK(refusal(npy_of(std::string(20'000, ' '), "")) ==
        "x.npy has a header of 20022 bytes, and at most 10000 are read; save it again with "
        "numpy.save");
  const std::string huge = std::string("\x93NUMPY\x02") + '\0' + "\xff\xff\xff\xff{";
  CHECK(refusal(huge).starts_with("x.npy has a header of 4294967295 bytes"));
}

TEST_CASE("Masks, infinities and NaN come through for the engine to judge") {
  const float infinity = std::numeric_limits<float>::infinity();
  const std::string data = bytes_of<float>({-infinity, infinity, std::nanf("")});
  const std::vector<Given> logits = parse(npy("<f4", "(3,)", data));
  REQUIRE(logits.size() == 3);
  CHECK(logits[0].minus_infinity());
  CHECK(logits[1].plus_infinity());
  CHECK(logits[2].nan());
}
