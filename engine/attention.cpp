#include "engine/attention.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>
#include <utility>

#include "engine/certified.hpp"
#include "engine/compute.hpp"

namespace softmax {
namespace {

std::string described(const char* name, const Matrix& m) {
  return fmt::format("{} is {} x {}", name, m.rows, m.columns);
}

void check_matrix(const char* name, const Matrix& m) {
  if (m.rows == 0 || m.columns == 0 || m.values.size() / m.columns != m.rows ||
      m.values.size() % m.columns != 0) {
    throw std::invalid_argument(
        fmt::format("{}, and has {} values", described(name, m), m.values.size()));
  }
}

void check_shapes(const Matrix& q, const Matrix& k, const Matrix& v) {
  check_matrix("q", q);
  check_matrix("k", k);
  check_matrix("v", v);
  if (q.columns != k.columns) {
    throw std::invalid_argument(fmt::format("{} and {}: a query and a key have one length",
                                            described("q", q), described("k", k)));
  }
  if (k.rows != v.rows) {
    throw std::invalid_argument(
        fmt::format("{} and {}: each key has a value", described("k", k), described("v", v)));
  }
}

void check_settings(const AttentionSettings& settings) {
  if (output_of(settings.algorithm) != Output::probabilities) {
    throw std::invalid_argument(
        fmt::format("{} has no probabilities to weigh values by", name(settings.algorithm)));
  }
  const double sink = round_to_format(settings.sink.value_or(0), settings.arithmetic.format);
  if (std::isnan(sink) || (std::isinf(sink) && sink > 0)) {
    throw std::invalid_argument(fmt::format("a sink of {} is {} in {}",
                                            computed_text(*settings.sink), computed_text(sink),
                                            settings.arithmetic.format.name));
  }
}

/// The mask of a format that has one.
double mask_of(const Format& format) {
  if (format.overflow == Overflow::to_nan) {
    throw std::invalid_argument(format.name + " has no infinity to mask with");
  }
  return -std::numeric_limits<double>::infinity();
}

Matrix transposed(const Matrix& m) {
  Matrix result{m.columns, m.rows, {}};
  for (std::size_t j = 0; j < m.columns; ++j) {
    for (std::size_t i = 0; i < m.rows; ++i) { result.values.push_back(m(i, j)); }
  }
  return result;
}

/// Each number in the format, times `factor` (1 changes nothing).
Matrix scaled(const Matrix& m, double factor, const Arithmetic& in) {
  return with_numbers(in, [&](auto lift) {
    const auto times = [&](double x) { return canonical((lift(x) * lift(factor)).held()); };
    return Matrix{m.rows, m.columns, each(std::span(m.values), times)};
  });
}

/// Each row of a by each row of b.
Matrix dots(const Matrix& a, const Matrix& b, const Arithmetic& in) {
  Matrix result{a.rows, b.rows, {}};
  with_numbers(in, [&](auto lift) {
    using Number = decltype(lift(0.0));
    for (std::size_t i = 0; i < a.rows; ++i) {
      const Row<Number> x = each(a.row(i), lift);
      for (std::size_t j = 0; j < b.rows; ++j) {
        const Row<Number> y = each(b.row(j), lift);
        result.values.push_back(canonical(dot<Number>(x, y).held()));
      }
    }
  });
  return result;
}

/// What lies after the last key that a query sees. i + (n_keys - n_queries) may be below 0.
void mask_the_future(Matrix& scores, const Format& format) {
  for (std::size_t i = 0; i < scores.rows; ++i) {
    for (std::size_t j = 0; j < scores.columns; ++j) {
      const bool seen = j + scores.rows <= i + scores.columns;
      if (!seen) { scores.values[i * scores.columns + j] = mask_of(format); }
    }
  }
}

Matrix scores_of(const Matrix& q, const Matrix& k, double scale,
                 const AttentionSettings& settings) {
  const Arithmetic& in = settings.arithmetic;
  const bool query_first = settings.scale_order == ScaleOrder::query_first;
  Matrix scores =
      query_first ? dots(scaled(q, scale, in), k, in) : scaled(dots(q, k, in), scale, in);
  if (settings.causal) { mask_the_future(scores, in.format); }
  return scores;
}

/// The softmax of each row, by the plan; the sink's weight is computed, and left out.
Matrix weights_of(const Matrix& scores, const AttentionSettings& settings) {
  const Format& format = settings.arithmetic.format;
  const Settings of_row{settings.arithmetic, format};
  const std::vector<Step> steps = plan(settings.algorithm, false, of_row.temperature_order);
  Matrix weights{scores.rows, scores.columns, {}};
  for (std::size_t i = 0; i < scores.rows; ++i) {
    std::vector<double> logits(scores.row(i).begin(), scores.row(i).end());
    if (settings.sink) { logits.push_back(round_to_format(*settings.sink, format)); }
    const std::vector<double> row = compute_rows(steps, logits, 1, of_row).back();
    weights.values.insert(weights.values.end(), row.begin(),
                          row.begin() + static_cast<std::ptrdiff_t>(scores.columns));
  }
  return weights;
}

}  // namespace

double attention_scale(std::size_t d, const Format& format) {
  if (d == 0) { throw std::invalid_argument("no scale: rows of 0 columns"); }
  int twos = 0;
  std::size_t rest = d;
  for (; rest % 4 == 0; rest /= 4) { ++twos; }
  if (rest == 1) { return round_to_format(std::ldexp(1.0, -twos), format); }
  // Of no other d is it a binary fraction. A midpoint m/2^k of two numbers of binary64 has an m of
  // 54 bits, and d m^2 is a whole number other than 2^2k: so they are 2^-109/d apart, relatively,
  // and 168 bits decide.
  const Witness scale = exp(-log(Witness(static_cast<double>(d))) / Witness(2.0));
  return scale.round_to(format).value();
}

Attended attend(const Matrix& q, const Matrix& k, const Matrix& v,
                const AttentionSettings& settings) {
  check_shapes(q, k, v);
  check_settings(settings);
  const Arithmetic& in = settings.arithmetic;
  const double scale = attention_scale(q.columns, in.format);
  Matrix scores = scores_of(q, k, scale, settings);
  Matrix weights = weights_of(scores, settings);
  Matrix outputs = dots(weights, transposed(v), in);
  return {scale, std::move(scores), std::move(weights), std::move(outputs)};
}

}  // namespace softmax
