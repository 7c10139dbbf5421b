#pragma once
/// What a framework printed: a decimal, and how much of the number it tells.
///
/// A framework prints few digits, and they name no number but a range: "0.6590" is every number
/// within half a unit of its last digit. A computed value agrees if it prints as those digits;
/// with enough of them they name one number of a format.
///
///     const Printed p = printed(Given::from_text("0.6590"), true);
///     prints_as(0.65904, p);      // true
///     prints_as(0.65907, p);      // false
///
/// A whole number with no digit, or a single zero, behind its point ("1", "0.", "1.0") is exact:
/// printers write so what is whole, and what is near to 1 as 0.9999.
///
/// It is no printer: which way a framework rounds half a unit is up to the framework.

#include <span>
#include <vector>

#include "engine/given.hpp"

namespace softmax {

struct Printed {
  double value;    ///< the decimal, in binary64
  double quantum;  ///< one unit of its last digit; 0 where the number is known exactly
  int digits;      ///< significant digits, 0 of a printed zero; 17 where it is known exactly
};

/// Computes: the number as it was printed; `decimal` is false of a double out of a binary file.
Printed printed(const Given& given, bool decimal);

/// Computes: whether a computed value, printed with as many digits, gives the decimal. NaN agrees
/// with NaN only, an infinity with itself only. Half a unit may round either way.
/// Error: value and quantum were rounded to binary64, which widens the half by 2^-52 |value|;
/// where a unit is below four times that, only equality agrees.
bool prints_as(double computed, const Printed& printed);

/// Computes: the number rounded once to the format, given what it is in binary64.
/// Cost: 0.1 microseconds, against 5 of Given::held_in (which decides where binary64 is too near
/// to a tie).
double narrowed(const Given& given, double in_binary64, const Format& format);

/// Computes: how many significant digits name every number of the format apart: 9 for binary32,
/// 17 for binary64. Source: ceil(1 + p log10 2) (Matula 1968).
int digits_that_name(const Format& format);

}  // namespace softmax
