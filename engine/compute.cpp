#include "engine/compute.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <stdexcept>

#include "engine/carry_out.hpp"
#include "engine/quotation.hpp"

namespace softmax {
namespace {

std::string described(const Given& given, std::size_t index) {
  return fmt::format("logit {} ({})", index, excerpt(given.text()));
}

[[noreturn]] void refuse_special(const Given& given, std::size_t index) {
  const std::string where = described(given, index);
  if (given.nan()) {
    throw LogitError(where + " is NaN: a softmax of it means nothing",
                     "give a number, or -inf for a mask");
  }
  throw LogitError(where + " is +inf: only -inf (a mask) is a logit", "give a finite number");
}

[[noreturn]] void refuse_mask(const Given& given, std::size_t index, const Format& format) {
  throw LogitError(
      fmt::format("{}: {} has no infinity to mask with; use -{}", described(given, index),
                  format.name, short_digits(format.largest, format)),
      "");
}

[[noreturn]] void refuse_as_too_large(const Given& given, std::size_t index, double held,
                                      const Format& format) {
  const bool widest = format.largest >= builtin_formats().back().largest;
  throw LogitError(
      fmt::format("{} is {} in {}, whose largest number is {}", described(given, index),
                  std::isnan(held) ? "NaN" : "infinite", format.name,
                  short_digits(format.largest, format)),
      widest ? "choose a logit nearer to 0" : "choose a wider format, or a logit nearer to 0");
}

double hold_logit(const Given& given, std::size_t index, const Format& format) {
  if (given.nan() || given.plus_infinity()) { refuse_special(given, index); }
  const double held = given.held_in(format);
  if (given.minus_infinity()) {
    if (format.overflow == Overflow::to_nan) { refuse_mask(given, index, format); }
    return held;
  }
  if (!std::isfinite(held)) { refuse_as_too_large(given, index, held, format); }
  return held;
}

}  // namespace

std::vector<double> hold_logits(std::span<const Given> logits, const Format& format) {
  if (logits.empty()) { throw std::invalid_argument("no logits: softmax needs at least one"); }
  std::vector<double> held;
  held.reserve(logits.size());
  for (std::size_t i = 0; i < logits.size(); ++i) {
    held.push_back(hold_logit(logits[i], i, format));
  }
  return held;
}

double hold_temperature(const Given& given, const Format& format) {
  const std::string where = fmt::format("temperature {}", excerpt(given.text()));
  const double held = given.held_in(format);
  if (given.nan() || given.plus_infinity() || given.minus_infinity()) {
    throw std::invalid_argument(where + ": T must be a finite number above 0");
  }
  if (given.value().sign() != 1) { throw std::invalid_argument(where + ": T must be above 0"); }
  if (held == 0 || !std::isfinite(held)) {
    throw std::invalid_argument(fmt::format("{} is {} in {}: choose a T that it can hold", where,
                                            held == 0 ? "0" : "infinite", format.name));
  }
  return held;
}

double canonical(double x) { return std::isnan(x) ? std::numeric_limits<double>::quiet_NaN() : x; }

std::vector<double> compute_step(const Step& step, std::span<const double> x,
                                 std::span<const double> y, double temperature,
                                 const Settings& settings, const Alike& alike) {
  Arithmetic arithmetic = settings.arithmetic;
  if (step.stage == Stage::sum) { arithmetic.format = settings.accumulator; }
  std::vector<double> result = with_numbers(arithmetic, [&](auto lift) {
    using Number = decltype(lift(0.0));
    const Row<Number> second = reads_second(step.stage) ? each(y, lift) : Row<Number>{};
    const Number divisor = lift(temperature);
    if (is_reduction(step.stage)) {
      const Row<Number> first = each(x, lift);
      const Row<Number> row = carry_out<Number>(step, first, second, divisor, settings.order);
      return each(std::span<const Number>(row),
                  [](const Number& number) { return canonical(number.held()); });
    }
    return alike.map(x.size(), [&](std::size_t i) {
      return canonical(carry_out_element<Number>(step, lift(x[i]), second, divisor).held());
    });
  });
  if (step.stage == Stage::sum) {  // the normalizer is kept in the working format
    for (double& value : result) { value = round_to_format(value, settings.arithmetic.format); }
  }
  return result;
}

std::vector<std::vector<double>> compute_rows(std::span<const Step> steps,
                                              std::span<const double> logits, double temperature,
                                              const Settings& settings) {
  std::vector<std::vector<double>> rows = {{logits.begin(), logits.end()}};
  for (const Step& step : steps.subspan(1)) {
    rows.push_back(compute_step(step, rows[step.first], rows[step.second], temperature, settings));
  }
  return rows;
}

std::vector<double> outputs(std::span<const double> logits, const Settings& settings,
                            Algorithm algorithm) {
  const double temperature = hold_temperature(settings.temperature, settings.arithmetic.format);
  const std::vector<Step> steps = plan(algorithm, temperature != 1, settings.temperature_order);
  return compute_rows(steps, logits, temperature, settings).back();
}

}  // namespace softmax
