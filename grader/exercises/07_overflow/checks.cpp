// What must hold of exercise 7: how far the unshifted formula carries, and what it did to a row.
#include <cmath>
#include <limits>

#include "engine/rounded.hpp"
#include "exercises/07_overflow/answer.hpp"
#include "grader/check.hpp"
#include "grader/inputs.hpp"

namespace softmax::grader {
namespace {

using Floats = std::vector<float>;

constexpr float inf = std::numeric_limits<float>::infinity();
constexpr float nan = std::numeric_limits<float>::quiet_NaN();
constexpr double largest = static_cast<double>(std::numeric_limits<float>::max());
constexpr double smallest_normal = static_cast<double>(std::numeric_limits<float>::min());

double wide(float x) { return static_cast<double>(x); }

float exp_of(float z) { return static_cast<float>(exp_rounded(wide(z), binary32())); }

/// The formula's own sum of n equal exponentials, in binary32 and in order.
bool sum_is_finite(float exponential, std::size_t n) {
  float sum = 0;
  for (std::size_t i = 0; i < n; ++i) { sum += exponential; }
  return std::isfinite(sum);
}

float moved(float x, int steps) {
  for (; steps > 0; --steps) { x = std::nextafter(x, inf); }
  for (; steps < 0; ++steps) { x = std::nextafter(x, -inf); }
  return x;
}

/// The largest z that survives. What survives does so at each smaller z, for rounding keeps the
/// order; and ln(largest / n) is off by less than 0.1, for the sum's error is below n u (Jeannerod
/// and Rump 2013) and n is below 10^6.
float largest_safe(std::size_t n) {
  const auto middle = static_cast<float>(log_rounded(largest, binary64()) -
                                         log_rounded(static_cast<double>(n), binary64()));
  float safe = middle - 0.1F;
  float unsafe = middle + 0.1F;
  while (std::nextafter(safe, unsafe) < unsafe) {
    const float between = safe + (unsafe - safe) / 2;
    (sum_is_finite(exp_of(between), n) ? safe : unsafe) = between;
  }
  return safe;
}

/// Whether an exp that is 2 ulp off leaves it the same float: only then it is asked.
bool is_certain(std::size_t n, float safe) {
  return sum_is_finite(moved(exp_of(safe), 2), n) &&
         (std::isinf(exp_of(moved(safe, 1))) ||
          !sum_is_finite(moved(exp_of(moved(safe, 1)), -2), n));
}

Case safe_for(std::size_t n) {
  return {"largest_safe_logit", {count(n)}, {{exactly(wide(largest_safe(n)))}}};
}

Check few_logits() {
  return {"few_logits",
          "largest_safe_logit",
          "n logits of that size survive, and n of the next float above do not.",
          {safe_for(16), safe_for(17), safe_for(32), safe_for(100)}};
}

Check rounded_sum(Seed seed) {
  Chance chance(seed, "safe");
  std::vector<Case> cases;
  for (const std::size_t n :
       std::vector<std::size_t>{1, 2, 3, 4, 5, 7, 10, 10'000, 32'000, 50'257, 131'072}) {
    cases.push_back(safe_for(n));
  }
  while (cases.size() < 13) {
    const std::size_t n = chance.whole(3'000, 20'000);
    if (is_certain(n, largest_safe(n))) { cases.push_back(safe_for(n)); }
  }
  return {"rounded_sum", "largest_safe_logit",
          "It is the sum as the machine rounds it that has to survive, of one logit and of many.",
          cases};
}

Check no_logits() {
  return {"no_logits",
          "largest_safe_logit",
          "Of no logits at all there is no largest: it is refused.",
          {Case{"largest_safe_logit", {count(0)}, {}, true}}};
}

/// A crowd of equal logits, and one other after it.
Floats after_a_crowd(std::size_t n, float each, float last) {
  Floats result(n, each);
  result.push_back(last);
  return result;
}

Case is(const Floats& logits, answer::Diagnosis diagnosis) {
  return {"diagnose", {logits}, {{exactly(static_cast<double>(diagnosis))}}};
}

Case refused(const Floats& logits) { return {"diagnose", {logits}, {}, true}; }

double exp_in_double(float z) { return exp_rounded(wide(z), binary64()); }

double total_of(const Floats& logits) {
  double total = 0;
  for (const float z : logits) { total += exp_in_double(z); }
  return total;
}

/// By the contract, in double, which holds all that floats lose (e^-745 and up).
answer::Diagnosis diagnosis_of(const Floats& logits) {
  double top = 0;
  for (const float z : logits) { top = std::max(top, exp_in_double(z)); }
  const double total = total_of(logits);
  if (top > largest) { return answer::exponential_overflows; }
  if (total > largest) { return answer::sum_overflows; }
  if (round_to_format(top, binary32()) == 0) { return answer::sum_is_zero; }
  for (const float z : logits) {
    const double exponential = exp_in_double(z);
    if (exponential < smallest_normal && exponential / total >= smallest_normal) {
      return answer::digits_lost;
    }
  }
  return answer::sound;
}

/// Nothing of the row lies within a thousandth of where its diagnosis changes: more than (n + 8) u.
bool is_certain(const Floats& logits) {
  const auto far = [](double x, double end) { return std::abs(x / end - 1) > 1e-3; };
  const double total = total_of(logits);
  bool certain = far(total, largest);
  for (const float z : logits) {
    const double exponential = exp_in_double(z);
    certain = certain && far(exponential, largest) && far(exponential, smallest_normal) &&
              far(exponential, 0x1p-150) && far(exponential / total, smallest_normal);
  }
  return certain;
}

Check one_of_each() {
  return {"one_of_each",
          "diagnose",
          "A sound row is told from the four ways to fail.",
          {is({2, 1, 0.1F}, answer::sound), is({1000, 999}, answer::exponential_overflows),
           is({88, 88, 88}, answer::sum_overflows), is({-200, -201}, answer::sum_is_zero),
           is({-103, -103.5F}, answer::digits_lost)}};
}

Check where_infinity_begins() {
  return {
      "where_infinity_begins",
      "diagnose",
      "An infinity is named by the stage where it began: an exponential, or the sum alone.",
      {is({0, 89}, answer::exponential_overflows), is({100}, answer::exponential_overflows),
       is({-200, 400, 3}, answer::exponential_overflows), is({88.5F, 88}, answer::sum_overflows),
       is({88.5F, 88.5F, 100}, answer::exponential_overflows),
       is({87.5F, 87.5F, 0, 87.5F, 87.5F}, answer::sum_overflows),
       is(Floats(5'000, 81), answer::sum_overflows),
       is({88.5F, -inf, 88.5F}, answer::sum_overflows),
       is({-200, 88.5F, 88.5F}, answer::sum_overflows),
       is({-inf, 89}, answer::exponential_overflows),
       is({std::numeric_limits<float>::max()}, answer::exponential_overflows),
       is({88.5F, 88.5F, -90}, answer::sum_overflows), is({88.6F}, answer::sound)}};
}

Check zero_sums() {
  return {"zero_sums",
          "diagnose",
          "The sum is zero if every exponential is: far below zero, and in a row of masks.",
          {is({-135.91316F, -136.68361F}, answer::sum_is_zero), is({-104.5F}, answer::sum_is_zero),
           is({-inf, -inf}, answer::sum_is_zero), is({-inf}, answer::sum_is_zero),
           is({-inf, -300}, answer::sum_is_zero), is({-3e38F, -1e30F}, answer::sum_is_zero),
           is(Floats(1'000, -104.5F), answer::sum_is_zero),
           is({-std::numeric_limits<float>::max()}, answer::sum_is_zero)}};
}

Check harmless() {
  return {"harmless",
          "diagnose",
          "A zero that is no loss, a small share, a large exponential among small ones: sound.",
          {is({0, -200}, answer::sound), is({-inf, 0}, answer::sound),
           is({3, -inf, 2, -3e38F}, answer::sound), is({0, -100}, answer::sound),
           is({5, -90}, answer::sound), is({88, 0, 0}, answer::sound),
           is({87.5F, 80, 80, -inf, -inf}, answer::sound), is({-80, -85}, answer::sound),
           is({-20, -300}, answer::sound), is({-300, -inf, -20, -110}, answer::sound),
           is(after_a_crowd(1'000, -14, -100), answer::sound)}};
}

Check losses() {
  return {"losses",
          "diagnose",
          "Digits are lost where an exponential is subnormal or 0 and its share need not be.",
          {is({-90, -91}, answer::digits_lost), is({-60, -100}, answer::digits_lost),
           is({-50, -120}, answer::digits_lost), is({-80, -inf, -110}, answer::digits_lost),
           is({-20, -105, -300}, answer::digits_lost), is({-300, -105, -20}, answer::digits_lost),
           is({-105, -300, -20}, answer::digits_lost), is({-300, -20, -105}, answer::digits_lost),
           is({-20, -105, -3e38F}, answer::digits_lost), is({-90}, answer::digits_lost),
           is({-103.9F, -inf}, answer::digits_lost),
           is(after_a_crowd(1'000, -14, -93), answer::digits_lost)}};
}

Check rows_by_chance(Seed seed) {
  Chance chance(seed, "diagnose");
  std::vector<Case> cases;
  while (cases.size() < 60) {
    const float center = chance.between(-125, 95);
    const Floats logits = chance.row(chance.whole(1, 7), center - 60, center);
    if (is_certain(logits)) { cases.push_back(is(logits, diagnosis_of(logits))); }
  }
  return {"rows_by_chance", "diagnose", "Wherever a row lies, it gets its diagnosis.", cases};
}

Check no_logits_there() {
  return {
      "no_logits_there",
      "diagnose",
      "An empty row, NaN and +inf are refused.",
      {refused({}), refused({1, nan}), refused({nan, 100}), refused({inf, 1}), refused({1, inf}),
       refused({100, nan}), refused({100, inf}), refused({88.5F, 88.5F, nan}), refused({-200, nan}),
       refused({-20, -105, nan}), refused({-inf, nan}), refused({nan, -inf}), refused({-inf, inf}),
       refused({inf, nan}), refused({nan, inf})}};
}

}  // namespace

std::vector<Check> checks_07_overflow(Seed seed) {
  return {
      few_logits(), rounded_sum(seed), no_logits(), one_of_each(),        where_infinity_begins(),
      zero_sums(),  harmless(),        losses(),    rows_by_chance(seed), no_logits_there()};
}

}  // namespace softmax::grader
