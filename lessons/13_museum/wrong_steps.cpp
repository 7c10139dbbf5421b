// The right results and the texts of the museum's exhibits.
#include "lessons/13_museum/wrong_steps.hpp"

#include <fmt/format.h>

#include <cmath>

#include "engine/compute.hpp"

namespace softmax::lessons {

std::vector<double> by_engine(std::string_view logits, std::string_view format, Algorithm algorithm,
                              std::string_view temperature) {
  const Settings settings = page::in(format, temperature);
  const std::vector<double> held = hold_logits(page::given(logits), settings.arithmetic.format);
  return page::probabilities(held, settings, algorithm);
}

std::string number_text(double x, int places) {
  std::string all = computed_text(x + 0.0);  // -0 is 0
  std::string text = page::decimals(x, places);
  if (all.size() < text.size() || !std::isfinite(x)) { return all; }
  if (text.find_first_of("123456789") == std::string::npos) { return page::rounded(x, 3); }
  return text;
}

std::string row_text(std::span<const double> row, int places, std::size_t most) {
  const std::size_t shown = most == 0 ? row.size() : most;
  std::string text;
  for (const double x : row.first(shown)) {
    text += (text.empty() ? "" : ", ") + number_text(x, places);
  }
  return fmt::format("[{}{}]", text, shown < row.size() ? ", ..." : "");
}

std::string input_text(std::string_view numbers, std::string_view more) {
  std::string text;
  for (const char c : numbers) { text += c == ' ' ? std::string(", ") : std::string(1, c); }
  return fmt::format("[{}]{}{}", text, more.empty() ? "" : " ", more);
}

std::string set_text(std::span<const std::size_t> indices) {
  return indices.empty() ? "no token" : fmt::format("{{{}}}", fmt::join(indices, ", "));
}

}  // namespace softmax::lessons
