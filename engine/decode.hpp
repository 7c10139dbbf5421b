#pragma once
/// From a row of logits or probabilities to a token: the largest, or one by chance among those
/// that are kept.
///
///     greedy(p);                                          // 3
///     const Nucleus nucleus = top_p(p, 0.8, format);      // kept: {3, 0}, sums: {0.5, 0.8}
///     kept_only(logits, nucleus.kept);                    // the others -inf: softmax once more
///     sample(p, uniform(seed, 0), format).index;          // a token by chance
///
/// Order: of equal values the lower index comes first, in every function.
/// A logit of -inf is a mask: a masked token is never taken, nor is one of probability 0. A logit
/// of +inf (one that overflowed) is the largest.
/// Sums are added in the format, each addition rounded once, so that it is seen where they fall
/// short of 1 or stop growing. Probabilities, p and shares are rounded once to the format before
/// anything else: 0.8 is reached by 0.5 + 0.3 in binary32 as in binary64.
///
/// Throws: std::invalid_argument, with the index or the value: an empty row; a NaN; a row of masks
/// alone; a probability that is negative or infinite; probabilities that are all 0 or whose sum
/// overflows, in the format; k of 0; p, share or u out of range.
/// Cost: one pass, but n log n comparisons where the row is sorted.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/format.hpp"

namespace softmax {

/// Computes: the index of the largest value. This is no softmax at a tiny T, which gives equal
/// largest logits equal chances.
std::size_t greedy(std::span<const double> values);

/// Computes: the indices of the `most` largest values, largest first; all of them where there are
/// fewer. Masks are values here. Domain: no NaN.
std::vector<std::size_t> largest_first(std::span<const double> values, std::size_t most);

/// Computes: the indices of the k largest values that are not masked, largest first: exactly k
/// where there are so many, whatever ties with the last of them.
/// Domain: k >= 1.
std::vector<std::size_t> top_k(std::span<const double> values, std::size_t k);

/// What top_p keeps: indices, the likeliest first, and the running sum up to each of them.
struct Nucleus {
  std::vector<std::size_t> kept;
  std::vector<double> sums;
};

/// Computes: the fewest of the likeliest tokens whose running sum reaches p: token i is kept while
/// the sum before it is below p. So the one that crosses p is kept, after an exact hit none is, and
/// the likeliest always is. Where the sum never reaches p, all tokens are kept but those of 0.
/// Domain: 0 <= p <= 1.
Nucleus top_p(std::span<const double> probabilities, double p, const Format& format);

/// Computes: the indices of the probabilities of at least share * largest (a product rounded to
/// the format), the likeliest first.
/// Domain: 0 <= share <= 1.
std::vector<std::size_t> min_p(std::span<const double> probabilities, double share,
                               const Format& format);

/// Computes: the logits, those of all other tokens -inf: a softmax of them shares the removed
/// probability among the kept. (A mask of 0 or of 1e-10 would outdo every negative logit.)
/// Throws: std::invalid_argument also where nothing is kept, or an index is beyond the row.
std::vector<double> kept_only(std::span<const double> logits, std::span<const std::size_t> kept);

/// A token by chance, and the running sums that it was looked for in.
struct Sampled {
  std::size_t index;
  std::vector<double> sums;
};

/// Computes: the first index whose running sum is above u * (the last sum), a product of binary64
/// whatever the format. It is below the last sum for every u, so there is such an index though the
/// sums may end short of 1 or above it; and there the sum grew, so the probability is not 0.
/// Domain: 0 <= u < 1.
Sampled sample(std::span<const double> probabilities, double u, const Format& format);

/// Computes: a number in [0, 1), a multiple of 2^-53: number `counter` of the stream that `seed`
/// names. It is a pure function, the same bits on every machine, and no source of secrets.
/// It is SplitMix64 (Steele, Lea and Flood, Fast splittable pseudorandom number generators,
/// OOPSLA 2014): seed + (counter + 1) * G modulo 2^64, with G odd and near 2^64 over the golden
/// ratio, is mixed by three shifts and two products, each of which can be undone, so that no two
/// counters give the same 64 bits; the first 53 of them are kept.
double uniform(std::uint64_t seed, std::uint64_t counter);

}  // namespace softmax
