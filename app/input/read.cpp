#include "app/input/read.hpp"

#include <fmt/format.h>

#include "app/input/file_bytes.hpp"
#include "app/input/json_array.hpp"
#include "app/input/message.hpp"
#include "app/input/npy.hpp"
#include "app/input/text.hpp"

namespace softmax::app {
namespace {

/// Kinds that people hand in by mistake, told from how they begin.
void refuse_other_kinds(std::string_view bytes, const std::string& name) {
  if (bytes.starts_with("PK\x03\x04")) {
    throw InputError(name + " is an archive (.npz, .pt or .zip); save one array with numpy.save");
  }
  if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff")) {
    throw InputError(name + " is UTF-16 text; save it as UTF-8");
  }
  if (bytes.find('\0') != std::string_view::npos) {
    throw InputError(name + " is a binary file of a kind not read; save it with numpy.save");
  }
}

std::string_view without_byte_order_mark(std::string_view text) {
  constexpr std::string_view mark = "\xef\xbb\xbf";
  return text.starts_with(mark) ? text.substr(mark.size()) : text;
}

/// An object is no array, but the JSON reader is the one to say so.
bool looks_like_json(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (text[first] == '[' || text[first] == '{');
}

}  // namespace

std::vector<Given> parse_logits(std::string_view bytes, const std::string& name,
                                std::optional<std::size_t> row) {
  if (bytes.empty()) { throw InputError(name + " is empty; it should hold numbers"); }
  if (is_npy(bytes)) { return parse_npy(bytes, name, row); }
  refuse_other_kinds(bytes, name);
  const std::string_view text = without_byte_order_mark(bytes);
  return looks_like_json(text) ? parse_json_array(text, name, row) : parse_text(text, name, row);
}

Row read_logits(const std::string& path, std::optional<std::size_t> row) {
  const std::string name = source_name(path);
  std::vector<Given> logits = parse_logits(file_bytes(path), name, row);
  return {std::move(logits), row ? fmt::format("{}, row {}", name, *row) : name};
}

}  // namespace softmax::app
