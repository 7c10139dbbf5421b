// Read once for all answers, because an answer that includes them compiles ten times as fast then.
// What is no header of C++'s own is not here: an answer stands on its contract alone.
//
// A compiler puts off what these headers instantiate to the end of each file, and so does it again
// in every answer: that was the longest part of the time that an answer took. So what few answers
// need is not here: Bessel's and Riemann's functions of <cmath>, and strings, which <stdexcept>
// has to name and need not know (answer_headers_strings.hpp is for the answers that use them).
// What a span is asked for each time, whether its pointers are iterators, is answered here.
#define _GLIBCXX_BITS_SPECFUN_H  // the guard of the header that declares those functions
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <numeric>
#include <span>
#include <utility>
#include <vector>
#ifdef _GLIBCXX_STRING
#include <stdexcept>
#else
#define _GLIBCXX_STRING  // the guard of <string>
#include <bits/stringfwd.h>
#include <stdexcept>
#undef _GLIBCXX_STRING
#endif

namespace instantiated {

template <class T>
constexpr bool rows = std::contiguous_iterator<T*> && std::contiguous_iterator<const T*> &&
                      std::is_constructible_v<std::span<T>, T*, std::size_t> &&
                      std::is_constructible_v<std::span<const T>, T*, std::size_t> &&
                      std::is_constructible_v<std::span<const T>, std::span<T>>;

static_assert(rows<float> && rows<double> && rows<std::size_t>);

}  // namespace instantiated
