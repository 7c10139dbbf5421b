#include "grader/verdict.hpp"

#include <array>

namespace softmax::grader {

std::string_view name(Verdict verdict) {
  constexpr std::array<std::string_view, 13> names = {
      "pass",           "wrong",        "compile error", "time-out", "memory",
      "crash",          "output limit", "forbidden",     "protocol", "skipped",
      "infrastructure", "missing",      "refused"};
  return names.at(static_cast<std::size_t>(verdict));
}

}  // namespace softmax::grader
