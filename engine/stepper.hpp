#pragma once
/// A cursor over a trace, forward and back, by stage or by element; and the running values
/// inside a reduction, recomputed when asked for.
///
///     Stepper at(trace.runs[0]);
///     while (at.next_element()) { ... at.stage(), at.element() ... }

#include <cstddef>
#include <vector>

#include "engine/trace.hpp"

namespace softmax {

class Stepper {
 public:
  /// Domain: the run outlives the stepper.
  explicit Stepper(const Run& run) : run_(&run) {}

  [[nodiscard]] const Run& run() const { return *run_; }
  [[nodiscard]] std::size_t stage() const { return stage_; }
  [[nodiscard]] std::size_t element() const { return element_; }
  [[nodiscard]] const StageRow& row() const { return run_->stages[stage_]; }

  /// Each moves and says true, or stays where it is and says false.
  bool next_stage();
  bool previous_stage();
  bool next_element();
  bool previous_element();
  bool jump(std::size_t stage, std::size_t element = 0);

 private:
  const Run* run_;
  std::size_t stage_ = 0;
  std::size_t element_ = 0;
};

/// One partial value of a reduction: what it held after taking that addend.
struct Partial {
  std::size_t addend;
  double value;
};

/// Computes: the partial values of a sum or a stream (its normalizer), in the order they were
/// made, in the accumulator's format; empty for the other stages.
std::vector<Partial> partials(const Trace& trace, const Run& run, std::size_t stage);

}  // namespace softmax
