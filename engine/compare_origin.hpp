#pragma once
/// Where the NaN or the infinity in a framework's outputs was born.

#include <vector>

#include "engine/compare.hpp"

namespace softmax {

/// Computes: for each algorithm that reproduces, one trace (in binary32 if that is among its
/// runs) and the birth in it of the first NaN, or of the first infinity if the outputs have no
/// NaN. Empty if they have neither. Cost: a trace each.
std::vector<Origin> origins(const Question& question, const std::vector<Candidate>& reproduced);

}  // namespace softmax
