#include "lessons/page/judge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "engine/given.hpp"
#include "lessons/page/blanks.hpp"

namespace softmax::page {
namespace {

/// What somebody typed: a number, or one of the words that are none.
struct Typed {
  Certified value;
  bool nan = false;
  int infinite = 0;  ///< its sign
};

Typed typed_number(std::string_view text) {
  const Given given = Given::from_text(text);
  if (given.nan()) { return {{}, true, 0}; }
  if (given.plus_infinity() || given.minus_infinity()) {
    return {{}, false, given.plus_infinity() ? 1 : -1};
  }
  return {given.value(), false, 0};
}

/// A fraction is one of numbers; empty where it has no value.
std::optional<Typed> quotient_of(const Typed& above, const Typed& below) {
  if (above.nan || below.nan || above.infinite != 0 || below.infinite != 0) { return std::nullopt; }
  const Certified quotient = above.value / below.value;
  if (!quotient.finite()) { return std::nullopt; }
  return Typed{quotient, false, 0};
}

/// "1,024" without its comma: a lesson writes whole numbers so.
std::string without_commas(std::string_view text) {
  const auto digits_from = [&](std::size_t from) {
    return std::min(text.find_first_not_of("0123456789", from), text.size()) - from;
  };
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool groups = text[i] == ',' && i > 0 && digits_from(i + 1) == 3;
    if (!groups) { plain += text[i]; }
  }
  return plain;
}

/// "65.9 %" and "1/3" are numbers too.
std::optional<Typed> read_number(std::string_view typed) {
  const std::string plain = without_commas(typed);
  std::string_view text = plain;
  try {
    if (text.ends_with('%')) {
      text.remove_suffix(1);
      Typed share = typed_number(without_blanks_around(text));
      share.value = share.value / Certified(100);
      return share;
    }
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) { return typed_number(text); }
    return quotient_of(typed_number(without_blanks_around(text.substr(0, slash))),
                       typed_number(without_blanks_around(text.substr(slash + 1))));
  } catch (const std::invalid_argument&) { return std::nullopt; }
}

/// The power of ten of the first digit that is not 0: 2 of "123", -2 of "0.0456".
int first_power(std::string_view text) {
  const std::size_t end = std::min(text.find('e'), text.size());
  const std::size_t point = std::min(text.find('.'), end);
  const std::size_t first = std::min(text.find_first_of("123456789"), end);
  const int written = end == text.size() ? 0 : std::stoi(std::string(text.substr(end + 1)));
  const auto distance = static_cast<int>(point) - static_cast<int>(first);
  return written + (first < point ? distance - 1 : distance);
}

/// How many digits there are from the first that is not 0: 3 of "0.0660".
int significant_digits(std::string_view text) {
  text = text.substr(0, text.find('e'));
  text.remove_prefix(std::min(text.find_first_of("123456789"), text.size()));
  return static_cast<int>(text.size() - (text.find('.') == std::string_view::npos ? 0 : 1));
}

/// Off by at most one unit in the last of the digits, or half a unit. Exactly one is right: 0.660
/// may be printed of what is cut off to 0.65. So an answer is wrong only if it is certain to be
/// farther off.
bool agrees(const Typed& typed, const std::string& wanted, int digits) {
  const Typed right = typed_number(wanted);
  if (typed.nan || right.nan) { return typed.nan && right.nan; }
  if (typed.infinite != 0 || right.infinite != 0) { return typed.infinite == right.infinite; }
  const Certified off = abs(typed.value - right.value);
  if (right.value.zero() || digits == 0) { return off.zero(); }
  const char* const units = significant_digits(wanted) > digits ? "10" : "5";
  const Certified most = Certified::from_decimal(false, units, first_power(wanted) - digits);
  return (off - most).sign() != 1;
}

Judgement judge_number(const Number& number, std::string_view typed) {
  const std::optional<Typed> answer = read_number(typed);
  if (!answer) { return {}; }
  if (agrees(*answer, number.value, number.digits)) { return {true, true, ""}; }
  for (const Slip& slip : number.slips) {
    if (agrees(*answer, slip.value, number.digits)) { return {true, false, slip.why}; }
  }
  return {true, false, ""};
}

Judgement judge_choice(const std::vector<Option>& options, std::string_view typed) {
  const bool one_digit = typed.size() == 1 && typed[0] >= '1' && typed[0] <= '9';
  const auto chosen = one_digit ? static_cast<std::size_t>(typed[0] - '1') : options.size();
  if (chosen >= options.size()) { return {}; }
  return {true, options[chosen].right, options[chosen].why};
}

std::vector<Option>::const_iterator right_option(const std::vector<Option>& options) {
  return std::find_if(options.begin(), options.end(), [](const Option& o) { return o.right; });
}

}  // namespace

Judgement judge(const Question& question, std::string_view typed) {
  const std::string_view text = without_blanks_around(typed);
  const auto* number = std::get_if<Number>(&question.answer);
  Judgement judgement = number != nullptr
                            ? judge_number(*number, text)
                            : judge_choice(std::get<std::vector<Option>>(question.answer), text);
  if (!judgement.understood) { judgement.why = "Please type " + answer_hint(question) + "."; }
  return judgement;
}

std::string right_answer(const Question& question) {
  if (const auto* number = std::get_if<Number>(&question.answer)) { return number->value; }
  const auto& options = std::get<std::vector<Option>>(question.answer);
  const auto right = right_option(options);
  if (right == options.end()) { throw std::logic_error(question.id + " has no right option"); }
  return fmt::format("{}: {}", right - options.begin() + 1, right->text);
}

std::string why_right(const Question& question) {
  const auto* options = std::get_if<std::vector<Option>>(&question.answer);
  if (options == nullptr || right_option(*options) == options->end()) { return ""; }
  return right_option(*options)->why;
}

std::string answer_hint(const Question& question) {
  if (const auto* number = std::get_if<Number>(&question.answer)) {
    const bool whole = number->value.find_first_not_of("0123456789") == std::string::npos;
    const bool all_digits = whole && significant_digits(number->value) <= number->digits;
    if (all_digits || number->digits == 0) { return "a whole number"; }
    return fmt::format("a number to {} digit{}, or inf, -inf, nan", number->digits,
                       number->digits == 1 ? "" : "s");
  }
  return fmt::format("1 to {}", std::get<std::vector<Option>>(question.answer).size());
}

}  // namespace softmax::page
