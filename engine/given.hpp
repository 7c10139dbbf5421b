#pragma once
/// A logit or a temperature as it was given: decimal text, or a double out of a binary file.
///
/// Both are exact. What a format makes of them is the first stage of every trace, `read`, with
/// an error of its own: 0.1 is no number of binary32.
///
///     const Given tenth = Given::from_text("0.1");
///     tenth.held_in(parse_format("binary32"));    // 0.100000001490116...
///
/// It is no parser of files: see the app's readers.

#include <optional>
#include <string>
#include <string_view>

#include "engine/certified.hpp"
#include "engine/format.hpp"

namespace softmax {

class Given {
 public:
  /// Computes: the number that the text writes: [sign] digits [. digits] [e exponent], or an
  /// infinity or NaN by any of its usual names (a mask is -inf; who refuses the others says so).
  /// Domain: at most 1,000 characters, a decimal exponent of at most 5,000.
  /// Throws: std::invalid_argument with the text and what is wrong with it.
  static Given from_text(std::string_view text);

  /// Computes: the double itself.
  static Given from_double(double value);

  /// Whether the text writes a number (what from_text would take).
  static bool is_number(std::string_view text);

  /// Computes: the number rounded once to the format, ties to even.
  [[nodiscard]] double held_in(const Format& format) const;

  /// Computes: the number, certified: exact if it is a binary fraction of at most 128 bits.
  [[nodiscard]] Certified value() const;
  /// Computes: the same in 168 bits.
  [[nodiscard]] Witness witness() const;

  /// Computes: the text as it was given; of a double, its shortest digits.
  [[nodiscard]] std::string text() const;

  [[nodiscard]] bool minus_infinity() const;
  [[nodiscard]] bool plus_infinity() const;
  [[nodiscard]] bool nan() const;

 private:
  std::string text_;
  double binary_ = 0;  ///< the number itself where text_ is empty; infinities and NaN always
};

}  // namespace softmax
