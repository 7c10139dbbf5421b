#pragma once
/// How often an algorithm goes over a row of n numbers, and what it reads and writes on the way:
/// counted from its plan, for a row that is too long for the caches.
///
///     passes(Algorithm::shifted);    // 3 loops, 3 reads, 1 write, 2 exponentials a logit
///     passes(Algorithm::online);     // 2 loops, 2 reads, 1 write, 2 exponentials a logit
///
/// The fusing rule: a step runs in the loop that makes its row, element by element, unless it needs
/// a number (a maximum, a sum) that this loop has not finished; then it runs in the next.
///
///     loop(step) = max(loop of its row, 1, 1 + loop of its number)
///
/// A step on single numbers (the logarithm of a sum) is no loop: it follows the one that made them.
///
/// A row that one loop made and a later loop reads is either stored, which costs a write and a read
/// of it, or made again from the logits, which costs exponentials. The logits are in memory, and a
/// row that is the result is written there. Shifted, in the words of Dukhan and Ablavatski (The
/// two-pass softmax algorithm, 2020), that is "reloading" or "recomputing"; Milakov and Gimelshein
/// (2018) count the latter's accesses: 3 unshifted, 4 shifted, 3 online.

#include <cstddef>
#include <cstdint>
#include <span>

#include "engine/plan.hpp"

namespace softmax {

/// What becomes of a row that one loop made and a later loop reads.
enum class EarlierRow : std::uint8_t { recomputed, stored };

struct Passes {
  std::size_t loops = 0;   ///< over the row
  std::size_t reads = 0;   ///< of n numbers, from memory
  std::size_t writes = 0;  ///< of n numbers, to memory
  std::size_t exponentials =
      0;  ///< of each logit (online, the one that an addend or rescaling costs)

  bool operator==(const Passes&) const = default;
};

/// Computes: the counts of a plan.
Passes passes(std::span<const Step> steps, EarlierRow earlier = EarlierRow::recomputed);

/// Computes: those of the algorithm's plan at T = 1.
Passes passes(Algorithm algorithm, EarlierRow earlier = EarlierRow::recomputed);

}  // namespace softmax
