// The sums of lesson 8.
#include <fmt/format.h>

#include <array>

#include "engine/bounds.hpp"
#include "engine/compute.hpp"
#include "engine/stepper.hpp"
#include "lessons/08_rounding/figures.hpp"

namespace softmax::lessons::roundings {

using namespace page;

namespace {

constexpr std::array all_orders = {SumOrder::sequential, SumOrder::reverse, SumOrder::pairwise,
                                   SumOrder::compensated};

/// Logits from 0 downwards in equal steps, in turn: so the exact sum of the long row is a few
/// products.
constexpr std::size_t different = 64;
constexpr double deepest = -10;

std::vector<double> different_exponentials(const Settings& settings) {
  std::vector<double> logits(different);
  for (std::size_t k = 0; k < different; ++k) {
    logits[k] = deepest * static_cast<double>(k) / static_cast<double>(different);
  }
  return compute_step(Step{Stage::exponentiate}, logits, {}, 1, settings);
}

/// The same exponentials over and over, each as often as fits.
struct LongRow {
  std::vector<double> values;
  Certified sum;
};

LongRow long_row(const Settings& settings) {
  const std::vector<double> once = different_exponentials(settings);
  LongRow row;
  row.values.resize(vocabulary);
  for (std::size_t i = 0; i < vocabulary; ++i) { row.values[i] = once[i % different]; }
  for (std::size_t k = 0; k < different; ++k) {
    const std::size_t times = (vocabulary - k + different - 1) / different;
    row.sum = row.sum + Certified(static_cast<double>(times)) * Certified(once[k]);
  }
  return row;
}

LongSum added(const LongRow& row, const Settings& settings, std::string how) {
  const double u = unit_roundoff(settings.arithmetic.format);
  const double sum = summed(row.values, settings);
  const Certified off = (Certified(sum) - row.sum) / row.sum / Certified(u);
  return {std::move(how), sum, off.approximate()};
}

std::vector<LongSum> add_in_all_ways() {
  Settings settings = in("binary32");
  const LongRow row = long_row(settings);
  std::vector<LongSum> all;
  for (const SumOrder order : all_orders) {
    settings.order = order;
    all.push_back(added(row, settings, std::string(name(order))));
  }
  // Added in a finer format, and rounded once to the working one.
  settings.order = SumOrder::sequential;
  settings.accumulator = parse_format("binary64");
  all.push_back(added(row, settings, "sequential, in binary64"));
  return all;
}

}  // namespace

Trace many_zeros(SumOrder order) {
  Settings settings = in("binary16");
  settings.order = order;
  return trace(std::vector<Given>(many, Given::from_double(0)), settings,
               std::array{Algorithm::shifted});
}

Table running_sum(std::string caption, const Trace& trace) {
  Table table{std::move(caption), {"addends", "sum"}, {}};
  const std::vector<StageRow>& stages = trace.runs[0].stages;
  const std::vector<Partial> all = partials(trace, trace.runs[0], stages.size() - 2);
  const auto stalled = static_cast<std::size_t>(all.back().value);
  for (const std::size_t k : {stalled - 1, stalled, stalled + 1, many}) {
    table.rows.push_back({std::to_string(k), digits(all[k - 1].value, trace.format())});
  }
  return table;
}

Table zeros_in_each_order(std::string caption) {
  Table table{
      std::move(caption), {"order", "sum", "bound / u", "the bound itself", "relative error"}, {}};
  for (const SumOrder order : {SumOrder::sequential, SumOrder::pairwise, SumOrder::compensated}) {
    const Trace t = many_zeros(order);
    const Bound bound = bounds(t.runs[0], t)[1];
    const double u = unit_roundoff(t.format());
    table.rows.push_back({std::string(name(order)),
                          digits(stage(t.runs[0], Stage::sum).computed[0], t.format()),
                          bound_text(bound.in_u.value()), rounded(bound.relative.value(), 3),
                          rounded(bound.measured_in_u.value() * u, 3)});
  }
  return table;
}

const std::vector<LongSum>& long_sums() {
  static const std::vector<LongSum> made = add_in_all_ways();
  return made;
}

Table table_of_long_sums(std::string caption) {
  const Format format = parse_format("binary32");
  Table table{std::move(caption), {"order", "sum", "error / u"}, {}};
  for (const LongSum& one : long_sums()) {
    table.rows.push_back({one.how, digits(one.sum, format), fmt::format("{:.1f}", one.error_in_u)});
  }
  return table;
}

std::size_t halvings(std::size_t n) {
  std::size_t count = 0;
  while (std::size_t{1} << count < n) { ++count; }
  return count;
}

}  // namespace softmax::lessons::roundings
