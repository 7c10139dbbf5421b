#pragma once
/// Text that somebody gave, as a message may repeat it: one line, and nothing a terminal obeys.
///
///     quotation("binary33");     // 'binary33'
///     quotation("a\nb");         // 'a\x0ab'

#include <string>
#include <string_view>

namespace softmax {

/// Computes: the text as it is, but \xNN for each byte of a control character (C0, DEL, C1, the
/// line separators, and what turns the direction of writing) and for each that is no UTF-8.
std::string printable(std::string_view text);

/// Computes: the text, printable, of which at most 40 bytes are shown (never part of a character).
std::string excerpt(std::string_view text);

/// Computes: the same between quotes.
std::string quotation(std::string_view text);

}  // namespace softmax
