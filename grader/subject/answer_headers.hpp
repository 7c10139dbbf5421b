// Read once for all answers, because an answer that includes them compiles ten times as fast then.
// What is no header of C++'s own is not here: an answer stands on its contract alone.
//
// A compiler puts off what these headers instantiate to the end of each file, and so does it again
// in every answer: that was two thirds of the time that an answer took. So the special functions of
// <cmath>, Bessel's and Riemann's, are left out, and what strings need is instantiated here, which
// a constant expression does at once.
#define _GLIBCXX_BITS_SPECFUN_H  // the guard of the header that declares them
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <numeric>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#ifndef __clang__
extern template class std::basic_string<char>;
extern template class std::basic_string<wchar_t>;

namespace instantiated {

template <class C>
constexpr bool strings() {
  const C letters[] = {C('a'), C('b'), C(0)};
  std::basic_string<C> text(letters, 2);
  std::basic_string<C> copy(text);
  const std::basic_string<C> part(text.begin(), text.end());
  const std::basic_string<C> letters_too(letters, letters + 2);
  const std::basic_string<C> filled(std::size_t{3}, C('a'));
  const std::basic_string_view<C> view(text);
  const std::basic_string<C> moved(std::move(copy));
  text = part;
  text += letters_too;
  text.resize(1);
  return text.size() + filled.size() + view.size() + moved.size() > 0 && text != part;
}

static_assert(strings<char>() && strings<wchar_t>() && strings<char8_t>() && strings<char16_t>() &&
              strings<char32_t>());

}  // namespace instantiated
#endif
