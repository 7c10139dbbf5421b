#pragma once
/// How much of a long report is written: a value takes 20 microseconds, with its witness 40.

#include <algorithm>
#include <cstddef>
#include <utility>

#include "engine/trace.hpp"

namespace softmax {

class ReportProgress {
 public:
  /// Of a report that lists so many elements of every stage.
  ReportProgress(const Trace& trace, std::size_t elements, Progress progress)
      : progress_(std::move(progress)) {
    for (const Run& run : trace.runs) {
      for (const StageRow& row : run.stages) { all_ += std::min(row.computed.size(), elements); }
    }
  }

  /// Does: counts one value more, and tells of every thousandth.
  void next() {
    constexpr std::size_t between = 1000;
    if (++written_ % between != 0 || !progress_) { return; }
    progress_(std::min(1.0, static_cast<double>(written_) / static_cast<double>(all_)));
  }

 private:
  Progress progress_;
  std::size_t all_ = 0;
  std::size_t written_ = 0;
};

}  // namespace softmax
