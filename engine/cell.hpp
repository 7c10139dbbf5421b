#pragma once
/// One value of a trace as text: what every report writes of it.

#include <cstddef>
#include <string>
#include <vector>

#include "engine/outcome.hpp"
#include "engine/trace.hpp"

namespace softmax {

/// Everything a trace says of one value. An empty error is none (null).
struct Cell {
  std::size_t index;
  std::string computed;  ///< "0.66524094", "inf", "-inf", "nan"
  std::string bits;      ///< "0x3f2a4d3d"
  CertainDecimal reference;
  std::string error_ulp;
  std::string local_ulp;
  std::string inherited_ulp;
  Outcome outcome;
};

/// How many digits a report wants at most.
struct Digits {
  int reference = 30;
  int error = 6;
};

/// Computes: the texts of element i of a stage, by the witness where 128 bits leave one in doubt.
Cell cell(const Trace& trace, const Run& run, std::size_t stage, std::size_t i, Digits digits = {});

/// Computes: the encoding as "0x" and as many hexadecimal digits as the format has bits for.
std::string bits_text(double held, const Format& format);

/// Computes: the indices of the `most` largest held logits, largest first (the lower index of
/// equals first); all of them in their own order where most >= n.
std::vector<std::size_t> largest_logits(const Trace& trace, std::size_t most);

/// Computes: the positions in a stage's row that belong to the listed elements: those, or all of
/// a row that has one or two values of its own.
std::vector<std::size_t> listed(const Trace& trace, const StageRow& row,
                                const std::vector<std::size_t>& elements);

}  // namespace softmax
