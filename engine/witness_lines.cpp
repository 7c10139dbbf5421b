#include "engine/witness_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace softmax {
namespace {

std::string blanks(std::size_t count) { return std::string(count, ' '); }

/// Where no digit is certain, the radius itself tells how near to zero the number is.
std::string radius_text(const Testimony& said) {
  if (said.relative_radius == "0") { return "exact"; }
  if (!said.relative_radius.empty() || said.decimal.radius.empty()) { return said.relative_radius; }
  return "within " + said.decimal.radius;
}

}  // namespace

WitnessColumns columns_for(const TwoWitnesses& two, std::size_t before_digits) {
  const std::size_t longest =
      std::max(two.ball.decimal.digits.size(), two.witness.decimal.digits.size());
  return {before_digits, before_digits + longest + 1};
}

std::string line_of(const Testimony& said, const std::string& lead, const WitnessColumns& columns,
                    const Style& style) {
  constexpr std::size_t least_room = 8;
  const std::size_t room = std::max(style.width, columns.digits + least_room) - columns.digits;
  std::string out = fmt::format("{:<{}}", lead, columns.digits);
  std::string_view rest = said.decimal.digits;
  for (; rest.size() > room; rest.remove_prefix(room)) {
    out += fmt::format("{}\n{}", rest.substr(0, room), blanks(columns.digits));
  }
  out += rest;
  const std::string radius = radius_text(said);
  if (radius.empty()) { return out + "\n"; }
  const std::size_t end = columns.digits + rest.size();
  if (columns.radius + std::max(radius.size(), longest_relative_radius) <= style.width) {
    return out + blanks(columns.radius - end) + radius + "\n";
  }
  const bool fits = end + 1 + radius.size() <= style.width;
  return out + (fits ? " " : "\n" + blanks(columns.digits)) + radius + "\n";
}

std::string lines_of(const TwoWitnesses& two, const std::string& lead,
                     const WitnessColumns& columns, const Style& style) {
  std::string out = line_of(two.ball, lead + "ball", columns, style) +
                    line_of(two.witness, blanks(lead.size()) + "witness", columns, style);
  if (!two.agree) {
    out += blanks(columns.digits) + paint(style, Colour::bad, "THEY DISAGREE") + "\n";
  }
  return out;
}

}  // namespace softmax
