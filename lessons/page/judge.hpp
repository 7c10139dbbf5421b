#pragma once
/// Whether an answer is right, and what is said to it.
///
///     judge(question, "2").right;       // the second option
///     judge(question, "65.9 %").right;  // 0.659
///
/// A number is right if it is off by at most one unit in the last digit that was asked for: so both
/// rounding and cutting off are right. Where the right number has no more digits than that, as 17
/// to two digits, there is nothing to cut off, and half a unit is the most. inf, -inf and nan must
/// match.

#include <string>
#include <string_view>

#include "lessons/page/page.hpp"

namespace softmax::page {

struct Judgement {
  bool understood = false;  ///< else `why` says what can be typed
  bool right = false;
  std::string why;  ///< markdown
};

Judgement judge(const Question& question, std::string_view typed);

/// Computes: the right answer in words: "2: it stays the same", "0.659".
std::string right_answer(const Question& question);

/// Computes: what is said of the right option; nothing of a number.
std::string why_right(const Question& question);

/// Computes: what can be typed: "1 to 4", "a number to 3 digits, or inf, -inf, nan", "a whole
/// number".
std::string answer_hint(const Question& question);

}  // namespace softmax::page
