#pragma once
/// One softmax in the machine's arithmetic alone: no references, so a hundred runs are cheap.
///
///     const std::vector<double> held = hold_logits(logits, settings.arithmetic.format);
///     const std::vector<Step> steps = plan(Algorithm::shifted, false, settings.temperature_order);
///     compute_rows(steps, held, 1, settings).back();    // the probabilities
///
/// Units: every double below is a number of settings.arithmetic.format.
/// Cost: 0.05 microseconds a logit and exp (5 nanoseconds with libm's), 0.02 for other stages;
/// a log is 0.6 microseconds, but there is one a row.

#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "engine/alike.hpp"
#include "engine/trace.hpp"

namespace softmax {

/// A logit that no softmax takes, or that its format cannot hold. what() tells the fault alone: a
/// search through many formats says it of each. The remedy may be empty.
class LogitError : public std::invalid_argument {
 public:
  LogitError(const std::string& fault, const char* remedy)
      : std::invalid_argument(fault), remedy_(remedy) {}

  [[nodiscard]] const char* remedy() const { return remedy_; }

 private:
  const char* remedy_;
};

/// Computes: the logits, each rounded once to the format.
/// Throws: std::invalid_argument without logits; LogitError with the index and the text: a NaN or
/// +inf; a mask in a format without infinity; a logit that the format makes infinite.
std::vector<double> hold_logits(std::span<const Given> logits, const Format& format);

/// Computes: T rounded once to the format.
/// Throws: std::invalid_argument with its text: not positive, not finite, or zero in the format.
double hold_temperature(const Given& given, const Format& format);

/// Computes: x; of a NaN, the one that rows hold (hardware gives NaNs of either sign).
double canonical(double x);

/// Computes: one step, from held values to held values. NaNs are made canonical.
/// Shapes: x the row of step.first, y that of step.second (unread by stages of one operand).
/// A sum is taken in settings.accumulator and then kept in the working format.
/// Where it is known which of x are `alike`, each number is computed once.
std::vector<double> compute_step(const Step& step, std::span<const double> x,
                                 std::span<const double> y, double temperature,
                                 const Settings& settings, const Alike& alike = {});

/// Computes: the row of every step of the plan; the first is the logits, the last the outputs.
/// Domain: logits and temperature are held in settings.arithmetic.format.
std::vector<std::vector<double>> compute_rows(std::span<const Step> steps,
                                              std::span<const double> logits, double temperature,
                                              const Settings& settings);

/// Computes: what the algorithm ends with, for held logits: the last of those rows.
/// Throws: std::invalid_argument for settings.temperature, as hold_temperature does.
std::vector<double> outputs(std::span<const double> logits, const Settings& settings,
                            Algorithm algorithm);

}  // namespace softmax
