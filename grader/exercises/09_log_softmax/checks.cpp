// What must hold of exercise 9: logarithms of a softmax that neither overflow nor vanish.
#include <algorithm>
#include <cmath>
#include <limits>

#include "grader/check.hpp"
#include "grader/inputs.hpp"
#include "grader/reference.hpp"

namespace softmax::grader {
namespace {

using Floats = std::vector<float>;

constexpr float inf = std::numeric_limits<float>::infinity();
constexpr float nan = std::numeric_limits<float>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr float largest = std::numeric_limits<float>::max();

double wide(float x) { return static_cast<double>(x); }

/// Within an absolute error of so many u. The contract says why absolute: a logarithm may be 0.
Wanted near_in_u(const Certified& reference, double in_u) {
  if (!reference.finite()) { return near(reference, 0); }
  return {reference, Certified(in_u * 0x1p-24), std::nullopt};
}

/// 2 (|y| + n + 5 ln n + 4) u: the contract says why.
Case log_sum_of(const Floats& logits) {
  const auto n = static_cast<double>(logits.size());
  const Certified y = reference_log_sum_exp(logits);
  const double in_u = 2 * (std::abs(y.approximate()) + n + 5 * std::log(n) + 4);
  return {"log_sum_exp", {logits}, {{near_in_u(y, in_u)}}};
}

Case log_sum_is(const Floats& logits, double wanted) {
  return {"log_sum_exp", {logits}, {{exactly(wanted)}}};
}

Case log_sum_refused(const Floats& logits) { return {"log_sum_exp", {logits}, {}, true}; }

/// 2 (2 d_i + n + 6 ln n + 4) u: the contract says why.
Case logs_of(const Floats& logits) {
  const auto n = static_cast<double>(logits.size());
  const double max = wide(*std::ranges::max_element(logits));
  // Shifted here too: of 3e38 + ln 2 even a Certified has no digit of ln 2.
  Certified sum;
  for (const float z : logits) { sum = sum + exp(Certified(wide(z)) - Certified(max)); }
  const Certified log_sum = log(sum);
  std::vector<Wanted> wanted;
  for (const float z : logits) {
    const double in_u = 2 * (2 * (max - wide(z)) + n + 6 * std::log(n) + 4);
    const Certified wanted_log = Certified(wide(z)) - Certified(max) - log_sum;
    wanted.push_back(std::isinf(z) ? exactly(-infinite) : near_in_u(wanted_log, in_u));
  }
  return {"log_softmax", {logits, output(logits.size())}, {wanted}};
}

Case refused(const Floats& logits, std::size_t results) {
  return {"log_softmax", {logits, output(results)}, {}, true, true};
}

/// Rows by chance: near zero, around 1000 and -1000.
std::vector<Floats> drawn(Seed seed, const std::string& stream) {
  Chance chance(seed, stream);
  std::vector<Floats> rows;
  for (std::size_t i = 0; i < 24; ++i) {
    const float center = 1000 * (static_cast<float>(i % 3) - 1);
    rows.push_back(chance.row(chance.whole(1, 13), center - 25, center + 5));
  }
  return rows;
}

/// A row that is longer than blocks are, of which all but the last two tokens are masked.
Floats last_two_left() {
  Floats result(1031, -inf);
  result[1029] = -1;
  result[1030] = -2;
  return result;
}

Check plain_log_sum() {
  return {"plain_log_sum",
          "log_sum_exp",
          "It is the logarithm of the sum of all exponentials.",
          {log_sum_of({2, 1, 0.1F}), log_sum_of({0, 0, 0, 0}), log_sum_of({-1, -2}),
           log_sum_of({3}), log_sum_of({-inf, 1, 2, 0.5F})}};
}

Check any_log_sum(Seed seed) {
  std::vector<Case> cases = {log_sum_of({100, 100}),
                             log_sum_of({-200, -201}),
                             log_sum_of({88, 88, 88}),
                             log_sum_of({1e4F, 9999, 1e4F}),
                             log_sum_of({largest, -1}),
                             log_sum_of({-largest, -largest}),
                             log_sum_of({largest, largest}),
                             log_sum_of({largest, -largest}),
                             log_sum_of({-largest, -inf}),
                             log_sum_of({1e18F, 1e18F, -1e18F}),
                             log_sum_of({-0.6931472F, -0.6931472F})};
  for (const Floats& row : drawn(seed, "log_sum")) { cases.push_back(log_sum_of(row)); }
  return {"any_log_sum", "log_sum_exp",
          "Where the logits lie makes no difference, far above zero or far below.", cases};
}

Check crowds() {
  Floats one_among_many(10'001, -8);
  one_among_many[17] = 0;
  return {"crowds",
          "log_sum_exp",
          "Many small exponentials weigh as much together as a large one.",
          {log_sum_of(one_among_many), log_sum_of(Floats(5'000, -2.5F)),
           log_sum_of({0, -6, -6, -6, -6, -6, -6, -6, -6}), log_sum_of(last_two_left())}};
}

Check log_of_nothing() {
  return {"log_of_nothing",
          "log_sum_exp",
          "A sum of nothing is 0, and its logarithm -inf.",
          {log_sum_is({-inf, -inf}, -infinite), log_sum_is({-inf}, -infinite),
           log_sum_is({}, -infinite)}};
}

Check infinite_log_sum() {
  return {"infinite_log_sum",
          "log_sum_exp",
          "If a logit is +inf, so is the sum, and so is its logarithm.",
          {log_sum_is({inf, 0}, infinite), log_sum_is({-inf, inf}, infinite),
           log_sum_is({1, inf, inf}, infinite), log_sum_is({inf}, infinite),
           log_sum_is({largest, inf, -largest}, infinite)}};
}

Check log_sum_of_nan() {
  return {
      "log_sum_of_nan",
      "log_sum_exp",
      "NaN is refused, wherever it stands.",
      {log_sum_refused({nan}), log_sum_refused({1, nan}), log_sum_refused({nan, inf, 2}),
       log_sum_refused({inf, nan}), log_sum_refused({2, inf, 1, nan}), log_sum_refused({-inf, nan}),
       log_sum_refused({nan, -inf}), log_sum_refused({nan, 1}), log_sum_refused({3, nan, 1})}};
}

Check plain_logs() {
  return {"plain_logs",
          "log_softmax",
          "Each result is the logarithm of a share.",
          {logs_of({2, 1, 0.1F}), logs_of({0, 0, 0, 0}), logs_of({-1, -2}),
           logs_of({7, 1, -2, 0.5F, 3, -4, 2.5F})}};
}

Check tail_logs() {
  return {"tail_logs",
          "log_softmax",
          "A share that no float can hold has an ordinary logarithm.",
          {logs_of({0, -150, 0, 0, 0}), logs_of({0, -90}), logs_of({3, -1000, 3}),
           logs_of({0, -30, -1e30F}), logs_of({largest, -largest}), logs_of({-largest, 0}),
           logs_of({0, -745, -800, -1e4F, -1e10F})}};
}

Check shifted_logs(Seed seed) {
  std::vector<Case> cases = {logs_of({1e4F, 1e4F}),      logs_of({-1e8F, -1e8F}),
                             logs_of({100, 99, 98}),     logs_of({-200, -201}),
                             logs_of({88, 88, 88}),      logs_of({largest, largest}),
                             logs_of({1e18F, 1e18F}),    logs_of({-1e18F, -1e18F, -1e18F}),
                             logs_of({1e12F, 1e12F}),    logs_of({-largest, -largest, -largest}),
                             logs_of({1e30F, 0, 1e30F}), logs_of(Floats(5'000, 700))};
  for (const Floats& row : drawn(seed, "logs")) { cases.push_back(logs_of(row)); }
  return {"shifted_logs", "log_softmax",
          "A constant added to all logits changes no digit that they had.", cases};
}

Check masked_logs() {
  return {"masked_logs",
          "log_softmax",
          "A masked token has no share, and the logarithm of that is -inf.",
          {logs_of({-inf, 1, 2}), logs_of({0, -inf}), logs_of({-5, -inf, -inf, -6, -inf}),
           logs_of({-largest, -inf, -largest}), logs_of({1, -inf}), logs_of(last_two_left())}};
}

Check refuses() {
  return {"refuses",
          "log_softmax",
          "NaN, +inf, sizes that differ, and rows in which nothing has a share are refused.",
          {refused({1, nan}, 2), refused({nan, 1}, 2), refused({inf, 1}, 2), refused({1, 2}, 3),
           refused({1, 2, 3}, 2), refused({-inf, -inf}, 2), refused({}, 0), refused({}, 1),
           refused({-inf}, 1), refused({inf}, 1), refused({1, inf}, 2), refused({-inf, inf}, 2),
           refused({inf, inf}, 2), refused({inf, nan}, 2), refused({nan, inf}, 2),
           refused({-inf, nan}, 2), refused({nan, -inf}, 2), refused({-inf, 1, nan}, 3),
           refused({2, 1, -inf, inf}, 4)}};
}

}  // namespace

std::vector<Check> checks_09_log_softmax(Seed seed) {
  return {plain_log_sum(),    any_log_sum(seed), crowds(),     log_of_nothing(),
          infinite_log_sum(), log_sum_of_nan(),  plain_logs(), tail_logs(),
          shifted_logs(seed), masked_logs(),     refuses()};
}

}  // namespace softmax::grader
