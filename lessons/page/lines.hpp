#pragma once
/// The blocks of a page as lines of text: what a terminal shows, and a page's code blocks.

#include <string>
#include <vector>

#include "engine/style.hpp"
#include "lessons/page/page.hpp"

namespace softmax::page {

using Lines = std::vector<std::string>;

/// Computes: a title above a table of numbers, aligned. Where the style is too narrow for it, each
/// row is a paragraph of "heading: number".
Lines lines_of(const Table& table, const Style& style);

/// Computes: a line a bar: its label, its number, and the bar. Where the style is too narrow for
/// the numbers, a paragraph a bar, without it.
Lines lines_of(const Bars& bars, const Style& style);

/// Computes: the zones side by side, their ends below, and a caret for each mark. Where the style
/// is too narrow for the names, the zones are listed, and in each its marks. Domain: one zone at
/// least.
Lines lines_of(const NumberLine& line, const Style& style);

/// Computes: the command, the stages of each algorithm, and what became of it.
Lines lines_of(const TraceFigure& figure, const Style& style);

Lines lines_of(const Formula& formula, const Style& style);
Lines lines_of(const Prose& prose, const Style& style);

/// Computes: the question and what can be chosen, each with its number; no answer.
Lines lines_of(const Question& question, const Style& style);

/// Computes: the note, marked as one for the speaker.
Lines lines_of(const SpeakerNote& note, const Style& style);

Lines lines_of(const Block& block, const Style& style);

/// Computes: the right answer, then why each option is right or wrong.
Lines lines_of_answer(const Question& question, const Style& style);

/// Computes: the text's lines, without blank ones at its end.
Lines split_lines(const std::string& text);

/// Does: appends `more` after a blank line, if there is anything before it.
void append(Lines& lines, Lines more);

/// Computes: how many columns the text takes: an escape sequence none, a character one.
std::size_t columns_of(std::string_view text);

}  // namespace softmax::page
