#include "engine/passes.hpp"

#include <algorithm>
#include <set>
#include <vector>

namespace softmax {
namespace {

/// Where a step runs, and what it makes.
struct Placed {
  std::size_t loop = 0;  ///< 0: before the first
  bool reads_row = false;
  bool makes_row = false;
};

std::vector<Placed> placed(std::span<const Step> steps) {
  std::vector<Placed> result = {{0, false, true}};
  for (const Step& step : steps.subspan(1)) {
    const Placed& x = result[step.first];
    const std::size_t number = reads_second(step.stage) ? result[step.second].loop : 0;
    if (x.makes_row) {
      result.push_back({std::max(x.loop, number + 1), true, !is_reduction(step.stage)});
    } else {
      result.push_back({std::max(x.loop, number), false, false});
    }
  }
  return result;
}

bool takes_exponential(Stage stage) {
  return stage == Stage::exponentiate || stage == Stage::stream || stage == Stage::divide_streamed;
}

/// What one loop does: its steps, those of earlier loops that it runs again, and the rows it reads.
struct Loop {
  std::set<std::size_t> steps;
  std::set<std::size_t> reads;
};

Loop loop_of(std::size_t number, std::span<const Step> steps, std::span<const Placed> places,
             EarlierRow earlier) {
  Loop loop;
  for (std::size_t k = 1; k < steps.size(); ++k) {
    if (!places[k].reads_row || places[k].loop != number) { continue; }
    loop.steps.insert(k);
    std::size_t row = steps[k].first;
    if (places[row].loop == number) { continue; }
    for (; earlier == EarlierRow::recomputed && row != 0; row = steps[row].first) {
      loop.steps.insert(row);
    }
    loop.reads.insert(row);
  }
  return loop;
}

}  // namespace

Passes passes(std::span<const Step> steps, EarlierRow earlier) {
  const std::vector<Placed> places = placed(steps);
  Passes passes;
  std::set<std::size_t> written;
  if (places.back().makes_row) { written.insert(steps.size() - 1); }
  for (const Placed& place : places) { passes.loops = std::max(passes.loops, place.loop); }
  for (std::size_t number = 1; number <= passes.loops; ++number) {
    const Loop loop = loop_of(number, steps, places, earlier);
    passes.reads += loop.reads.size();
    written.insert(loop.reads.begin(), loop.reads.end());
    for (const std::size_t k : loop.steps) {
      if (takes_exponential(steps[k].stage)) { ++passes.exponentials; }
    }
  }
  written.erase(0);  // the logits
  passes.writes = written.size();
  return passes;
}

Passes passes(Algorithm algorithm, EarlierRow earlier) {
  return passes(plan(algorithm, false, TemperatureOrder::subtract_first), earlier);
}

}  // namespace softmax
