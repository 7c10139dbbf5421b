#pragma once
/// What the benchmarks share: the logits, the clock, and the way to start.

#include <span>
#include <string>
#include <vector>

#include "bench/heap_watch.hpp"
#include "engine/given.hpp"

namespace bench {

/// Bell-shaped from -10 to 10, and numbers of binary32, as those of a model are; always the same.
std::vector<float> random_logits(int n);

/// The same as a trace takes them.
std::vector<softmax::Given> given(std::span<const float> logits);

/// What the process has used of a processor; the time that others use does not count.
double processor_seconds();

template <class Work>
double seconds_of(Work&& work) {
  const double start = processor_seconds();
  work();
  return processor_seconds() - start;
}

/// The most bytes that the work holds at once.
template <class Work>
double heap_of(Work&& work) {
  const HeapWatch heap;
  work();
  return static_cast<double>(heap.peak());
}

/// Runs what `add_all` registers, as the command line has it. Returns the exit code.
int run(int argc, char** argv, void (*add_all)());

}  // namespace bench
