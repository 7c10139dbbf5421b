#pragma once
/// What an algorithm does, as data: a list of steps, each a stage and the rows that it reads.
///
///     shifted at T = 1:   read, max(0), subtract(0, 1), exponentiate(2), sum(3), divide(3, 4)
///
/// The same plan is carried out in the machine's arithmetic and in certified numbers, so a
/// reference is never the result of another algorithm. To add an algorithm is to add its plan.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace softmax {

enum class Algorithm : std::uint8_t {
  unshifted,                ///< e^z / sum e^z
  shifted,                  ///< the maximum subtracted first
  online,                   ///< maximum and sum in one pass
  division_free,            ///< e^(z - max - log sum)
  unshifted_division_free,  ///< e^(z - log sum)
  log_softmax,              ///< z - max - log sum
  log_sum_exp,              ///< max + log sum: one number
};

/// Computes: whether the algorithm subtracts the maximum.
constexpr bool shifts(Algorithm algorithm) {
  return algorithm != Algorithm::unshifted && algorithm != Algorithm::unshifted_division_free;
}

enum class Stage : std::uint8_t {
  read,             ///< the given decimals, rounded to the format
  scale,            ///< x / T
  max,              ///< the largest unmasked logit
  subtract,         ///< x - y
  exponentiate,     ///< e^x
  sum,              ///< the normalizer
  divide,           ///< x / y
  log,              ///< ln x
  add,              ///< x + y
  stream,           ///< online: two values, the maximum and the normalizer
  divide_streamed,  ///< online: e^((x - max)/T) / normalizer, called divide
};

/// Divide by T after the maximum is subtracted (the more accurate), or before.
enum class TemperatureOrder : std::uint8_t { subtract_first, scale_first };

/// What the last stage holds.
enum class Output : std::uint8_t { probabilities, log_probabilities, log_sum_exp };

struct Step {
  Stage stage = Stage::read;
  std::size_t first = 0;   ///< the step whose row is x
  std::size_t second = 0;  ///< the step whose one value is y (of two-operand stages)
  bool scales = false;     ///< a streamed stage that itself divides exponents by T

  bool operator==(const Step&) const = default;
};

/// A stage of two operands reads y from a step's single value; scale reads it from T.
constexpr bool reads_second(Stage stage) {
  return stage == Stage::subtract || stage == Stage::divide || stage == Stage::add ||
         stage == Stage::divide_streamed;
}

/// One value out of a row (two for stream).
constexpr bool is_reduction(Stage stage) {
  return stage == Stage::max || stage == Stage::sum || stage == Stage::stream;
}

inline constexpr std::array all_algorithms = {
    Algorithm::unshifted,
    Algorithm::shifted,
    Algorithm::online,
    Algorithm::division_free,
    Algorithm::unshifted_division_free,
    Algorithm::log_softmax,
    Algorithm::log_sum_exp,
};

std::string_view name(Algorithm algorithm);
std::string_view name(Stage stage);
std::string_view name(TemperatureOrder order);
std::string_view name(Output output);

/// Throws: std::invalid_argument with the nearest name.
Algorithm parse_algorithm(std::string_view text);

Output output_of(Algorithm algorithm);

/// Computes: the steps of the algorithm, in the order they run. The stage scale is absent unless
/// `scaled` (T is not 1); in the online algorithm subtract-first scales inside the stream.
std::vector<Step> plan(Algorithm algorithm, bool scaled, TemperatureOrder order);

}  // namespace softmax
