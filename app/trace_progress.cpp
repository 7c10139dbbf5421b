#include "app/trace_progress.hpp"

namespace softmax::app {

bool witnesses_take_long(const TraceWork& work) {
  constexpr std::size_t exps_a_second = 200'000;
  return work.witness && work.logits * work.algorithms > exps_a_second;
}

TraceProgress::TraceProgress(const Progress& line, const TraceWork& work) : line_(&line) {
  if (!work.witness) { return; }
  // By what a logit costs in each, in microseconds.
  const auto trace = static_cast<double>(work.logits);
  const double witnesses = 12 * static_cast<double>(work.logits);
  const double report = trace + 250 * static_cast<double>(work.listed);
  const double all = trace + witnesses + report;
  traced_ = trace / all;
  witnessed_ = (trace + witnesses) / all;
}

Progress TraceProgress::part(double from, double to) const {
  return [line = line_, from, to](double share) {
    if (*line) { (*line)(from + (to - from) * share); }
  };
}

}  // namespace softmax::app
