#include "engine/witness_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace softmax {
namespace {

std::string blanks(std::size_t count) { return std::string(count, ' '); }

}  // namespace

WitnessTexts::WitnessTexts(const TwoWitnesses& two)
    : ball(testimony(two.ball, ball_digits)),
      witness(testimony(two.witness, witness_digits)),
      agree(two.agree()),
      defined(two.defined()) {}

WitnessColumns columns_for(const WitnessTexts& texts, std::size_t digits) {
  return {digits, digits + std::max(texts.ball.digits.size(), texts.witness.digits.size()) + 1};
}

std::string line_of(const Testimony& said, const std::string& lead, const WitnessColumns& columns,
                    const Style& style) {
  constexpr std::size_t least_room = 8;
  const std::size_t room = std::max(style.width, columns.digits + least_room) - columns.digits;
  std::string out = fmt::format("{:<{}}", lead, columns.digits);
  std::string_view rest = said.digits;
  for (; rest.size() > room; rest.remove_prefix(room)) {
    out += fmt::format("{}\n{}", rest.substr(0, room), blanks(columns.digits));
  }
  out += rest;
  if (said.radius.empty()) { return out + "\n"; }
  const std::size_t end = columns.digits + rest.size();
  if (columns.radius + std::max(said.radius.size(), usual_radius_width) <= style.width) {
    return out + blanks(columns.radius - end) + said.radius + "\n";
  }
  const bool fits = end + 1 + said.radius.size() <= style.width;
  return out + (fits ? " " : "\n" + blanks(columns.digits)) + said.radius + "\n";
}

std::string lines_of(const WitnessTexts& texts, const std::string& lead,
                     const WitnessColumns& columns, const Style& style) {
  std::string out = line_of(texts.ball, lead + "ball", columns, style) +
                    line_of(texts.witness, blanks(lead.size()) + "witness", columns, style);
  if (!texts.agree) {
    out += blanks(columns.digits) + paint(style, Colour::bad, "THEY DISAGREE") + "\n";
  }
  return out;
}

}  // namespace softmax
