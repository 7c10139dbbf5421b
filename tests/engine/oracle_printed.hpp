#pragma once
/// Whether printed digits are right to the last one, by the oracle.

#include <string>

#include "engine/certified.hpp"
#include "tests/engine/oracle.hpp"

namespace softmax::oracle {

/// Computes: how many significant digits a decimal shows (trailing zeros are not printed, so those
/// of a number that ends in zeros are fewer than are meant).
int shown_digits(const std::string& decimal);

/// Whether the decimal is the number rounded to `digits` significant digits: no farther from it
/// than half a unit of the last of them. Domain: the number is not zero.
bool right_to(const std::string& decimal, const Interval& number, int digits);

/// Computes: "" if the text is the number to `most` digits, or to fewer because the next one would
/// not be certain at that radius; else what is wrong with it.
std::string fault_of_digits(const std::string& decimal, const Interval& number, int most,
                            const Interval& radius);

/// Computes: "" if the printed decimal is what its page says: the truth's digits, as many as the
/// witness c leaves certain, and the radius that covers them, in two digits rounded up; else what
/// is wrong.
std::string fault_of_decimal(const CertainDecimal& printed, const Witness& c, const Truth& truth,
                             int most);

}  // namespace softmax::oracle
