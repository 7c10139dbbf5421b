// The tables of lesson 7.
#include "lessons/07_max_subtract/figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "engine/compute.hpp"
#include "engine/ledger.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons::lesson_07 {
namespace {

using namespace page;

std::vector<double> held(const std::string& logits, const Format& format) {
  return hold_logits(given(logits), format);
}

std::string listed(const std::vector<double>& row, int significant) {
  std::string text;
  for (const double x : row) { text += (text.empty() ? "" : " ") + rounded(x, significant); }
  return text;
}

/// How many steps lie between two positive numbers of the format.
std::size_t steps_between(double a, double b, const Format& format) {
  const std::uint64_t first = encode(a, format);
  const std::uint64_t second = encode(b, format);
  return first < second ? second - first : first - second;
}

void compare(const std::vector<double>& row, const Settings& settings, Agreement& all) {
  const std::vector<double> unshifted = probabilities(row, settings, Algorithm::unshifted);
  const std::vector<double> shifted = probabilities(row, settings, Algorithm::shifted);
  ++all.rows;
  all.same += unshifted == shifted ? 1U : 0U;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::size_t apart = steps_between(unshifted[i], shifted[i], settings.arithmetic.format);
    all.farthest = std::max(all.farthest, apart);
  }
}

}  // namespace

Lessened lessened(const std::string& logits, double m) {
  const Settings settings = in("binary32");
  const Step subtract{Stage::subtract};
  const std::vector<double> exponents =
      compute_step(subtract, held(logits, settings.arithmetic.format), std::array{m}, 1, settings);
  const std::vector<double> exponentials =
      compute_step(Step{Stage::exponentiate}, exponents, {}, 1, settings);
  return {exponents, exponentials, probabilities(exponents, settings, Algorithm::unshifted)};
}

Table other_numbers(const std::string& logits) {
  Table table{fmt::format("Of {}, in binary32:", logits),
              {"subtracted", "exponents", "exponentials", "shares"},
              {}};
  for (const double m : {0.0, 900.0, 920.0, 1000.0, 1080.0, too_far_above, 1110.0}) {
    const Lessened row = lessened(logits, m);
    table.rows.push_back({rounded(m, 4), listed(row.exponents, 4), listed(row.exponentials, 2),
                          listed(row.shares, 2)});
  }
  return table;
}

Lessened with_start(const std::string& logits, double start) {
  const std::vector<double> row = held(logits, parse_format("binary32"));
  return lessened(logits, std::max(start, *std::max_element(row.begin(), row.end())));
}

Table wrong_starts() {
  const double smallest = smallest_normal(parse_format("binary32"));
  const std::array<std::pair<const char*, double>, 5> cases = {{{"200 201", 0},
                                                                {"-200 -201", 0},
                                                                {"-103 -103.5", smallest},
                                                                {"-20000 -20001", -10000},
                                                                {"-60000 -60001", -50000}}};
  Table table{"The shares in binary32, if the maximum starts at some number:",
              {"logits", "starts at", "exponentials", "shares", "right"},
              {}};
  for (const auto& [logits, start] : cases) {
    const Lessened row = with_start(logits, start);
    const Trace right = traced(logits, {Algorithm::shifted});
    table.rows.push_back({logits, rounded(start, 5), listed(row.exponentials, 2),
                          listed(row.shares, 2), listed({result(right, 0), result(right, 1)}, 2)});
  }
  return table;
}

Agreement agreement_of_tenths() {
  const Settings settings = in("binary32");
  const std::vector<double> tenths =
      held("0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1", settings.arithmetic.format);
  Agreement all;
  for (const double a : tenths) {
    for (const double b : tenths) {
      for (const double c : tenths) { compare({a, b, c}, settings, all); }
    }
  }
  return all;
}

Table rows_one_apart() {
  Table table{"The second share in binary32:", {"logits", "unshifted", "shifted"}, {}};
  for (const char* logits : {"0 -1 -2", "2 1 0", "80 79 78", "1000 999 998"}) {
    const Trace t = traced(logits, {Algorithm::unshifted, Algorithm::shifted});
    table.rows.push_back(
        {logits, digits(result(t, 1, 0), t.format()), digits(result(t, 1, 1), t.format())});
  }
  return table;
}

Table ledgers(const Trace& first, std::size_t i, const Trace& second, std::size_t j) {
  const auto heading = [](const Trace& t, std::size_t k) {
    std::string logits;
    for (const Given& logit : t.logits) { logits += (logits.empty() ? "" : " ") + logit.text(); }
    return fmt::format("{}: share {}", logits, k);
  };
  Table table{"What each stage changed of the share's logarithm:",
              {"stage", heading(first, i), heading(second, j)},
              {}};
  table.rows.push_back(
      {"read", cost_of_reading_text(first, i, 3), cost_of_reading_text(second, j, 3)});
  const std::vector<LedgerText> left = ledger_text(first.runs[0], first, i, 3);
  const std::vector<LedgerText> right = ledger_text(second.runs[0], second, j, 3);
  for (std::size_t k = 0; k < left.size(); ++k) {
    const Stage at = first.runs[0].stages[left[k].stage].step.stage;
    table.rows.push_back({std::string(name(at)), left[k].digits, right[k].digits});
  }
  return table;
}

Table share_and_logarithm(const std::string& logits) {
  const Trace t = traced(logits, {Algorithm::shifted, Algorithm::log_softmax});
  const double by_way_of_share = log_rounded(result(t, 1), t.format());
  return {fmt::format("Of the second logit of {}, in binary32:", logits),
          {"", "computed", "reference"},
          {{"share", rounded(result(t, 1), 3), digits(reference(t, 1), 3)},
           {"ln of that share", computed_text(by_way_of_share), digits(reference(t, 1, 1), 3)},
           {"log_softmax", rounded(result(t, 1, 1), 3), digits(reference(t, 1, 1), 3)}}};
}

}  // namespace softmax::lessons::lesson_07
