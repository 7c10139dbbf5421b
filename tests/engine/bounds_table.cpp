#include "tests/engine/bounds_table.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace softmax::trials {
namespace {

std::string percent(std::size_t part, std::size_t whole) {
  return fmt::format("{:.0f}%", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

/// "0.413   0%   2%": the worst, the vacuous share, the share where it does not apply.
std::string text(const Tally& tally) {
  const std::string worst =
      tally.promises() == 0 ? "-" : fmt::format("{:.3f}{}", tally.worst, tally.exceeded ? "!" : "");
  return fmt::format("{:>6} {:>5} {:>5}", worst, percent(tally.vacuous, tally.trials),
                     percent(tally.not_applicable, tally.trials));
}

/// One line as text; nothing, if the bound applied nowhere.
std::string text(const Line& line, const std::map<std::size_t, Tally>& tallies) {
  const bool applied = std::any_of(tallies.begin(), tallies.end(), [](const auto& of_n) {
    return of_n.second.not_applicable < of_n.second.trials;
  });
  if (!applied) { return ""; }
  std::string columns;
  for (const auto& [n, tally] : tallies) { columns += fmt::format(" {}", text(tally)); }
  return fmt::format("{:8} {:23} {:11}{}\n", line.format, name(line.algorithm), name(line.order),
                     columns);
}

std::string header(const Table& table, const std::string& bound) {
  std::string out = fmt::format("{:44}", bound);
  for (const auto& [n, tally] : table.begin()->second) {
    out += fmt::format(" {:<18}", fmt::format("n = {}", n));
  }
  return out + '\n';
}

}  // namespace

void Tally::take(const Bound& bound, Claim claim) {
  ++trials;
  if (!bound.applies) {
    ++not_applicable;
    return;
  }
  double& worst_here = bound.vacuous ? worst_vacuous : worst;
  worst_here = std::max(worst_here, bound.ratio.value());
  if (bound.vacuous) {
    ++vacuous;
    return;
  }
  const double claimed = claim == Claim::third ? bound.in_u.value() / 3 : bound.in_u.value();
  const bool kept = bound.measured_in_u.value() <= claimed;  // which a NaN does not
  exceeded += kept ? 0U : 1U;
}

Tally& Tally::operator+=(const Tally& more) {
  trials += more.trials;
  not_applicable += more.not_applicable;
  vacuous += more.vacuous;
  exceeded += more.exceeded;
  worst = std::max(worst, more.worst);
  worst_vacuous = std::max(worst_vacuous, more.worst_vacuous);
  return *this;
}

Tally total(const Table& table, const std::string& bound, std::optional<Algorithm> algorithm) {
  Tally sum;
  for (const auto& [line, tallies] : table) {
    if (line.bound != bound || line.algorithm != algorithm.value_or(line.algorithm)) { continue; }
    for (const auto& [n, tally] : tallies) { sum += tally; }
  }
  return sum;
}

std::string text(const Table& table, const std::string& bound) {
  std::string out = header(table, bound);
  for (const char* const format : formats) {
    for (const Algorithm algorithm : algorithms) {
      for (const SumOrder order : orders) {
        const auto found = table.find({bound, format, algorithm, order});
        if (found != table.end()) { out += text(found->first, found->second); }
      }
    }
  }
  return out;
}

std::string summary(const Table& table) {
  std::string out;
  for (const char* const bound : {"normwise", "componentwise"}) {
    for (const Algorithm algorithm : algorithms) {
      const Tally tally = total(table, bound, algorithm);
      if (tally.trials == 0) { continue; }
      out += fmt::format(
          "{:14} {:24} {:7} bounds below 1, exceeded {}, worst {:.3f}; where vacuous {:.3f}\n",
          bound, name(algorithm), tally.promises(), tally.exceeded, tally.worst,
          tally.worst_vacuous);
    }
  }
  return out;
}

}  // namespace softmax::trials
