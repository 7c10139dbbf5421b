// The headers of answer_headers.hpp and <string>, for an answer that uses strings: what they need
// is instantiated here, which a constant expression does at once.
#include <string>

#include "answer_headers.hpp"

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
