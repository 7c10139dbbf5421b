#pragma once
/// A lesson as plain data: what is shown, asked and explained, and nothing of where.
///
///     Page page;
///     page.ideas = {{"sum", "Sum", {Prose{"The *normalizer* is what they add up to."}, ...}}};
///
/// Three renderers show it: text.hpp (and the reader in lessons/terminal), markdown.hpp, json.hpp.
/// Every number in it was computed: a lesson's sources put numbers into sentences by {} alone.
///
/// `markdown` below is paragraphs with blank lines between, lists of lines that begin with "- ",
/// and inline: **strong**, *emphasis*, `code`, [text](link).

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/format.hpp"
#include "engine/trace.hpp"

namespace softmax::page {

struct Prose {
  std::string markdown;
};

/// The same formula twice: for GitHub and a browser, and for a terminal.
struct Formula {
  std::string tex;
  std::string plain;
};

/// A softmax, stage by stage; on a terminal its values can be stepped through one by one.
struct TraceFigure {
  std::string caption;
  std::string command;  ///< the logits and options that make it: "1000 999 998 -f binary16"
  Trace trace;
  std::size_t shown = 0;  ///< the largest logits that are listed; 0 is all
};

/// The first column is text, the others are numbers.
struct Table {
  std::string caption;
  std::vector<std::string> headings;
  std::vector<std::vector<std::string>> rows;
};

struct Bar {
  std::string label;
  double share = 0;   ///< its length, 0 to 1; nothing is drawn of NaN
  std::string value;  ///< beside it: "65.9 %"
};

struct Bars {
  std::string caption;
  std::vector<Bar> bars;
};

/// A piece of a number line, from the last one's end to its own.
struct Zone {
  std::string name;  ///< "0", "subnormal", "normal", "inf"
  double end = 0;    ///< infinity for the last
  std::string text;  ///< the end in digits
};

struct Mark {
  double at = 0;
  std::string label;
};

/// Where numbers fall among the thresholds of a format. The zones are drawn in equal widths, for
/// their lengths may differ by powers of ten.
struct NumberLine {
  std::string caption;
  std::vector<Zone> zones;
  std::vector<Mark> marks;
};

/// One answer to choose. A wrong one is an error that somebody makes; `why` says what is wrong with
/// it, or right.
struct Option {
  std::string text;
  bool right = false;
  std::string why;
};

/// A wrong number that tells what was done.
struct Slip {
  std::string value;
  std::string why;
};

/// A number, or one of the words inf, -inf, nan.
struct Number {
  std::string value;  ///< as the engine printed it, with one digit more than is asked if it has one
  int digits = 3;     ///< significant digits that are asked for; 0: a whole number, exactly
  std::vector<Slip> slips;
};

/// Something to answer: before what follows is shown (a prediction), or at the end (a quiz).
struct Question {
  std::string id;    ///< "normalize/ratio": for ever, whatever becomes of the text
  std::string text;  ///< markdown
  std::variant<std::vector<Option>, Number> answer;
  std::string why;  ///< markdown, shown after any answer; may be empty where each option says it
};

/// For the one who teaches: shown to nobody else.
struct SpeakerNote {
  std::string markdown;
};

using Block =
    std::variant<Prose, Formula, TraceFigure, Table, Bars, NumberLine, Question, SpeakerNote>;

/// One idea: on a projector, one screen.
struct Idea {
  std::string id;  ///< "worked_example": for ever, within the lesson
  std::string title;
  std::vector<Block> blocks;
};

/// Something to try on the command line, and what to look for.
struct Try {
  std::string command;  ///< "trace 2 1 0.1 --format binary16"
  std::string text;
};

struct Exercise {
  std::string id;
  std::string text;
};

/// What a lesson's own source writes.
struct Content {
  std::string question;  ///< the one that the lesson answers
  std::vector<Idea> ideas;
  std::vector<std::string> remember;  ///< a sentence each
  std::vector<Try> tries;
  std::vector<Exercise> exercises;
};

struct Page {
  int number = 0;
  std::string id;  ///< "normalize": progress is kept by it
  std::string title;
  int minutes = 0;
  Content content;
  std::vector<Question> quiz;
};

/// Computes: the predictions of the ideas and the questions of the quiz, in their order.
std::vector<const Question*> questions(const Page& page);

}  // namespace softmax::page

// Pages are lists of these lists: page.cpp alone compiles what a list does.
extern template class std::vector<softmax::page::Option>;
extern template class std::vector<softmax::page::Slip>;
extern template class std::vector<softmax::page::Question>;
extern template class std::vector<softmax::page::Idea>;
extern template class std::vector<softmax::page::Block>;
extern template class std::vector<softmax::page::Bar>;
extern template class std::vector<softmax::page::Mark>;
extern template class std::vector<softmax::page::Zone>;
extern template class std::vector<softmax::page::Try>;
extern template class std::vector<softmax::page::Exercise>;
