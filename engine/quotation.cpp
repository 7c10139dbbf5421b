#include "engine/quotation.hpp"

#include <fmt/format.h>

#include <array>
#include <bit>
#include <cstddef>

namespace softmax {
namespace {

/// A character of UTF-8 and how many bytes it takes; none where the bytes are malformed.
struct Character {
  char32_t code = 0;
  std::size_t bytes = 0;
};

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U; }

/// Overlong forms, surrogates and what is beyond the last code are no characters.
bool is_character(const Character& read) {
  constexpr std::array<char32_t, 5> least = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = read.code >= 0xd800 && read.code <= 0xdfff;
  return read.code >= least.at(read.bytes) && read.code <= 0x10ffff && !surrogate;
}

Character first_character(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  if (lead < 0x80) { return {lead, 1}; }
  const auto bytes = static_cast<std::size_t>(std::countl_one(lead));
  if (bytes < 2 || bytes > 4 || bytes > text.size()) { return {}; }
  Character read{lead & (0x7fU >> bytes), bytes};
  for (const char c : text.substr(1, bytes - 1)) {
    if (!continues(c)) { return {}; }
    read.code = read.code << 6U | (static_cast<unsigned char>(c) & 0x3fU);
  }
  return is_character(read) ? read : Character{};
}

bool is_control(char32_t code) {
  const auto within = [code](char32_t first, char32_t last) {
    return first <= code && code <= last;
  };
  return code < 0x20 || within(0x7f, 0x9f) || within(0x200e, 0x200f) || within(0x2028, 0x202e) ||
         within(0x2066, 0x2069);
}

/// Takes the first character (or a byte that begins none) off the text. Returns: how it is shown.
std::string take_shown(std::string_view& text) {
  const Character next = first_character(text);
  const std::string_view bytes = text.substr(0, next.bytes == 0 ? 1 : next.bytes);
  text.remove_prefix(bytes.size());
  if (next.bytes > 0 && !is_control(next.code)) { return std::string(bytes); }
  std::string shown;
  for (const char c : bytes) { shown += fmt::format("\\x{:02x}", static_cast<unsigned char>(c)); }
  return shown;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string shown;
  while (!text.empty()) { shown += take_shown(text); }
  return shown;
}

std::string excerpt(std::string_view text) {
  constexpr std::size_t most = 40;
  std::string shown;
  while (!text.empty()) {
    const std::string next = take_shown(text);
    if (shown.size() + next.size() > most) { return shown + "..."; }
    shown += next;
  }
  return shown;
}

std::string quotation(std::string_view text) { return "'" + excerpt(text) + "'"; }

}  // namespace softmax
