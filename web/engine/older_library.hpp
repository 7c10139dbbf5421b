#pragma once
/// What C++20 has, and the standard library of Emscripten 3.1.6 (of LLVM 13) has not yet. It is
/// included before every source of the page's engine, so that the sources need not know; where the
/// library has it, this is empty.

#include <bit>

#ifndef __cpp_lib_bit_cast
namespace std {  // NOLINT(cert-dcl58-cpp): until the library does
template <class To, class From>
constexpr To bit_cast(const From& from) noexcept {
  return __builtin_bit_cast(To, from);
}
}  // namespace std
#endif
