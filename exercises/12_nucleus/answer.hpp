#pragma once
/// Exercise 12: which tokens may be drawn at all.
///
///     const std::vector<float> logits = {1.0F, 3.0F, 3.0F, -2.0F};
///     std::vector<std::size_t> kept(logits.size());
///     top_k(logits, 2, kept);           // 2, and kept begins with 1, 2
///
///     const std::vector<float> probabilities = {0.2F, 0.1F, 0.4F, 0.3F};
///     top_p(probabilities, 0.8F, kept);  // 3, and kept begins with 2, 3, 0
///
/// Order: the likeliest first, and of equal tokens the lower index first, in what is written and in
/// what is kept. Programs differ where tokens tie; here exactly k are kept.
/// Shapes: a row of n tokens, and n places in kept, always. The answer is the returned number, and
/// so many indices at the beginning of kept; what stands behind them is not looked at.
/// Error: none. The answers are whole numbers.
///
/// Write what these declare into answer.cpp. Its first lines show how.

#include <cstddef>
#include <span>

namespace answer {

/// Computes: the indices of the k largest logits. A logit of -inf is a mask, and a masked token is
/// never kept: where fewer than k are unmasked, all unmasked ones are kept. So too where k is
/// larger than the row. A logit of +inf is the largest.
/// Throws: std::invalid_argument if the row is empty, k is 0, a logit is NaN, or all are masked.
std::size_t top_k(std::span<const float> logits, std::size_t k, std::span<std::size_t> kept);

/// Computes: the fewest of the likeliest tokens whose running sum reaches p. That is, the likeliest
/// first: token i is kept while the sum of the tokens before it is below p. The likeliest is always
/// kept, for p = 0 too. Where the sum never reaches p, all tokens are kept but those of
/// probability 0, which never are.
/// The probabilities are taken as they are: they need not add up to 1.
/// Sums: in float or double, as you like. No check asks for more: in each, the sum before a token
/// either is p exactly, without any rounding, or is farther from p than the n u of the sum by
/// which a sequential sum in binary32 can err (u = 2^-24; Jeannerod and Rump 2013).
/// Domain: 0 <= p <= 1; probabilities >= 0 and finite, at least one of them above 0.
/// Throws: std::invalid_argument outside of it (NaN is outside), and if the row is empty.
std::size_t top_p(std::span<const float> probabilities, float p, std::span<std::size_t> kept);

}  // namespace answer
