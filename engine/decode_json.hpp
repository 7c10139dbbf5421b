#pragma once
/// From a trace to a token, step by step, as JSON by the schema engine/schema/decode.schema.json.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "engine/trace.hpp"

namespace softmax {

/// What is asked for. The cuts are made in the order that they stand in here, each to the softmax
/// of what the one before it has kept.
struct Decoding {
  std::size_t run = 0;  ///< of the trace, from 0: one that ends in probabilities
  std::optional<std::size_t> top_k;
  std::optional<double> top_p;
  std::optional<double> min_p;
  std::uint64_t seed = 0;
  std::uint64_t counter = 0;  ///< how many numbers of the seed's stream come before
};

/// Computes: the greedy token, the entropy, what each cut keeps, what softmax makes of it, and the
/// token that the number u of seed and counter finds in that.
/// Throws: std::invalid_argument: as decode.hpp does; for a run that is not there or gives no
/// probabilities; for a cut in a format that has no -inf for what is cut off.
std::string decode_json(const Trace& trace, const Decoding& wanted);

}  // namespace softmax
