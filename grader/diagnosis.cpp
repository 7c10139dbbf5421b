#include "grader/diagnosis.hpp"

#include <cmath>
#include <type_traits>

#include "grader/unwritten.hpp"

namespace softmax::grader {
namespace {

/// How far apart two numbers may be that one mistake made: the tolerance is taken as a part of the
/// wanted number, and so of what is far from it.
bool close(double a, double b, const Wanted& wanted, double unit_roundoff) {
  if (std::isnan(a) || std::isnan(b)) { return std::isnan(a) && std::isnan(b); }
  if (a == b) { return true; }
  if (wanted.exact || std::isinf(a) || std::isinf(b)) {
    // A rule's number is met or missed; a wrong number in its place may still round otherwise.
    return std::isfinite(a) && std::isfinite(b) && a != 0 && b != 0 &&
           std::abs(a - b) <= 16 * unit_roundoff * std::abs(b);
  }
  const double reference = std::abs(wanted.reference.approximate());
  const double relative = reference > 0 ? wanted.tolerance.approximate() / reference : 0;
  return std::abs(a - b) <= (2 * relative + 16 * unit_roundoff) * std::abs(b);
}

template <class Row>
bool close_rows(const Row& a, const Row& b, const std::vector<Wanted>& wanted) {
  using Number = typename Row::value_type;
  constexpr bool floating = std::is_floating_point_v<Number>;
  const double u = std::is_same_v<Number, float> ? 0x1p-24 : 0x1p-53;
  if (a.size() != b.size() || a.size() != wanted.size()) { return false; }
  for (std::size_t i = 0; i < a.size(); ++i) {
    if constexpr (floating) {
      // What nobody wrote is a NaN too, and another mistake.
      if (is_unwritten(a[i]) != is_unwritten(b[i])) { return false; }
      if (!close(double{a[i]}, double{b[i]}, wanted[i], u)) { return false; }
    } else {
      if (a[i] != b[i]) { return false; }
    }
  }
  return true;
}

bool close_values(const Value& a, const Value& b, const std::vector<Wanted>& wanted) {
  return std::visit(
      [&](const auto& x, const auto& y) {
        if constexpr (std::is_same_v<decltype(x), decltype(y)>) {
          return close_rows(x, y, wanted);
        } else {
          return false;
        }
      },
      a, b);
}

bool alike(const Case& one, const Response& a, const Response& b) {
  if (a.ending != b.ending || a.wrote_outside != b.wrote_outside ||
      a.changed_input != b.changed_input) {
    return false;
  }
  // Only where the contract forbids it: elsewhere it is no mistake, and says nothing.
  if (one.untouched && a.wrote_and_threw != b.wrote_and_threw) { return false; }
  if (a.ending != CallEnding::returned) { return true; }
  if (one.refused) { return true; }  // nothing is wanted of it: that it returned is the mistake
  if (a.results.size() != one.results.size() || b.results.size() != one.results.size()) {
    return false;
  }
  for (std::size_t k = 0; k < one.results.size(); ++k) {
    if (!close_values(a.results[k], b.results[k], one.results[k])) { return false; }
  }
  return true;
}

bool alike(const Case& one, const Observed& a, const Observed& b) {
  if (a.index() != b.index()) { return false; }
  if (const auto* stop = std::get_if<Stop>(&a)) {
    return stop->verdict == std::get<Stop>(b).verdict;
  }
  return alike(one, std::get<Response>(a), std::get<Response>(b));
}

}  // namespace

bool alike(std::span<const Check> checks, const Behaviour& a, const Behaviour& b) {
  for (std::size_t k = 0; k < checks.size(); ++k) {
    if (a[k].size() != b[k].size()) { return false; }
    for (std::size_t i = 0; i < a[k].size(); ++i) {
      if (!alike(checks[k].cases[i], a[k][i], b[k][i])) { return false; }
    }
  }
  return true;
}

int diagnosed(std::span<const Check> checks, const Behaviour& answer,
              std::span<const Behaviour> known) {
  int found = -1;
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (!alike(checks, answer, known[i])) { continue; }
    if (found >= 0) { return -1; }
    found = static_cast<int>(i);
  }
  return found;
}

}  // namespace softmax::grader
