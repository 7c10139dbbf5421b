#include "bench/heap_watch.hpp"

#include <malloc.h>

#include <algorithm>
#include <cstdlib>
#include <new>

namespace {

std::size_t held = 0;
std::size_t most_held = 0;

}  // namespace

// The array forms and the nothrow forms come down to these by the standard; the aligned ones, which
// nothing here uses, are not counted.

void* operator new(std::size_t size) {
  void* block = std::malloc(size == 0 ? 1 : size);
  if (block == nullptr) { throw std::bad_alloc(); }
  held += malloc_usable_size(block);
  most_held = std::max(most_held, held);
  return block;
}

void operator delete(void* block) noexcept {
  held -= malloc_usable_size(block);
  std::free(block);
}

void operator delete(void* block, std::size_t /*size*/) noexcept { operator delete(block); }

HeapWatch::HeapWatch() : held_before_(held) { most_held = held; }

std::size_t HeapWatch::peak() const { return most_held - held_before_; }
