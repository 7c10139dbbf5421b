#include "lessons/page/compute.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "engine/compute.hpp"
#include "engine/exp_range.hpp"
#include "engine/stages.hpp"

namespace softmax::page {
namespace {

std::string names_of(const std::vector<Run>& runs) {
  std::string names;
  for (const Run& run : runs) {
    names += (names.empty() ? "" : ",") + std::string(name(run.algorithm));
  }
  return names;
}

bool default_pair(const std::vector<Run>& runs) {
  return runs.size() == 2 && runs[0].algorithm == Algorithm::unshifted &&
         runs[1].algorithm == Algorithm::shifted;
}

std::string accumulator_of(const Settings& settings) {
  const bool other = settings.accumulator.name != settings.arithmetic.format.name;
  return other ? " --accumulator " + settings.accumulator.name : "";
}

/// The words that make `workbook trace` print the trace.
std::string command_of(const Trace& trace) {
  const Settings& settings = trace.settings;
  std::string command;
  for (const Given& logit : trace.logits) { command += logit.text() + " "; }
  command.pop_back();
  if (!default_pair(trace.runs)) { command += " -a " + names_of(trace.runs); }
  if (trace.format().name != "binary32") { command += " -f " + trace.format().name; }
  command += accumulator_of(settings);
  if (settings.temperature.text() != "1") { command += " -T " + settings.temperature.text(); }
  if (settings.temperature_order != TemperatureOrder::subtract_first) {
    command += fmt::format(" --temperature-order {}", name(settings.temperature_order));
  }
  if (settings.order != SumOrder::sequential) {
    command += fmt::format(" --sum {}", name(settings.order));
  }
  if (settings.arithmetic.exp == ExpSource::libm) { command += " --exp libm"; }
  return command;
}

Zone zone(std::string name, const Certified& end) {
  return {std::move(name), end.approximate(), decimals(end.approximate(), 2)};
}

}  // namespace

std::vector<Given> given(std::string_view numbers) {
  std::vector<Given> all;
  while (!numbers.empty()) {
    const std::size_t end = std::min(numbers.find(' '), numbers.size());
    if (end > 0) { all.push_back(Given::from_text(numbers.substr(0, end))); }
    numbers.remove_prefix(std::min(end + 1, numbers.size()));
  }
  return all;
}

Settings in(std::string_view format, std::string_view temperature) {
  Settings settings;
  settings.arithmetic.format = parse_format(format);
  settings.accumulator = settings.arithmetic.format;
  settings.temperature = Given::from_text(temperature);
  return settings;
}

Trace traced(std::string_view logits, const std::vector<Algorithm>& algorithms,
             const Settings& settings) {
  return trace(given(logits), settings, algorithms);
}

std::string listed(const Trace& trace) {
  std::string text;
  for (const Given& logit : trace.logits) { text += (text.empty() ? "" : ", ") + logit.text(); }
  return text;
}

TraceFigure figure(std::string caption, Trace trace, std::size_t shown) {
  std::string command = command_of(trace);
  if (shown > 0 && shown < trace.logits.size()) { command += fmt::format(" --top {}", shown); }
  return {std::move(caption), std::move(command), std::move(trace), shown};
}

std::vector<double> probabilities(std::span<const double> held, const Settings& settings,
                                  Algorithm algorithm) {
  return outputs(held, settings, algorithm);
}

double summed(std::span<const double> values, const Settings& settings) {
  return compute_step(Step{Stage::sum}, values, {}, 1, settings)[0];
}

const StageRow& stage(const Run& run, Stage wanted) {
  for (std::size_t k = run.stages.size(); k > 0; --k) {
    if (run.stages[k - 1].step.stage == wanted) { return run.stages[k - 1]; }
  }
  throw std::invalid_argument(fmt::format("{} has no stage {}", name(run.algorithm), name(wanted)));
}

double result(const Trace& trace, std::size_t i, std::size_t run) {
  return trace.runs.at(run).stages.back().computed[i];
}

Certified reference(const Trace& trace, std::size_t i, std::size_t run) {
  return trace.runs.at(run).stages.back().reference[i];
}

std::string share_in_numbers(const Trace& trace, std::size_t i) {
  const Certified t = trace.settings.temperature.value();
  const bool divided = t.approximate() != 1;
  std::vector<std::string> powers;
  std::vector<Certified> values;
  for (const Given& logit : trace.logits) {
    const Certified exponent = logit.value() / t;
    powers.push_back("e^" + (divided ? digits(exponent, 6) : logit.text()));
    values.push_back(exp(exponent));
  }
  Certified sum;
  for (const Certified& value : values) { sum = sum + value; }
  return fmt::format("{} / ({}) = {} / {}", powers.at(i), fmt::join(powers, " + "),
                     decimals(values.at(i).approximate(), 3), decimals(sum.approximate(), 3));
}

Bars bars(std::string caption, const Trace& trace, std::size_t run) {
  std::vector<std::string> labels;
  for (const Given& logit : trace.logits) { labels.push_back(logit.text()); }
  return bars(std::move(caption), labels, trace.runs.at(run).stages.back().computed);
}

Bars bars(std::string caption, const std::vector<std::string>& labels,
          std::span<const double> shares) {
  Bars all{std::move(caption), {}};
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const bool number = std::isfinite(shares[i]);
    all.bars.push_back({labels.at(i), number ? shares[i] : 0,
                        number ? percent(shares[i], 3) : computed_text(shares[i])});
  }
  return all;
}

NumberLine exp_line(std::string caption, const Format& format, std::vector<Mark> marks) {
  const ExpRange exp = exp_range(format);
  constexpr double infinity = std::numeric_limits<double>::infinity();
  const std::string beyond = computed_text(overflow_value(format, false));
  return {std::move(caption),
          {zone("0", exp.zero),
           zone("subnormal", exp.subnormal),
           zone("normal", exp.overflow),
           {beyond, infinity, ""}},
          std::move(marks)};
}

std::string digits(double held, const Format& format) { return short_digits(held, format); }

std::string digits(const Certified& x, int most) { return x.decimal(most).digits; }

std::string rounded(double x, int significant) {
  return std::isfinite(x) ? fmt::format("{:.{}g}", x, significant) : computed_text(x);
}

std::string decimals(double x, int places) {
  return std::isfinite(x) ? fmt::format("{:.{}f}", x, places) : computed_text(x);
}

/// All of it is "100 %", whatever the digits: not "1e+02 %".
std::string percent(double share, int significant) {
  const std::string text = rounded(100 * share, significant);
  return (text == rounded(100, significant) ? "100" : text) + " %";
}

std::string percent(const Certified& share, int significant) {
  return digits(share * Certified(100.0), significant) + " %";
}

std::string count(std::size_t n) {
  std::string text = std::to_string(n);
  for (std::size_t at = text.size(); at > 3; at -= 3) { text.insert(at - 3, ","); }
  return text;
}

}  // namespace softmax::page
