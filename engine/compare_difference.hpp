#pragma once
/// How far a computed row is from the outputs of a framework.
///
///     difference(row, outputs, parse_format("binary32")).ulp;    // 0: every digit is the same
///
/// NaN and infinity are outcomes: where one side has them and the other has not, the kinds differ,
/// and no number of ulp says by how much.

#include <cstddef>
#include <optional>
#include <span>

#include "engine/compare_bound.hpp"
#include "engine/compare_printed.hpp"

namespace softmax {

enum class Match : std::uint8_t {
  identical,        ///< bit for bit, or every printed digit
  within_rounding,  ///< no element is farther off than theory allows two such runs
  none
};

constexpr std::string_view name(Match match) {
  switch (match) {
    case Match::identical:
      return "identical";
    case Match::within_rounding:
      return "within_rounding";
    case Match::none:
      break;
  }
  return "none";
}

struct Difference {
  std::size_t kinds = 0;    ///< elements that are NaN or infinite on one side only, or otherwise
  double ulp = 0;           ///< the largest of the others
  std::size_t element = 0;  ///< where; where kinds differ, the first of those

  [[nodiscard]] bool identical() const { return kinds == 0 && ulp == 0; }
};

/// Computes: |computed - printed| in ulp of the format at the larger of the two; 0 only if the one
/// prints as the other. Of a decimal coarser than an ulp, what is beyond half a unit of its last
/// digit; of a finer one, what is between numbers of the format.
/// Shapes: rows of one length. Domain: computed are numbers of the format.
Difference difference(std::span<const double> computed, std::span<const Printed> outputs,
                      const Format& format);

/// Computes: whether each element differs by no more than is allowed and printing leaves open.
/// Nothing is within a vacuous allowance.
bool within(std::span<const double> computed, std::span<const Printed> outputs,
            const std::optional<Allowance>& allowed);

}  // namespace softmax
