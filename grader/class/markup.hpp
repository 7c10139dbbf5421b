#pragma once
/// Text that somebody gave, inside XML and HTML.

#include <string>
#include <string_view>

namespace softmax::grader {

/// Computes: the printable text as an element or a quoted attribute holds it: no character of the
/// markup is left, and none that XML 1.0 has not (U+FFFE and U+FFFF).
std::string escaped(std::string_view text);

}  // namespace softmax::grader
