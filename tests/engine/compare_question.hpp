#pragma once
/// What the tests of the comparison share: questions, and outputs that the engine itself made.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "engine/compare.hpp"
#include "engine/compute.hpp"

namespace softmax {

inline std::vector<Given> given(const std::vector<std::string>& texts) {
  std::vector<Given> numbers;
  for (const std::string& text : texts) { numbers.push_back(Given::from_text(text)); }
  return numbers;
}

inline std::vector<Given> exactly(const std::vector<double>& values) {
  std::vector<Given> numbers;
  for (const double value : values) { numbers.push_back(Given::from_double(value)); }
  return numbers;
}

/// As "%.{digits}e" prints them: that many significant digits, and one more.
inline std::vector<Given> printed_to(int digits, const std::vector<double>& values) {
  std::vector<Given> numbers;
  for (const double value : values) {
    numbers.push_back(Given::from_text(fmt::format("{:.{}e}", value, digits - 1)));
  }
  return numbers;
}

inline Settings settings_in(const std::string& format) {
  Settings settings;
  settings.arithmetic.format = parse_format(format);
  settings.accumulator = settings.arithmetic.format;
  return settings;
}

/// What the engine gives for the logits.
inline std::vector<double> outputs_of(Algorithm algorithm, const std::vector<Given>& logits,
                                      const Settings& settings) {
  const Format& format = settings.arithmetic.format;
  const double temperature = hold_temperature(settings.temperature, format);
  const std::vector<Step> steps = plan(algorithm, temperature != 1, settings.temperature_order);
  return compute_rows(steps, hold_logits(logits, format), temperature, settings).back();
}

inline Question question(std::vector<Given> logits, std::vector<Given> outputs, bool decimal) {
  Question asked;
  asked.logits = std::move(logits);
  asked.outputs = std::move(outputs);
  asked.decimal = decimal;
  return asked;
}

/// Whether a run of the algorithm in the format reproduces.
inline bool reproduces(const Comparison& answer, Algorithm algorithm, const std::string& format) {
  return std::any_of(answer.reproduced.begin(), answer.reproduced.end(), [&](const Candidate& c) {
    return c.algorithm == algorithm && c.working().name == format && c.stored.name == format;
  });
}

/// Whether one does at the temperature.
inline bool reproduces_at(const Comparison& answer, Algorithm algorithm, const std::string& format,
                          const std::string& temperature) {
  return std::any_of(answer.reproduced.begin(), answer.reproduced.end(), [&](const Candidate& c) {
    return c.algorithm == algorithm && c.working().name == format && c.stored.name == format &&
           c.settings.temperature.text() == temperature;
  });
}

/// The shifted softmax at a temperature.
inline std::vector<double> at(const std::string& temperature, const std::string& format,
                              const std::vector<Given>& logits) {
  Settings settings = settings_in(format);
  settings.temperature = Given::from_text(temperature);
  return outputs_of(Algorithm::shifted, logits, settings);
}

/// What the outputs leave of T if stored in the format.
inline const RecoveredTemperature* recovered_in(const Comparison& answer,
                                                const std::string& format) {
  for (const RecoveredTemperature& r : answer.recovered) {
    if (r.format.name == format) { return &r; }
  }
  return nullptr;
}

}  // namespace softmax
