#pragma once
/// A softmax in one line, for the tests of the lesson's sentences.
///
///     probabilities(Algorithm::shifted, given({"2", "1", "0.1"}), in("binary16"));

#include <array>
#include <string>
#include <vector>

#include "engine/compute.hpp"
#include "engine/trace.hpp"

namespace softmax {

inline constexpr std::array every_format = {"e4m3fn",   "e5m2",     "bfloat16",
                                            "binary16", "binary32", "binary64"};
/// The ways to the same probabilities.
inline constexpr std::array ways = {Algorithm::unshifted, Algorithm::shifted, Algorithm::online,
                                    Algorithm::division_free, Algorithm::unshifted_division_free};

inline std::vector<Given> given(const std::vector<std::string>& texts) {
  std::vector<Given> logits;
  for (const std::string& text : texts) { logits.push_back(Given::from_text(text)); }
  return logits;
}

inline std::vector<Given> numbers(const std::vector<double>& values) {
  std::vector<Given> logits;
  for (const double value : values) { logits.push_back(Given::from_double(value)); }
  return logits;
}

/// The default settings, all in one format.
inline Settings in(const std::string& format, const std::string& temperature = "1") {
  Settings settings{{parse_format(format)}, parse_format(format)};
  settings.temperature = Given::from_text(temperature);
  return settings;
}

/// Computes: the rows of every stage of the run, without references.
inline std::vector<std::vector<double>> rows(Algorithm algorithm, const std::vector<Given>& logits,
                                             const Settings& settings) {
  const Format& format = settings.arithmetic.format;
  const double temperature = hold_temperature(settings.temperature, format);
  return compute_rows(plan(algorithm, temperature != 1, settings.temperature_order),
                      hold_logits(logits, format), temperature, settings);
}

/// Computes: the last of them.
inline std::vector<double> probabilities(Algorithm algorithm, const std::vector<Given>& logits,
                                         const Settings& settings) {
  return rows(algorithm, logits, settings).back();
}

/// Computes: the certified softmax of the held logits.
inline std::vector<Certified> certified(const std::vector<Given>& logits,
                                        const Settings& settings) {
  const Trace t = trace(logits, settings, std::array{Algorithm::shifted});
  return t.runs[0].stages.back().reference;
}

/// Both enclose one real number: their midpoints are no farther apart than their radii.
inline bool agree(const Certified& a, const Certified& b) {
  const Certified difference = a - b;
  return difference.zero() || (difference.finite() && !difference.sign().has_value());
}

}  // namespace softmax
