#pragma once
/// The stages of softmax, each one function template.
///
/// This is the one text of the algorithms. It runs unchanged in the machine's arithmetic, in an
/// emulated format and in certified numbers, because it sees only + - * /, exp, log and
/// comparison, and no literal but 0 and 1.
///
///     shifted softmax:  divide(exponentiate(subtract(z, maximum(z))), sum(...))
///
/// Shapes: z a row of n >= 1 numbers. Masked logits are -inf. Nothing throws: infinity and NaN
/// are outcomes. Which stages an algorithm runs, and in what order: plan.hpp.

#include <cstddef>
#include <span>
#include <type_traits>
#include <vector>

#include "engine/made_in_place.hpp"
#include "engine/summation.hpp"

namespace softmax {

template <class Number>
using Row = std::vector<Number>;

/// Computes: f(x_i) for each i.
template <class Number, class Function>
auto each(std::span<const Number> x, Function&& f) {
  Row<std::decay_t<decltype(f(x[0]))>> result;
  result.reserve(x.size());
  for (const Number& element : x) {
    result.emplace_back(MadeInPlace{[&] { return f(element); }});
  }
  return result;
}

/// Computes: max z_i over the unmasked; -inf where all are masked. It starts at the first
/// unmasked element: a maximum that starts at 0 or at -10000 is a real bug in real code.
template <class Number>
Number maximum(std::span<const Number> z) {
  std::size_t first = 0;
  while (first + 1 < z.size() && is_masked(z[first])) { ++first; }
  Number largest = z[first];
  for (const Number& element : z.subspan(first)) {
    if (element > largest) { largest = element; }
  }
  return largest;
}

// Stages of one element. What a row makes of them, and which operand is which: carry_out.hpp.

/// Computes: x - y. An all-masked row has its NaN born here: -inf - -inf.
template <class Number>
Number subtract(const Number& x, const Number& y) {
  return x - y;
}

/// Computes: x / y: a logit by the temperature, an exponential by the sum.
template <class Number>
Number divide(const Number& x, const Number& y) {
  return x / y;
}

/// Computes: e^x.
template <class Number>
Number exponentiate(const Number& x) {
  return exp(x);
}

/// Computes: e^((z - max)/T), an addend of the online algorithm.
template <class Number>
Number streamed_exponential(const Number& logit, const Number& max_logit,
                            const Number& temperature) {
  return exp((logit - max_logit) / temperature);
}

/// The running maximum and the sum of e^((z_j - max)/T) so far.
template <class Number>
struct Stream {
  Number max_logit;
  Number normalizer;
};

/// Computes: the normalizer of a stream for a new maximum, no smaller than its own. Where no
/// unmasked logit has been seen it is 0, for any maximum: -inf - -inf would be NaN.
template <class Number>
Number rescaled(const Stream<Number>& state, const Number& max_logit, const Number& temperature) {
  return is_masked(state.max_logit)
             ? Number(0)
             : state.normalizer * streamed_exponential(state.max_logit, max_logit, temperature);
}

/// Computes: maximum and normalizer in one pass (Milakov and Gimelshein 2018): where a new
/// maximum comes, the sum so far is rescaled to it. Masked logits are passed over, the first
/// ones too; an all-masked row gives max -inf and normalizer 0.
template <class Number, class Watch = Unwatched>
Stream<Number> stream(std::span<const Number> z, const Number& temperature, Watch&& watch = {}) {
  Stream<Number> state{z[0], Number(0)};
  for (std::size_t i = 0; i < z.size(); ++i) {
    if (is_masked(z[i])) { continue; }
    if (is_masked(state.max_logit) || z[i] > state.max_logit) {
      state = {z[i], rescaled(state, z[i], temperature) + Number(1)};
    } else {
      state.normalizer =
          state.normalizer + streamed_exponential(z[i], state.max_logit, temperature);
    }
    watch(i, state.normalizer);
  }
  return state;
}

/// Computes: the stream of two rows from those of each: with m the larger maximum,
///     normalizer = s_a e^((m_a - m)/T) + s_b e^((m_b - m)/T)
/// One that has seen no unmasked logit changes nothing: (-inf, 0) is neutral.
template <class Number>
Stream<Number> merged(const Stream<Number>& a, const Stream<Number>& b, const Number& temperature) {
  const Number& max_logit = b.max_logit > a.max_logit ? b.max_logit : a.max_logit;
  return {max_logit, rescaled(a, max_logit, temperature) + rescaled(b, max_logit, temperature)};
}

}  // namespace softmax
