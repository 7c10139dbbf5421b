#include "app/input/npy.hpp"

#include <fmt/format.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>

#include "app/input/message.hpp"
#include "app/input/npy_header.hpp"
#include "app/input/row.hpp"
#include "engine/quotation.hpp"

namespace softmax::app {
namespace {

constexpr std::string_view magic = "\x93NUMPY";
constexpr std::size_t largest_header = 10'000;  // NumPy's own limit

/// The little-endian integer that the bytes write.
std::uint64_t little_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) {
    value = value << 8U | static_cast<unsigned char>(bytes[i]);
  }
  return value;
}

// The preamble: magic, version (two bytes), length of the header (two bytes, or four since 2.0).

struct Preamble {
  std::size_t header_begin;
  std::size_t header_size;
};

[[noreturn]] void refuse_truncated_header(const std::string& name, std::size_t size) {
  throw InputError(
      fmt::format("{} is truncated: it ends at byte {}, within its header; save it "
                  "again with numpy.save",
                  name, size));
}

Preamble parse_preamble(std::string_view bytes, const std::string& name) {
  const std::size_t after_version = magic.size() + 2;
  if (bytes.size() < after_version) { refuse_truncated_header(name, bytes.size()); }
  const auto major = static_cast<unsigned char>(bytes[magic.size()]);
  const auto minor = static_cast<unsigned char>(bytes[magic.size() + 1]);
  if (major < 1 || major > 3 || minor != 0) {
    throw InputError(
        fmt::format("{} has version {}.{} of the .npy format; versions 1.0, 2.0 and "
                    "3.0 are read, and numpy.save writes 1.0",
                    name, major, minor));
  }
  const std::size_t length_bytes = major == 1 ? 2 : 4;
  const std::size_t begin = after_version + length_bytes;
  if (bytes.size() < begin) { refuse_truncated_header(name, bytes.size()); }
  const std::uint64_t length = little_endian(bytes.substr(after_version, length_bytes));
  return {begin, static_cast<std::size_t>(length)};
}

void require_header_size(const Preamble& preamble, std::size_t size, const std::string& name) {
  if (preamble.header_size > largest_header) {
    throw InputError(
        fmt::format("{} has a header of {} bytes, and at most {} are read; save it "
                    "again with numpy.save",
                    name, preamble.header_size, largest_header));
  }
  if (size - preamble.header_begin < preamble.header_size) { refuse_truncated_header(name, size); }
}

// The type of the numbers: "<f4" is byte order, kind, and size in bytes.

/// What NumPy calls the types that people have logits or tokens in.
std::string type_name(const std::string& descr) {
  static const std::map<std::string, std::string, std::less<>> names = {
      {"b1", "bool"},      {"i1", "int8"},      {"i2", "int16"},       {"i4", "int32"},
      {"i8", "int64"},     {"u1", "uint8"},     {"u2", "uint16"},      {"u4", "uint32"},
      {"u8", "uint64"},    {"f2", "float16"},   {"f4", "float32"},     {"f8", "float64"},
      {"f16", "float128"}, {"c8", "complex64"}, {"c16", "complex128"}, {"O", "object"},
  };
  const bool ordered = descr.find_first_of("<>=|") == 0;
  const auto found = names.find(descr.substr(ordered ? 1 : 0));
  if (found == names.end()) { return "the type " + quotation(descr); }
  return (descr[0] == '>' ? "big-endian " : "") + found->second;
}

/// The size of one number.
std::size_t require_float(const std::string& descr, const std::string& name) {
  std::string_view type = descr;
  if (type.starts_with('<') || type.starts_with('=')) { type.remove_prefix(1); }
  if (type == "f2") { return 2; }
  if (type == "f4") { return 4; }
  if (type == "f8") { return 8; }
  throw InputError(fmt::format("{} holds {}; save it with array.astype(\"{}\")", name,
                               type_name(descr), type == ">f8" ? "<f8" : "float32"));
}

// The shape.

std::string shape_text(const std::vector<std::uint64_t>& shape) {
  return fmt::format("({}{})", fmt::join(shape, ", "), shape.size() == 1 ? "," : "");
}

void require_rank(const NpyHeader& header, const std::string& name) {
  const std::string found =
      fmt::format("{} holds an array of shape {}", name, shape_text(header.shape));
  if (header.shape.empty()) { throw InputError(found + "; save array.reshape(1)"); }
  if (header.shape.size() > 2) {
    throw InputError(found + "; save one row of it, or array.reshape(-1, array.shape[-1])");
  }
  if (header.shape.size() == 2 && header.fortran_order) {
    throw InputError(found + " in Fortran order; save numpy.ascontiguousarray(array)");
  }
}

/// The product; saturated, which no file can hold.
std::uint64_t product(std::uint64_t a, std::uint64_t b) {
  constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
  return b != 0 && a > most / b ? most : a * b;
}

void require_data_size(const NpyHeader& header, std::size_t number_size, std::size_t data_size,
                       const std::string& name) {
  std::uint64_t expected = number_size;
  for (const std::uint64_t length : header.shape) { expected = product(expected, length); }
  if (expected == data_size) { return; }
  throw InputError(
      fmt::format("{} {}: shape {} of {} takes {} bytes, and {} follow the header; "
                  "save it again with numpy.save",
                  name, data_size < expected ? "is truncated" : "is too long",
                  shape_text(header.shape), type_name(header.descr), expected, data_size));
}

// The numbers.

/// The binary16 of these bits: 1 sign, 5 exponent, 10 fraction.
double half(std::uint64_t bits) {
  constexpr std::uint64_t ones = 31;
  const std::uint64_t exponent = bits >> 10U & ones;
  const std::uint64_t fraction = bits & 1023U;
  const double sign = (bits >> 15U) != 0 ? -1 : 1;
  if (exponent == ones && fraction != 0) { return std::numeric_limits<double>::quiet_NaN(); }
  if (exponent == ones) { return sign * std::numeric_limits<double>::infinity(); }
  if (exponent == 0) { return sign * std::ldexp(static_cast<double>(fraction), -24); }
  return sign * std::ldexp(static_cast<double>(1024 + fraction), static_cast<int>(exponent) - 25);
}

double decode(std::string_view bytes) {
  const std::uint64_t bits = little_endian(bytes);
  if (bytes.size() == 2) { return half(bits); }
  if (bytes.size() == 4) {
    return static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(bits)));
  }
  return std::bit_cast<double>(bits);
}

std::vector<Given> decode_all(std::string_view data, std::size_t number_size) {
  std::vector<Given> numbers;
  numbers.reserve(data.size() / number_size);
  for (std::size_t at = 0; at < data.size(); at += number_size) {
    numbers.push_back(Given::from_double(decode(data.substr(at, number_size))));
  }
  return numbers;
}

/// A length of a shape that the data has: in a browser, too, a size_t holds it.
std::size_t in_memory(std::uint64_t length) { return static_cast<std::size_t>(length); }

/// Where the row begins, counted in rows.
std::size_t chosen_row(const NpyHeader& header, const std::string& name,
                       std::optional<std::size_t> row) {
  if (header.shape.size() == 2) { return require_row(name, in_memory(header.shape[0]), row); }
  require_no_row(name, row);
  return 0;
}

}  // namespace

bool is_npy(std::string_view bytes) { return bytes.starts_with(magic); }

std::vector<Given> parse_npy(std::string_view bytes, const std::string& name,
                             std::optional<std::size_t> row) {
  const Preamble preamble = parse_preamble(bytes, name);
  require_header_size(preamble, bytes.size(), name);
  const std::string_view header_text = bytes.substr(preamble.header_begin, preamble.header_size);
  const NpyHeader header = parse_npy_header(header_text, name, preamble.header_begin);
  const std::size_t number_size = require_float(header.descr, name);
  require_rank(header, name);
  const std::string_view data = bytes.substr(preamble.header_begin + preamble.header_size);
  require_data_size(header, number_size, data.size(), name);
  const std::size_t chosen = chosen_row(header, name, row);
  const std::size_t width = in_memory(header.shape.back());
  require_row_size(name, width);
  const std::size_t row_size = width * number_size;
  return decode_all(data.substr(chosen * row_size, row_size), number_size);
}

}  // namespace softmax::app
