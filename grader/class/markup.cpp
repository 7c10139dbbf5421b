#include "grader/class/markup.hpp"

namespace softmax::grader {
namespace {

std::string_view reference(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view three = text.substr(i, 3);
    if (three == "\xef\xbf\xbe" || three == "\xef\xbf\xbf") {
      result += three.back() == '\xbe' ? "U+FFFE" : "U+FFFF";
      i += 2;
    } else if (const std::string_view entity = reference(text[i]); !entity.empty()) {
      result += entity;
    } else {
      result += text[i];
    }
  }
  return result;
}

}  // namespace softmax::grader
