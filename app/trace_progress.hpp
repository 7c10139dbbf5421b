#pragma once
/// One line of progress for all of a trace's work: tracing, its witnesses, the report.

#include <cstddef>

#include "engine/trace.hpp"

namespace softmax::app {

/// What there is to do.
struct TraceWork {
  std::size_t logits;
  std::size_t algorithms;
  std::size_t listed;  ///< logits of which the report lists every stage, if it is JSON or CSV
  bool witness;
};

/// Computes: whether the sums of the witnesses, of which each tells nothing until it is made, take
/// over a second.
bool witnesses_take_long(const TraceWork& work);

/// Each part's progress, as that of the whole on `line`. Domain: the line outlives them.
class TraceProgress {
 public:
  TraceProgress(const Progress& line, const TraceWork& work);

  [[nodiscard]] Progress tracing() const { return part(0, traced_); }
  [[nodiscard]] Progress witnesses() const { return part(traced_, witnessed_); }
  [[nodiscard]] Progress report() const { return part(witnessed_, 1); }

 private:
  [[nodiscard]] Progress part(double from, double to) const;

  const Progress* line_;
  double traced_ = 0.5;  ///< and as long again to read it
  double witnessed_ = 0.5;
};

}  // namespace softmax::app
