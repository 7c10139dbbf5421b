#include "tests/engine/oracle_trace.hpp"

#include <algorithm>
#include <cmath>

namespace softmax::oracle {
namespace {

using Row = std::vector<Truth>;

template <class Function>
Row each(std::span<const Truth> x, Function&& f) {
  Row row;
  row.reserve(x.size());
  for (const Truth& element : x) { row.push_back(f(element)); }
  return row;
}

bool less(const Truth& a, const Truth& b) {
  return !b.masked() && (a.masked() || a.value.below(b.value));
}

Truth total(std::span<const Truth> x) {
  Truth sum = x[0];
  for (const Truth& element : x.subspan(1)) { sum = sum + element; }
  return sum;
}

/// Undefined if one of the row is.
Truth largest_of(std::span<const Truth> x) {
  const auto lost = std::find_if(x.begin(), x.end(), [](const Truth& t) { return t.undefined(); });
  return lost != x.end() ? *lost : *std::max_element(x.begin(), x.end(), less);
}

/// e^((x_i - max)/T), a masked one 0 even if all are.
Row streamed_exponentials(std::span<const Truth> x, const Truth& largest, const Truth& divisor) {
  return each(
      x, [&](const Truth& z) { return z.masked() ? Truth(0.0) : exp((z - largest) / divisor); });
}

Row certain(std::span<const double> held, int bits) {
  Row row;
  for (const double value : held) { row.push_back(Truth(value, bits)); }
  return row;
}

Row output(Output kind, std::span<const double> z, double temperature, int bits) {
  switch (kind) {
    case Output::log_probabilities:
      return log_softmax(z, temperature, bits);
    case Output::log_sum_exp:
      return {log_sum_exp(z, temperature, bits)};
    case Output::probabilities:
      break;
  }
  return softmax(z, temperature, bits);
}

}  // namespace

std::vector<Truth> carry_out(const Step& step, std::span<const Truth> x, std::span<const Truth> y,
                             const Truth& temperature) {
  const Truth divisor = step.scales ? temperature : Truth(1.0);
  switch (step.stage) {
    case Stage::read:
      return {x.begin(), x.end()};
    case Stage::scale:
      return each(x, [&](const Truth& z) { return z / temperature; });
    case Stage::max:
      return {largest_of(x)};
    case Stage::subtract:
      return each(x, [&](const Truth& z) { return z - y[0]; });
    case Stage::exponentiate:
      return each(x, [](const Truth& z) { return exp(z); });
    case Stage::sum:
      return {total(x)};
    case Stage::divide:
      return each(x, [&](const Truth& e) { return e / y[0]; });
    case Stage::log:
      return {log(x[0])};
    case Stage::add:
      return {x[0] + y[0]};
    case Stage::stream:
      return {largest_of(x), total(streamed_exponentials(x, largest_of(x), divisor))};
    case Stage::divide_streamed:
      break;
  }
  return each(x, [&](const Truth& z) { return exp((z - y[0]) / divisor) / y[1]; });
}

std::vector<TrueRow> true_rows(const Trace& trace, const Run& run, std::span<const Truth> given) {
  const int bits = bits_for(trace);
  const Truth temperature(trace.temperature, bits);
  const std::vector<double>& held = run.stages[0].computed;
  const Row logits = certain(held, bits);
  std::vector<TrueRow> rows = {{{given.begin(), given.end()}, {given.begin(), given.end()}}};
  const auto reference = [&](std::size_t i) { return i == 0 ? logits : rows[i].reference; };
  for (std::size_t i = 1; i < run.stages.size(); ++i) {
    const Step& step = run.stages[i].step;
    rows.push_back({carry_out(step, reference(step.first), reference(step.second), temperature),
                    carry_out(step, certain(run.stages[step.first].computed, bits),
                              certain(run.stages[step.second].computed, bits), temperature)});
  }
  rows.back().reference = output(output_of(run.algorithm), held, trace.temperature, bits);
  return rows;
}

int bits_for(const Trace& trace) {
  double largest = 1;
  for (const double z : trace.runs[0].stages[0].computed) {
    if (std::isfinite(z)) { largest = std::max(largest, std::fabs(z)); }
  }
  const double exponent = std::log2(largest) - std::log2(trace.temperature);
  return exponent < 64 ? Interval::default_bits
                       : Interval::default_bits + static_cast<int>(exponent);
}

}  // namespace softmax::oracle
