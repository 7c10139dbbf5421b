#include "lessons/page/parts.hpp"

#include <fmt/format.h>

namespace softmax::page {

std::string title_of(const Page& page) {
  return page.number == 0 ? page.title : fmt::format("Lesson {}: {}", page.number, page.title);
}

std::string remember_list(const Page& page) {
  std::string list;
  for (const std::string& sentence : page.content.remember) { list += "- " + sentence + "\n"; }
  return list;
}

std::string text_of_try(const Try& one) {
  return fmt::format("- `./workbook {}`: {}\n", one.command, one.text);
}

}  // namespace softmax::page
