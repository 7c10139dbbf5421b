#include "grader/sandbox/plan.hpp"

#include <cstring>
#include <stdexcept>
#include <type_traits>

namespace softmax::grader {
namespace {

static_assert(std::is_trivially_copyable_v<Walls>);

void put(std::string& bytes, std::string_view text) {
  const std::size_t size = text.size();
  std::string head(sizeof size, '\0');
  std::memcpy(head.data(), &size, sizeof size);
  bytes.append(head).append(text);
}

void put(std::string& bytes, const std::vector<std::string>& texts) {
  put(bytes, std::to_string(texts.size()));
  for (const std::string& text : texts) { put(bytes, text); }
}

std::string_view taken(std::string_view& bytes, std::size_t size) {
  if (bytes.size() < size) { throw std::out_of_range("a plan that is cut short"); }
  const std::string_view head = bytes.substr(0, size);
  bytes.remove_prefix(size);
  return head;
}

std::string text_from(std::string_view& bytes) {
  std::size_t size = 0;
  std::memcpy(&size, taken(bytes, sizeof size).data(), sizeof size);
  return std::string(taken(bytes, size));
}

std::vector<std::string> texts_from(std::string_view& bytes) {
  std::vector<std::string> texts(std::stoul(text_from(bytes)));
  for (std::string& text : texts) { text = text_from(bytes); }
  return texts;
}

}  // namespace

std::string packed(const Plan& plan) {
  std::string bytes(sizeof plan.walls, '\0');
  std::memcpy(bytes.data(), &plan.walls, sizeof plan.walls);
  put(bytes, plan.arguments);
  put(bytes, plan.environment);
  put(bytes, plan.directory);
  put(bytes, plan.filter);
  return bytes;
}

Plan unpacked(std::string_view bytes) {
  Plan plan;
  std::memcpy(&plan.walls, taken(bytes, sizeof plan.walls).data(), sizeof plan.walls);
  plan.arguments = texts_from(bytes);
  plan.environment = texts_from(bytes);
  plan.directory = text_from(bytes);
  plan.filter = text_from(bytes);
  return plan;
}

}  // namespace softmax::grader
