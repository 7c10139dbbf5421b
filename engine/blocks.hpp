#pragma once
/// The online softmax by blocks: each block of a row is streamed alone, and what the blocks hold is
/// merged. So a row is shared among threads, or goes through a fast memory that holds a part of it.
///
///     const Blocks blocks = by_blocks(held, 128, {parse_format("binary32")});
///     blocks.partials[0];       // max_logit and normalizer of the first 128 logits
///     blocks.merged;            // those of the row
///     blocks.probabilities;
///
/// `stream` and `merged` are those of stages.hpp: one block of all logits, and blocks of one logit
/// each, are the online algorithm, bit for bit.
/// T is 1: a T divides the logits before (or, in attention, the scale holds it).
/// Error of the normalizer, relative, to leading order in u: sum p_i (z_max - z_i) + c + s, as
/// in bounds.hpp; but with blocks of b logits, n/b of them, an addend goes through b + n/b - 2
/// additions and K rescalings at most (K the new maxima after it, in its block and among the
/// blocks), so that s is b + n/b - 2 + (1 + c) K, not n - 1 + (1 + c) K.

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "engine/arithmetic.hpp"
#include "engine/stages.hpp"

namespace softmax {

/// Computes: the stream of each block of a row, in any number type; the last may be a shorter one.
/// Domain: block_size >= 1.
template <class Number>
Row<Stream<Number>> stream_blocks(std::span<const Number> z, std::size_t block_size) {
  Row<Stream<Number>> partials;
  for (std::size_t first = 0; first < z.size(); first += block_size) {
    const std::size_t count = std::min(block_size, z.size() - first);
    partials.push_back(stream(z.subspan(first, count), Number(1)));
  }
  return partials;
}

/// Computes: ((partial_0 merged with partial_1) merged with partial_2) ..., in any number type.
/// Shapes: n >= 1 to one.
template <class Number>
Stream<Number> merge_blocks(std::span<const Stream<Number>> partials) {
  Stream<Number> all = partials[0];
  for (const Stream<Number>& partial : partials.subspan(1)) {
    all = merged(all, partial, Number(1));
  }
  return all;
}

/// A maximum and a normalizer as a format holds them. (-inf, 0) is that of masked logits alone.
using HeldStream = Stream<double>;

struct Blocks {
  std::vector<HeldStream> partials;
  HeldStream merged;
  std::vector<double> probabilities;  ///< e^(z - max) / normalizer
};

/// Computes: two held partials merged, in the arithmetic of their format.
HeldStream merged(const HeldStream& a, const HeldStream& b, const Arithmetic& in);

/// Computes: the softmax of the logits by blocks of block_size, the last one perhaps shorter.
/// An all-masked row has (-inf, 0), and NaN for each probability, as every algorithm has.
/// Domain: the logits are held in the format.
/// Throws: std::invalid_argument where there are no logits, or block_size is 0.
Blocks by_blocks(std::span<const double> logits, std::size_t block_size, const Arithmetic& in);

}  // namespace softmax
