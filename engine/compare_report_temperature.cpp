#include "engine/compare_report_temperature.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/compare_groups.hpp"
#include "engine/compute.hpp"
#include "engine/report_theory.hpp"

namespace softmax {
namespace {

using Names = std::vector<std::string>;

/// The formats that leave the same temperatures to try.
struct Shared {
  double low;
  double high;
  Names tried;
  Names formats;
};

Names texts(const std::vector<Given>& numbers) {
  Names names;
  for (const Given& number : numbers) { names.push_back(number.text()); }
  return names;
}

std::vector<Shared> shared(const std::vector<RecoveredTemperature>& recovered) {
  std::vector<Shared> all;
  for (const RecoveredTemperature& r : recovered) {
    if (r.tried.empty() && !r.suits(1)) { continue; }
    const Names tried = texts(r.tried);
    const auto same = std::find_if(all.begin(), all.end(),
                                   [&](const Shared& each) { return each.tried == tried; });
    if (same == all.end()) {
      all.push_back({r.low, r.high, tried, {r.format.name}});
    } else {
      same->low = std::min(same->low, r.low);
      same->high = std::max(same->high, r.high);
      same->formats.push_back(r.format.name);
    }
  }
  return all;
}

/// "T from 0.996 to 1.004": a digit more than tells the two apart.
std::string range_text(double low, double high) {
  constexpr int most = 17;
  if (!std::isfinite(high)) { return fmt::format("T of {:.3g} or more", low); }
  int digits = 2;
  while (digits < most &&
         fmt::format("{:.{}g}", low, digits) == fmt::format("{:.{}g}", high, digits)) {
    ++digits;
  }
  return fmt::format("T from {:.{}g} to {:.{}g}", low, digits + 1, high, digits + 1);
}

std::string tried_text(const Names& tried) {
  if (tried.empty()) { return "1 is among them, and no other was tried"; }
  return fmt::format("{} {} tried too", fmt::join(tried, ", "), tried.size() == 1 ? "was" : "were");
}

bool reproduced_at_one(const Comparison& answer) {
  return std::any_of(answer.reproduced.begin(), answer.reproduced.end(),
                     [](const Candidate& c) { return c.settings.temperature.text() == "1"; });
}

bool stores(const Candidate& candidate, const RecoveredTemperature& r) {
  return candidate.stored.name == r.format.name;
}

}  // namespace

std::string temperatures_text(const Question& question, const Comparison& answer,
                              const Style& style) {
  const std::size_t n = question.outputs.size();
  if (question.temperature || n != question.logits.size() || n == 1) { return ""; }
  if (!logits_differ(hold_logits(question.logits, parse_format("binary64")))) {
    return wrapped("T cannot be told: the logits do not differ", style.width, 10);
  }
  const std::vector<Shared> left = shared(answer.recovered);
  if (left.empty() || reproduced_at_one(answer)) { return ""; }
  std::string out =
      wrapped(fmt::format("T = 1 does not reproduce them; printing and rounding leave{}",
                          n == 2 ? " (any two probabilities agree with some T)" : ""),
              style.width, 10);
  for (const Shared& each : left) {
    out += wrapped(fmt::format("  {}, stored in {}: {}", range_text(each.low, each.high),
                               any_of_them(each.formats), tried_text(each.tried)),
                   style.width, 4);
  }
  return out;
}

std::string temperature_range(const Comparison& answer) {
  if (!reproduced_at_one(answer)) { return ""; }
  const RecoveredTemperature* narrowest = nullptr;
  for (const RecoveredTemperature& r : answer.recovered) {
    const bool found = std::any_of(answer.reproduced.begin(), answer.reproduced.end(),
                                   [&](const Candidate& c) { return stores(c, r); });
    if (!found) { continue; }
    if (narrowest == nullptr || r.high - r.low < narrowest->high - narrowest->low) {
      narrowest = &r;
    }
  }
  return narrowest == nullptr ? "" : range_text(narrowest->low, narrowest->high);
}

}  // namespace softmax
