// The long sum of lesson 4: one large exponential and very many small ones, in six formats.
#include <fmt/format.h>

#include <array>
#include <string>
#include <vector>

#include "engine/compute.hpp"
#include "engine/stages.hpp"
#include "lessons/04_spread/parts.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons::crowd {
namespace {

using namespace page;

/// The exponentials of the top one and of each other, the maximum subtracted or not.
std::array<double, 2> two_exponentials(const Settings& settings, Algorithm algorithm) {
  const Trace two = traced(fmt::format("{} {}", top_logit, other_logit), {algorithm}, settings);
  const StageRow& row = stage(two.runs[0], Stage::exponentiate);
  return {row.computed[0], row.computed[1]};
}

double other_exponential(const Format& format) {
  return two_exponentials(in(format.name), Algorithm::shifted)[1];
}

std::string share_by(Settings settings, SumOrder order) {
  settings.order = order;
  return percent(computed_share(settings, Algorithm::shifted), 5);
}

std::string share_by_accumulator(Settings settings, std::string_view accumulator) {
  settings.accumulator = parse_format(accumulator);
  return percent(computed_share(settings, Algorithm::shifted), 5);
}

std::optional<Stop> first_stop(std::span<const double> addends, const Format& format) {
  return with_numbers(Arithmetic{format}, [&](auto lift) {
    using Number = decltype(lift(0.0));
    std::optional<Stop> stop;
    Stop last;
    const auto watch = [&](std::size_t /*addend*/, const Number& partial) {
      if (!stop && partial.held() == last.at) { stop = last; }
      last = {partial.held(), last.after + 1};
    };
    const Row<Number> row = each(addends, lift);
    static_cast<void>(sum(std::span<const Number>(row), SumOrder::sequential, watch));
    return stop;
  });
}

}  // namespace

double computed_share(const Settings& settings, Algorithm algorithm) {
  const auto [top, other] = two_exponentials(settings, algorithm);
  std::vector<double> exponentials(vocabulary, other);
  exponentials[0] = top;
  const std::array normalizer = {summed(exponentials, settings)};
  return compute_step(Step{Stage::divide}, std::array{top}, normalizer, 1, settings)[0];
}

std::optional<Stop> stop_of_the_others(const Format& format) {
  constexpr std::size_t some = 4096;
  const double other = other_exponential(format);
  // Once a sum of equals stops it has stopped for ever, so the first ones may do.
  const auto early = first_stop(std::vector<double>(some, other), format);
  return early ? early : first_stop(std::vector<double>(vocabulary - 1, other), format);
}

Table shares_in_six_formats() {
  Table table{fmt::format("The computed share of the top one of {} tokens:", count(vocabulary)),
              {"format", "top one first", "top one last", "in pairs", "first, binary32 sum"},
              {}};
  for (const Format& format : builtin_formats()) {
    const Settings settings = in(format.name);
    table.rows.push_back({format.name, share_by(settings, SumOrder::sequential),
                          share_by(settings, SumOrder::reverse),
                          share_by(settings, SumOrder::pairwise),
                          share_by_accumulator(settings, "binary32")});
  }
  return table;
}

Table stops_in_six_formats() {
  Table table{fmt::format("The exponential of one competitor, and the sum of all {}:",
                          count(vocabulary - 1)),
              {"format", "one of them", "half a step above one", "their sum stops at", "after"},
              {}};
  for (const Format& format : builtin_formats()) {
    const auto stop = stop_of_the_others(format);
    table.rows.push_back(
        {format.name, rounded(other_exponential(format), 5), rounded(unit_roundoff(format), 3),
         stop ? digits(stop->at, format) : "nowhere", stop ? count(stop->after) : ""});
  }
  return table;
}

}  // namespace softmax::lessons::crowd
