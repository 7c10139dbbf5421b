#include "engine/compare_groups.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace softmax {
namespace {

using Names = std::vector<std::string>;

constexpr const char* in_the_format = "the format itself";
constexpr const char* in_a_wider = "a wider format";

template <class Values>
Names names_of(const Values& values) {
  Names names;
  for (const auto& value : values) { names.emplace_back(name(value)); }
  return names;
}

bool has_sum(Algorithm algorithm) {
  const std::vector<Step> steps = plan(algorithm, false, TemperatureOrder::subtract_first);
  return std::any_of(steps.begin(), steps.end(),
                     [](const Step& step) { return step.stage == Stage::sum; });
}

bool has_temperature_order(const Candidate& candidate) {
  const Format& format = candidate.working();
  const bool scaled = candidate.settings.temperature.held_in(format) != 1;
  return plan(candidate.algorithm, scaled, TemperatureOrder::subtract_first) !=
         plan(candidate.algorithm, scaled, TemperatureOrder::scale_first);
}

Names accumulators(const Candidate& candidate, const Question& question) {
  if (question.accumulator) { return {question.accumulator->name}; }
  const bool one = accumulators_of(question, candidate.working()).size() == 1;
  if (one || !has_sum(candidate.algorithm)) { return {in_the_format, in_a_wider}; }
  return {candidate.settings.accumulator.name == candidate.working().name ? in_the_format
                                                                          : in_a_wider};
}

Group group_of(const Candidate& candidate, const Question& question) {
  const Settings& s = candidate.settings;
  return {{{{std::string(name(candidate.algorithm))},
            {formats_text(candidate)},
            {s.temperature.text()},
            has_temperature_order(candidate) ? Names{std::string(name(s.temperature_order))}
                                             : names_of(question.temperature_orders),
            has_sum(candidate.algorithm) ? Names{std::string(name(s.order))}
                                         : names_of(question.orders),
            accumulators(candidate, question),
            {std::string(name(s.arithmetic.exp))}}}};
}

bool same_but_for(const Group& a, const Group& b, std::size_t axis) {
  for (std::size_t k = 0; k < axes; ++k) {
    if (k != axis && a.names.at(k) != b.names.at(k)) { return false; }
  }
  return true;
}

/// Groups that differ on the axis alone become one.
std::vector<Group> merged(const std::vector<Group>& groups, std::size_t axis) {
  std::vector<Group> fewer;
  for (const Group& group : groups) {
    const auto same = std::find_if(fewer.begin(), fewer.end(), [&](const Group& other) {
      return same_but_for(group, other, axis);
    });
    if (same == fewer.end()) {
      fewer.push_back(group);
    } else {
      Names& to = same->names.at(axis);
      to.insert(to.end(), group.names.at(axis).begin(), group.names.at(axis).end());
    }
  }
  return fewer;
}

std::string sum_words(const Names& orders) {
  constexpr std::size_t all = 4;
  return orders.size() == all ? "any order of summation" : any_of_them(orders) + " sum";
}

std::string exp_words(const std::string& source) {
  return source == name(ExpSource::libm) ? "exp by this machine's libm" : "exp correctly rounded";
}

}  // namespace

std::string any_of_them(const Names& names) {
  if (names.size() == 1) { return names.front(); }
  const Names most(names.begin(), names.end() - 1);
  return fmt::format("{} or {}", fmt::join(most, ", "), names.back());
}

std::string formats_text(const Candidate& candidate) {
  const std::string& working = candidate.working().name;
  if (candidate.stored.name == working) { return working; }
  return fmt::format("{}, {} in {}", working, candidate.read.name == working ? "stored" : "kept",
                     candidate.stored.name);
}

std::vector<Group> grouped(const std::vector<Candidate>& candidates, const Question& question) {
  std::vector<Group> groups;
  groups.reserve(candidates.size());
  for (const Candidate& candidate : candidates) { groups.push_back(group_of(candidate, question)); }
  for (const Axis axis : {Axis::sum, Axis::accumulator, Axis::temperature_order, Axis::exp,
                          Axis::temperature, Axis::formats, Axis::algorithm}) {
    groups = merged(groups, static_cast<std::size_t>(axis));
  }
  return groups;
}

std::string words(const Group& group) {
  Names parts = {any_of_them(group.on(Axis::algorithm)), any_of_them(group.on(Axis::formats))};
  if (group.on(Axis::temperature) != Names{"1"}) {
    parts.push_back("T = " + any_of_them(group.on(Axis::temperature)));
    if (group.on(Axis::temperature_order).size() == 1) {
      parts.push_back(group.on(Axis::temperature_order).front());
    }
  }
  const Names& algorithms = group.on(Axis::algorithm);
  const bool sums = std::any_of(algorithms.begin(), algorithms.end(), [](const std::string& text) {
    return has_sum(parse_algorithm(text));
  });
  if (sums) {
    parts.push_back(sum_words(group.on(Axis::sum)));
    const Names& accumulators = group.on(Axis::accumulator);
    if (accumulators.size() == 1) { parts.push_back("summed in " + accumulators.front()); }
  }
  if (group.on(Axis::exp).size() == 1) { parts.push_back(exp_words(group.on(Axis::exp).front())); }
  return fmt::format("{}", fmt::join(parts, "; "));
}

std::string words(const Candidate& candidate, const Question& question) {
  return words(group_of(candidate, question));
}

}  // namespace softmax
