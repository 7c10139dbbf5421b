#pragma once
/// What two witnesses say of one number, one below the other, so that the eye finds where the
/// certain digits of the ball end:
///
///     ball    0.731058578630004879251159241821836274             2.1e-38
///     witness 0.731058578630004879251159241821836274365144640165 3.7e-50

#include <cstddef>
#include <string>

#include "engine/style.hpp"
#include "engine/testimony.hpp"

namespace softmax {

constexpr std::size_t usual_radius_width = 7;  ///< "2.1e-38"

/// What is said of one number.
struct WitnessTexts {
  explicit WitnessTexts(const TwoWitnesses& two);

  Testimony ball;
  Testimony witness;
  bool agree;
  Defined defined;
};

/// The columns of a line, from 0.
struct WitnessColumns {
  std::size_t digits = 0;
  std::size_t radius = 0;
};

/// Computes: the columns that the texts need, whose digits begin there.
WitnessColumns columns_for(const WitnessTexts& texts, std::size_t digits);

/// Computes: the line of one of them: `lead`, the digits, the radius. Where the width ends sooner
/// the digits go on below themselves, and the radius comes right after them.
std::string line_of(const Testimony& said, const std::string& lead, const WitnessColumns& columns,
                    const Style& style);

/// Computes: the lines of both, each with its name after `lead` (the second has blanks for it),
/// and a word if they disagree.
std::string lines_of(const WitnessTexts& texts, const std::string& lead,
                     const WitnessColumns& columns, const Style& style);

}  // namespace softmax
