#pragma once
/// A small lesson with one of everything, and a reader's screen taken apart.

#include <string>

#include "lessons/page/page.hpp"

/// Three ideas ("one" with a choice, "two" with a trace, "three" with a number) and a quiz of
/// three: a choice (2 is right), a number (0.659, to two digits), a choice (1 is right).
softmax::page::Page sample_page();

/// What is said after any answer to the number: too long for a small screen.
std::string sample_afterword();

/// A screen between its title and its keys.
std::string content_of(const std::string& screen);

/// "3/12" of a screen's title.
std::string place_of(const std::string& screen);

/// The text, each row of blanks and line ends one blank.
std::string words_of(const std::string& text);
