#pragma once
/// What a witness says of a number, as text: its certain digits and its relative radius.

#include <cstddef>
#include <string>

#include "engine/witness.hpp"

namespace softmax {

struct Testimony {
  std::string digits;  ///< the last one rounded; zeros that are certain are not left out
  std::string radius;  ///< relative, two digits rounded up; "exact" if there is none; "within
                       ///< 5.9e-39" of a number that may be zero; "factor e^1.5e30" of an e^x
                       ///< whose x is not known to 1; empty of undefined

  bool operator==(const Testimony&) const = default;
};

/// Computes: at most `most` digits. Domain: as of decimal().
template <class B>
Testimony testimony(const Enclosure<B>& x, int most);

}  // namespace softmax
