#pragma once
/// How much of the heap a piece of code needs: the most it held at once.
///
///     const HeapWatch heap;
///     work();
///     heap.peak();    // bytes beyond those held when the watch began
///
/// heap_watch.cpp replaces operator new and delete by the same with a count, so that every block is
/// counted at the size that malloc gave it. One watch at a time, one thread.

#include <cstddef>

class HeapWatch {
 public:
  HeapWatch();
  [[nodiscard]] std::size_t peak() const;

 private:
  std::size_t held_before_;
};
