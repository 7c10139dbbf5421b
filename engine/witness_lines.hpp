#pragma once
/// What two witnesses say of one value, one below the other, so that the eye finds where the
/// certain digits of the ball end:
///
///     ball    0.66524095577482188952908282017447511              4.3e-38
///     witness 0.6652409557748218895290828201744751092823605886  3.8e-49

#include <cstddef>
#include <string>

#include "engine/style.hpp"
#include "engine/witness.hpp"

namespace softmax {

constexpr std::size_t longest_relative_radius = 7;  // "1.2e-38"

/// The columns of a line, from 0.
struct WitnessColumns {
  std::size_t digits;
  std::size_t radius;
};

/// Computes: the columns for one value, whose lines begin with as many characters.
WitnessColumns columns_for(const TwoWitnesses& two, std::size_t before_digits);

/// Computes: the line of one of them: `lead`, the digits, the relative radius. Where the width ends
/// sooner the digits go on below themselves, and the radius comes right after them.
std::string line_of(const Testimony& said, const std::string& lead, const WitnessColumns& columns,
                    const Style& style);

/// Computes: the lines of both, each named after `lead` (blanks, from the second on), and a word
/// if they disagree.
std::string lines_of(const TwoWitnesses& two, const std::string& lead,
                     const WitnessColumns& columns, const Style& style);

}  // namespace softmax
