#pragma once
/// What wrong steps are written in: a row in a format's own arithmetic, stage by stage.
///
///     const auto wrong = computed("2 1 0.1", "binary32", [](const auto& z, auto /*lift*/) {
///       return over(exponentials(z), total(z));    // divided by the sum of the logits
///     });
///     row_text(wrong, 4);                            // "[2.3836, 0.8769, 0.3565]"
///
/// The stages are the engine's (stages.hpp): only what is wrong is written anew.

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/arithmetic.hpp"
#include "engine/plan.hpp"
#include "engine/stages.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons {

/// Computes: body(x, lift), a row; x are the numbers in the format, lift makes one of a double.
template <class Body>
std::vector<double> computed(std::string_view numbers, std::string_view format, Body&& body) {
  const Arithmetic in{parse_format(format)};
  return with_numbers(in, [&](auto lift) {
    Row<decltype(lift(0.0))> x;
    for (const Given& number : page::given(numbers)) {
      x.push_back(lift(number.held_in(in.format)));
    }
    std::vector<double> held;
    for (const auto& y : body(x, lift)) { held.push_back(y.held()); }
    return held;
  });
}

/// Computes: the row of these: row({a, b}).
template <class Number>
Row<Number> row(std::initializer_list<Number> elements) {
  return elements;
}

/// Computes: change(x_i) for each i.
template <class Number, class Change>
Row<Number> mapped(const Row<Number>& x, Change&& change) {
  return each(std::span<const Number>(x), change);
}

template <class Number>
Row<Number> exponentials(const Row<Number>& x) {
  return mapped(x, softmax::exponentiate<Number>);
}

template <class Number>
Row<Number> minus(const Row<Number>& x, const Number& y) {
  return mapped(x, [&](const Number& element) { return subtract(element, y); });
}

template <class Number>
Row<Number> over(const Row<Number>& x, const Number& y) {
  return mapped(x, [&](const Number& element) { return divide(element, y); });
}

template <class Number>
Number largest(const Row<Number>& x) {
  return maximum(std::span<const Number>(x));
}

template <class Number>
Number total(const Row<Number>& x) {
  return sum(std::span<const Number>(x), SumOrder::sequential);
}

/// Computes: e^(x_i - shift) over their sum, whatever the shift is.
template <class Number>
Row<Number> shares_shifted_by(const Number& shift, const Row<Number>& x) {
  const Row<Number> numerators = exponentials(minus(x, shift));
  return over(numerators, total(numerators));
}

/// Computes: m + log sum e^(x - m), with m the largest.
template <class Number>
Number log_sum_exp(const Row<Number>& x, auto lift) {
  const Number max_logit = largest(x);
  const Number normalizer = lift(total(exponentials(minus(x, max_logit))).held());
  return max_logit + log(normalizer);
}

/// Computes: x_0, x_0 + x_1, ...
template <class Number>
Row<Number> running_sums(const Row<Number>& x) {
  Row<Number> sums;
  sum(std::span<const Number>(x), SumOrder::sequential,
      [&](std::size_t /*addend*/, const Number& partial) { sums.push_back(partial); });
  return sums;
}

// --- what is right, by the engine ---

/// Computes: the last stage of the algorithm, as the engine has it.
std::vector<double> by_engine(std::string_view logits, std::string_view format,
                              Algorithm algorithm = Algorithm::shifted,
                              std::string_view temperature = "1");

// --- texts ---

/// Computes: x to so many decimals, fewer where it has no more: "0.6590", but "0.5", "8192", "nan".
/// Where they would all be zeros, three digits: "5.88e-39".
std::string number_text(double x, int places);

/// Computes: "[0.659, 0.242, 0.099]"; with `most`, only the first: "[0.659, 0.242, ...]".
std::string row_text(std::span<const double> row, int places, std::size_t most = 0);

/// Computes: "[2, 1, 0.1]", or "[2, 1, 0.1] binary16".
std::string input_text(std::string_view numbers, std::string_view more = {});

/// Computes: "{3, 0}", or "no token".
std::string set_text(std::span<const std::size_t> indices);

}  // namespace softmax::lessons
