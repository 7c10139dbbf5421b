#include "engine/decode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <utility>

#include "engine/arithmetic.hpp"
#include "engine/stages.hpp"

namespace softmax {
namespace {

constexpr double mask = -std::numeric_limits<double>::infinity();

void refuse_empty(std::span<const double> values) {
  if (values.empty()) { throw std::invalid_argument("no values: a token is one of at least one"); }
}

/// What no token can be chosen from.
void check_values(std::span<const double> values) {
  refuse_empty(values);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (std::isnan(values[i])) {
      throw std::invalid_argument(fmt::format("value {} is NaN: it has no place in an order", i));
    }
  }
  const bool all_masked =
      std::all_of(values.begin(), values.end(), [](double value) { return value == mask; });
  if (all_masked) {
    throw std::invalid_argument(
        fmt::format("each of {} values is -inf: every token is masked", values.size()));
  }
}

/// The probabilities in the format, of which one at least is above 0.
std::vector<double> hold_probabilities(std::span<const double> probabilities,
                                       const Format& format) {
  refuse_empty(probabilities);
  std::vector<double> held;
  for (std::size_t i = 0; i < probabilities.size(); ++i) {
    held.push_back(round_to_format(probabilities[i], format));
    const bool possible = probabilities[i] >= 0 && std::isfinite(held[i]);
    if (!possible) {
      throw std::invalid_argument(
          fmt::format("probability {} is {}: in {} it must be finite, and 0 or above", i,
                      computed_text(probabilities[i]), format.name));
    }
  }
  if (*std::max_element(held.begin(), held.end()) == 0) {
    throw std::invalid_argument(
        fmt::format("each of {} probabilities is 0 in {}", held.size(), format.name));
  }
  return held;
}

/// A share of 1, in the format.
double hold_share(const char* name, double share, const Format& format) {
  const bool in_range = share >= 0 && share <= 1;  // NaN is not
  if (!in_range) {
    throw std::invalid_argument(
        fmt::format("{} is {}: it must be from 0 to 1", name, computed_text(share)));
  }
  return round_to_format(share, format);
}

std::vector<double> running_sums(std::span<const double> held, const Format& format) {
  std::vector<double> sums;
  const auto watch = [&sums](std::size_t /*addend*/, const auto& partial) {
    sums.push_back(partial.held());
  };
  const Arithmetic in{format};
  with_numbers(in, [&](auto lift) {
    using Number = decltype(lift(0.0));
    const Row<Number> row = each(held, lift);
    sum(std::span<const Number>(row), SumOrder::sequential, watch);
  });
  if (!std::isfinite(sums.back())) {
    throw std::invalid_argument(fmt::format("the sum of {} probabilities is {} in {}", held.size(),
                                            computed_text(sums.back()), format.name));
  }
  return sums;
}

template <class Condition>
std::size_t count_of(std::span<const double> values, Condition&& condition) {
  return static_cast<std::size_t>(std::count_if(values.begin(), values.end(), condition));
}

}  // namespace

std::size_t greedy(std::span<const double> values) {
  check_values(values);
  return static_cast<std::size_t>(std::max_element(values.begin(), values.end()) - values.begin());
}

std::vector<std::size_t> largest_first(std::span<const double> values, std::size_t most) {
  std::vector<std::size_t> indices(values.size());
  std::iota(indices.begin(), indices.end(), std::size_t{0});
  const auto count = static_cast<std::ptrdiff_t>(std::min(most, values.size()));
  const auto end = indices.begin() + count;
  std::partial_sort(indices.begin(), end, indices.end(), [&](std::size_t a, std::size_t b) {
    return values[a] != values[b] ? values[a] > values[b] : a < b;
  });
  indices.erase(end, indices.end());
  return indices;
}

std::vector<std::size_t> top_k(std::span<const double> values, std::size_t k) {
  check_values(values);
  if (k == 0) { throw std::invalid_argument("k is 0: at least one token is kept"); }
  const std::size_t unmasked = count_of(values, [](double value) { return value != mask; });
  return largest_first(values, std::min(k, unmasked));
}

Nucleus top_p(std::span<const double> probabilities, double p, const Format& format) {
  const double goal = hold_share("p", p, format);
  const std::vector<double> held = hold_probabilities(probabilities, format);
  const std::size_t possible = count_of(held, [](double value) { return value > 0; });
  Nucleus nucleus{largest_first(held, possible), {}};
  const std::vector<double> ordered = each(std::span<const std::size_t>(nucleus.kept),
                                           [&](std::size_t index) { return held[index]; });
  nucleus.sums = running_sums(ordered, format);
  std::size_t count = 1;
  while (count < possible && nucleus.sums[count - 1] < goal) { ++count; }
  nucleus.kept.resize(count);
  nucleus.sums.resize(count);
  return nucleus;
}

std::vector<std::size_t> min_p(std::span<const double> probabilities, double share,
                               const Format& format) {
  const double part = hold_share("min-p", share, format);
  const std::vector<double> held = hold_probabilities(probabilities, format);
  const double least = round_to_format(part * *std::max_element(held.begin(), held.end()), format);
  return largest_first(held,
                       count_of(held, [&](double value) { return value > 0 && value >= least; }));
}

std::vector<double> kept_only(std::span<const double> logits, std::span<const std::size_t> kept) {
  if (kept.empty()) { throw std::invalid_argument("no token is kept"); }
  std::vector<double> masked(logits.size(), mask);
  for (const std::size_t index : kept) {
    if (index >= logits.size()) {
      throw std::invalid_argument(
          fmt::format("token {} is kept of a row of {}", index, logits.size()));
    }
    masked[index] = logits[index];
  }
  return masked;
}

Sampled sample(std::span<const double> probabilities, double u, const Format& format) {
  const bool in_range = u >= 0 && u < 1;  // NaN is not
  if (!in_range) {
    throw std::invalid_argument(
        fmt::format("u is {}: it must be from 0 to below 1", computed_text(u)));
  }
  std::vector<double> sums = running_sums(hold_probabilities(probabilities, format), format);
  const double last = sums.back();
  // The product rounds up to `last` only where that is 2^-1022 or less.
  const auto found = std::find_if(sums.begin(), sums.end(), [&, goal = u * last](double sum) {
    return sum > goal || sum == last;
  });
  const auto index = static_cast<std::size_t>(found - sums.begin());
  return {index, std::move(sums)};
}

double uniform(std::uint64_t seed, std::uint64_t counter) {
  std::uint64_t bits = seed + (counter + 1) * 0x9e3779b97f4a7c15;
  bits = (bits ^ (bits >> 30U)) * 0xbf58476d1ce4e5b9;
  bits = (bits ^ (bits >> 27U)) * 0x94d049bb133111eb;
  bits = bits ^ (bits >> 31U);
  return static_cast<double>(bits >> 11U) * 0x1p-53;
}

}  // namespace softmax
