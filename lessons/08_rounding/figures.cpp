#include "lessons/08_rounding/figures.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "engine/bounds.hpp"
#include "engine/errors.hpp"
#include "engine/ledger.hpp"

namespace softmax::lessons::roundings {

using namespace page;

namespace {

/// The change of ln p by a stage, in u.
std::string entry(const Trace& trace, std::size_t i, Stage wanted) {
  const Certified u(unit_roundoff(trace.format()));
  for (const LedgerEntry& one : ledger(trace.runs[0], trace, i)) {
    if (trace.runs[0].stages[one.stage].step.stage == wanted) {
      return digits(one.change.value() / u, 3);
    }
  }
  return "";
}

std::string in_all(const Trace& trace, std::size_t i) {
  Certified sum;
  for (const LedgerEntry& one : ledger(trace.runs[0], trace, i)) { sum = sum + one.change.value(); }
  return digits(sum / Certified(unit_roundoff(trace.format())), 3);
}

Trace far_row_in(TemperatureOrder order) {
  Settings settings = in("binary32", "0.7");
  settings.temperature_order = order;
  return traced("500.3 500.1 499", {Algorithm::shifted}, settings);
}

}  // namespace

Certified gap(double y, std::string_view format) { return ulp(Certified(y), parse_format(format)); }

NumberLine gaps(std::string caption, std::string_view format, std::vector<Mark> marks) {
  constexpr double first = 0.25;
  constexpr double last = 4;
  NumberLine line{std::move(caption), {{"narrower", first, rounded(first, 3)}}, std::move(marks)};
  // Powers of two are exact. NOLINTNEXTLINE(clang-analyzer-security.FloatLoopCounter)
  for (double end = 2 * first; end <= last; end *= 2) {
    const double here = gap(end / 2, format).approximate();
    line.zones.push_back({"ulp " + rounded(here, 3), end, rounded(end, 3)});
  }
  line.zones.push_back({"wider", std::numeric_limits<double>::infinity(), ""});
  return line;
}

Table readings(std::string caption, std::string_view number) {
  Table table{std::move(caption), {"format", "u", "held", "off by / ulp", "relative / u"}, {}};
  for (const Format& format : builtin_formats()) {
    const Trace t = traced(number, {Algorithm::unshifted}, in(format.name));
    const StageRow& read = t.runs[0].stages[0];
    const Certified off = errors(read, 0, format).value().total;
    const double relative =
        std::copysign(relative_error_in_u(read, 0, format).value(), off.approximate());
    table.rows.push_back({format.name, rounded(unit_roundoff(format), 3),
                          digits(Certified(read.computed[0]), 18), digits(off, 2),
                          rounded(relative, 2)});
  }
  return table;
}

const Trace& small_row() {
  static const Trace made = traced("3.5 1.4", {Algorithm::unshifted});
  return made;
}

const Trace& far_row(TemperatureOrder order) {
  static const Trace scaled_first = far_row_in(TemperatureOrder::scale_first);
  static const Trace subtracted_first = far_row_in(TemperatureOrder::subtract_first);
  return order == TemperatureOrder::scale_first ? scaled_first : subtracted_first;
}

Table errors_of(std::string caption, const Run& run, std::size_t i, const Format& format) {
  Table table{std::move(caption), {"stage", "computed", "error", "local", "inherited"}, {}};
  for (const StageRow& row : run.stages) {
    if (is_reduction(row.step.stage)) { continue; }
    const Errors here = errors(row, i, format).value();
    table.rows.push_back({std::string(name(row.step.stage)), digits(row.computed[i], format),
                          digits(here.total, 3), digits(here.local, 3), digits(here.inherited, 3)});
  }
  return table;
}

Table ledgers(std::string caption, std::size_t i) {
  Table table{std::move(caption), {"stage", "scaled first", "subtracted first"}, {}};
  const Trace& scaled = far_row(TemperatureOrder::scale_first);
  const Trace& subtracted = far_row(TemperatureOrder::subtract_first);
  for (const Stage one :
       {Stage::scale, Stage::subtract, Stage::exponentiate, Stage::sum, Stage::divide}) {
    table.rows.push_back(
        {std::string(name(one)), entry(scaled, i, one), entry(subtracted, i, one)});
  }
  table.rows.push_back({"in all", in_all(scaled, i), in_all(subtracted, i)});
  return table;
}

Table bounds_in_each_format(std::string caption, std::string_view logits) {
  Table table{std::move(caption),
              {"format", "u", "bound / u", "measured / u", "the bound itself", "promise"},
              {}};
  for (const Format& format : builtin_formats()) {
    const Trace t = traced(logits, {Algorithm::shifted}, in(format.name));
    const Bound normwise = bounds(t.runs[0], t)[0];
    table.rows.push_back(
        {format.name, rounded(unit_roundoff(format), 3), bound_text(normwise.in_u.value()),
         rounded(normwise.measured_in_u.value(), 3), rounded(normwise.relative.value(), 3),
         normwise.vacuous ? "vacuous" : "kept"});
  }
  return table;
}

}  // namespace softmax::lessons::roundings
