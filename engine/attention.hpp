#pragma once
/// One head of attention in the arithmetic of a format, for small matrices.
///
///     const Attended head = attend(q, k, v, {.arithmetic = {parse_format("binary16")}});
///     head.scores(0, 1);     // of query 0 and key 1
///     head.weights(0, 1);    // their softmax along the keys
///     head.outputs(0, 0);    // what query 0 gets
///
/// Computes, with d the columns of q and of k:
///     scale     1/sqrt(d), the real number rounded once to the format
///     scores    s_ij = (scale q_i) . k_j     or     scale (q_i . k_j); -inf where masked
///     weights   w_i = softmax(s_i), by any plan of plan.hpp that ends in probabilities
///     outputs   o_i = sum_j w_ij v_j
///
/// Shapes: q is n_queries x d, k is n_keys x d, v is n_keys x (any number of columns).
/// Error: each product and each addition is rounded once; all sums are sequential, in the format.
/// For a product of n terms that is n u sum |a_i b_i| (Jeannerod and Rump 2013).
/// Infinities and NaNs are outcomes. Of a query that sees no key, each weight is NaN (every plan
/// has its 0/0 or -inf - -inf there) and so is each output; with a sink, each of them is 0.
/// Cost: n_queries n_keys (d + columns of v) products, and as many softmaxes as queries.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/arithmetic.hpp"
#include "engine/plan.hpp"
#include "engine/stages.hpp"

namespace softmax {

/// A matrix by its rows, one after the other.
struct Matrix {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<double> values;

  double operator()(std::size_t i, std::size_t j) const { return values[i * columns + j]; }
  [[nodiscard]] std::span<const double> row(std::size_t i) const {
    return std::span(values).subspan(i * columns, columns);
  }
  bool operator==(const Matrix&) const = default;
};

/// What is multiplied by 1/sqrt(d). It decides what overflows: 64 products of 32 * 32 are beyond
/// binary16, but scaled first they sum to 8192.
enum class ScaleOrder : std::uint8_t { query_first, product_first };

struct AttentionSettings {
  Arithmetic arithmetic{parse_format("binary32")};
  Algorithm algorithm = Algorithm::shifted;
  ScaleOrder scale_order = ScaleOrder::query_first;
  /// Query i sees the keys j <= i + (n_keys - n_queries): the last query sees every key, so that
  /// with cached keys a single new query sees all of them.
  bool causal = false;
  /// One more logit of each row, after the keys': it takes part in the maximum and the normalizer,
  /// and has no value, so that the weights sum to less than 1: e^s_j / (e^sink + sum e^s).
  std::optional<double> sink = std::nullopt;
};

struct Attended {
  double scale = 1;
  Matrix scores;   ///< n_queries x n_keys, masked ones -inf
  Matrix weights;  ///< n_queries x n_keys
  Matrix outputs;  ///< n_queries x columns of v
};

/// Computes: ((a_0 b_0 + a_1 b_1) + a_2 b_2) + ..., in any number type.
/// Shapes: two rows of n >= 1 numbers to one.
template <class Number>
Number dot(std::span<const Number> a, std::span<const Number> b) {
  Row<Number> products;
  products.reserve(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) { products.push_back(a[i] * b[i]); }
  return sum(std::span<const Number>(products), SumOrder::sequential);
}

/// Computes: 1/sqrt(d) rounded once to the format, ties to even. Domain: d from 1 to 2^40.
/// Throws: std::invalid_argument where d is 0.
double attention_scale(std::size_t d, const Format& format);

/// Computes: one head. The numbers of q, k, v and the sink are rounded once to the format.
/// Throws: std::invalid_argument with the sizes: an empty matrix, as many values as rows x columns
/// are not there, q and k of unlike columns, k and v of unlike rows. Also: an algorithm without
/// probabilities; a sink that is NaN or +inf in the format; a mask in a format without infinity.
Attended attend(const Matrix& q, const Matrix& k, const Matrix& v,
                const AttentionSettings& settings);

}  // namespace softmax
