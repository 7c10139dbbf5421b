#pragma once
/// Whether an answer behaves as a known misconception does.
///
/// Behaviour is compared, never text: every case of the task, right ones too. Two calls behave
/// alike if they end alike, and each number of one is the same as that of the other: NaN as NaN,
/// infinity as infinity, unwritten as unwritten, else to within twice what the case allows an
/// answer to be off, for two programs that make the same mistake may round otherwise.

#include <span>
#include <string>
#include <vector>

#include "grader/judge.hpp"

namespace softmax::grader {

/// All that was seen of one answer: a row for each check of a task.
using Behaviour = std::vector<std::vector<Observed>>;

/// Computes: whether the two behave alike in every case of the checks.
/// Shapes: as many rows as checks.
bool alike(std::span<const Check> checks, const Behaviour& a, const Behaviour& b);

/// Computes: the position of the one behaviour that the answer's is like; -1 if it is like none, or
/// like several: a name that is not sure is worse than none.
int diagnosed(std::span<const Check> checks, const Behaviour& answer,
              std::span<const Behaviour> known);

}  // namespace softmax::grader
