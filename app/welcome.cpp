#include "app/welcome.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "app/trace_command.hpp"
#include "engine/style.hpp"
#include "lessons/terminal/output.hpp"
#include "lessons/terminal/terminal.hpp"

namespace softmax::app {
namespace {

constexpr std::size_t prose_width = 87;
constexpr std::size_t widest_suggestion = 80;

struct Suggestion {
  const char* command;
  const char* shows;
};

constexpr std::array<Suggestion, 5> suggestions = {{
    {"./workbook trace -140 -141 -142", "scores of a real model's size: 0/0"},
    {"./workbook trace 2 1 0.1 --format binary16", "the same in 16 bits"},
    {"./workbook trace 2 1 0.1 --temperature 0.5", "a sharper distribution"},
    {"./workbook trace 1000 999 998 --step", "one value at a time"},
    {"./workbook trace --help", "every option"},
}};

/// A line each, or two where the longest would not fit.
std::string text_of(const Suggestion& suggestion, const Style& style) {
  if (style.width >= widest_suggestion) {
    return fmt::format("  {:<42}  {}\n", suggestion.command, suggestion.shows);
  }
  return wrapped(fmt::format("  {}", suggestion.command), style.width, 4) +
         wrapped(fmt::format("    {}", suggestion.shows), style.width, 4);
}

std::string introduction(const Style& style) {
  const std::size_t width = std::min(style.width, prose_width);
  return wrapped("Softmax turns scores into probabilities: exponentiate, sum, divide.", width, 0) +
         wrapped(
             "In floating point e^1000 is infinite, and the division makes it NaN. Subtracting the "
             "largest score first cures it. Here is one softmax both ways:",
             width, 0);
}

}  // namespace

ExitCode welcome() {
  const Style style = terminal::output_style();
  terminal::write_output(introduction(style) + "\n");
  TraceCommand overflow;
  overflow.logits = {"1000", "999", "998"};
  const ExitCode code = run(overflow);
  std::string next = "\nTry next:\n";
  for (const Suggestion& suggestion : suggestions) { next += text_of(suggestion, style); }
  terminal::write_output(next);
  return code;
}

}  // namespace softmax::app
