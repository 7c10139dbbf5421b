#include "lessons/terminal/reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/quotation.hpp"
#include "lessons/page/blanks.hpp"
#include "lessons/page/inline.hpp"
#include "lessons/page/parts.hpp"
#include "lessons/terminal/output.hpp"
#include "lessons/terminal/screens.hpp"
#include "lessons/terminal/whole_number.hpp"

namespace softmax::terminal {
namespace {

using page::Lines;

constexpr std::size_t widest_prose = 88;
constexpr std::size_t widest_on_projector = 72;
constexpr std::size_t fewest_lines = 6;
/// Three blank lines, a note, and the line that is typed in. There is room for a note even where
/// there is none: else a note would move what is read from one screen to another.
constexpr std::size_t lines_around = 5;

constexpr const char* is_answered = "It is answered. Enter goes on.";

/// "g", "g 3" and "g3".
bool asks_to_go(const std::string& key) {
  return key == "g" || (key.starts_with('g') && key.find_first_of(" 0123456789") == 1);
}

}  // namespace

Reader::Reader(const page::Page& page, Mode mode)
    : page_(&page), mode_(mode), steps_(page, mode == Mode::quiz) {}

void Reader::fit(const Style& style, std::size_t rows) {
  const bool resized = style.width != style_.width || rows != rows_;
  const std::size_t piece = screens()[screen_].piece;
  style_ = style;
  rows_ = rows;
  if (resized) { show(piece); }
}

void Reader::open_at(const std::string& idea) { enter(steps_.first_of(idea)); }

void Reader::recall(const std::string& question, const std::string& typed) {
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    const page::Question* asked = steps_[i].question;
    if (asked == nullptr || asked->id != question) { continue; }
    page::Judgement judgement{true, false, ""};
    if (!typed.empty()) { judgement = page::judge(*asked, typed); }
    if (judgement.understood) { said_[question] = {typed, std::move(judgement)}; }
  }
}

bool Reader::obey(const std::string& line) {
  const std::string key(page::without_blanks_around(line));
  note_.clear();
  answer_.reset();
  stepped_ = nullptr;
  if (key == "q" || key == "quit") { return false; }
  if (key.empty()) {
    forward();
  } else if (key == "b" || key == "back") {
    back();
  } else if (asks_to_go(key) && mode_ != Mode::quiz) {
    go_to(key.substr(1));
  } else if (key == "a" || key == "answer") {
    show_answer();
  } else if (key == "s" || key == "step") {
    stepped_ = trace_here();
    if (stepped_ == nullptr) { note_ = "There is no trace on this screen to step through."; }
  } else if (key == "n" && mode_ == Mode::present) {
    show_notes();
  } else if (key == "r" && at_end() && mode_ != Mode::present) {
    ask_missed_again();
  } else {
    take(key);
  }
  return true;
}

bool Reader::waiting() const {
  return mode_ != Mode::present && step().question != nullptr &&
         !said_.contains(step().question->id);
}

void Reader::enter(std::size_t step) {
  step_ = step;
  screen_ = 0;
  shows_notes_ = false;
  shows_answer_ = false;
}

void Reader::show(std::size_t piece) { screen_ = screen_of(piece, screens()); }

/// After the blocks and the question.
std::size_t Reader::reply_piece() const {
  return step().blocks.size() + (step().question == nullptr ? 0 : 1);
}

bool Reader::missed(const ReadingStep& step) const {
  if (step.idea != quiz_part) { return false; }
  const auto said = said_.find(step.question->id);
  return said == said_.end() || !said->second.judgement.right;
}

void Reader::forward() {
  if (screen_ + 1 < screens().size()) {
    ++screen_;
  } else if (waiting()) {
    note_ = "First a guess: type " + page::answer_hint(*step().question) + ". Or a, and see.";
  } else if (step_ + 1 < steps_.size()) {
    std::size_t next = step_ + 1;
    while (again_ && steps_[next].idea == quiz_part && !missed(steps_[next])) { ++next; }
    enter(next);
  } else {
    note_ = "This is the end. b goes back, q leaves.";
  }
}

void Reader::back() {
  if (screen_ > 0) {
    --screen_;
  } else if (step_ > 0) {
    enter(step_ - 1);
    screen_ = screens().size() - 1;
  } else {
    note_ = "This is the beginning.";
  }
}

void Reader::go_to(const std::string& number) {
  const std::vector<page::Idea>& ideas = page_->content.ideas;
  const std::optional<std::size_t> idea = whole_number(page::without_blanks_around(number));
  if (!idea || *idea > ideas.size()) {
    note_ = fmt::format("g and a number, from 0 (the beginning) to {}.", ideas.size());
    return;
  }
  enter(*idea == 0 ? 0 : steps_.first_of(ideas[*idea - 1].id));
}

void Reader::show_answer() {
  const page::Question* question = step().question;
  if (question == nullptr) {
    note_ = "Nothing is asked here.";
  } else if (mode_ == Mode::present) {
    shows_answer_ = !shows_answer_;
    show(reply_piece());
  } else if (waiting()) {
    said_[question->id] = {"", {true, false, ""}};
    answer_ = GivenAnswer{question->id, "", false};
    show(reply_piece());
  } else {
    note_ = is_answered;
  }
}

void Reader::show_notes() {
  if (step().notes.empty()) {
    note_ = "There are no notes here.";
    return;
  }
  shows_notes_ = !shows_notes_;
  show(reply_piece() + 1);
}

void Reader::take(const std::string& line) {
  if (!waiting()) {
    note_ = step().question == nullptr || mode_ == Mode::present
                ? quotation(line) + " is no key here."
                : is_answered;
    return;
  }
  const page::Question& question = *step().question;
  page::Judgement judgement = page::judge(question, line);
  if (!judgement.understood) {
    note_ = judgement.why;
    return;
  }
  answer_ = GivenAnswer{question.id, line, judgement.right};
  said_[question.id] = {line, std::move(judgement)};
  show(reply_piece());
}

void Reader::ask_missed_again() {
  std::optional<std::size_t> first;
  for (std::size_t i = steps_.size(); i-- > 0;) {
    if (!missed(steps_[i])) { continue; }
    said_.erase(steps_[i].question->id);
    first = i;
  }
  if (!first) {
    note_ = "Nothing was missed.";
    return;
  }
  again_ = true;
  enter(*first);
}

const Trace* Reader::trace_here() const {
  for (const page::Block* block : step().blocks) {
    if (const auto* figure = std::get_if<page::TraceFigure>(block)) { return &figure->trace; }
  }
  return nullptr;
}

std::size_t Reader::room() const {
  const std::size_t title_lines = page::split_lines(wrapped(place(), style_.width, 2)).size();
  const std::size_t key_lines = page::split_lines(prompt(keys(), style_)).size();
  const std::size_t taken = lines_around + title_lines + key_lines;
  return rows_ > taken + fewest_lines ? rows_ - taken : fewest_lines;
}

Style Reader::prose_style() const {
  Style prose = style_;
  prose.width = std::min(style_.width, mode_ == Mode::present ? widest_on_projector : widest_prose);
  return prose;
}

std::vector<Lines> Reader::pieces() const {
  const Style prose = prose_style();
  std::vector<Lines> all;
  for (const page::Block* block : step().blocks) {
    const bool figure = std::holds_alternative<page::TraceFigure>(*block);
    all.push_back(page::lines_of(*block, figure ? style_ : prose));
  }
  if (step().question != nullptr) { all.push_back(page::lines_of(*step().question, prose)); }
  all.push_back(reply());
  if (shows_notes_) {
    for (const page::SpeakerNote* note : step().notes) {
      all.push_back(page::lines_of(*note, prose));
    }
  }
  if (at_end()) { all.push_back(page::lines_of_markdown(score(), prose)); }
  return all;
}

std::vector<Screen> Reader::screens() const { return screens_of(pieces(), room()); }

/// What is said to an answer: whether it is right, why, and else what would have been.
Lines Reader::reply() const {
  if (step().question == nullptr) { return {}; }
  const page::Question& question = *step().question;
  const Style prose = prose_style();
  if (shows_answer_) { return page::lines_of_answer(question, prose); }
  const auto found = said_.find(question.id);
  if (found == said_.end()) { return {}; }
  const Said& said = found->second;
  const bool right = said.judgement.right;
  Lines lines;
  if (right) {
    lines.push_back(paint(style_, Colour::good, "Right."));
  } else if (!said.typed.empty()) {
    lines.push_back(paint(style_, Colour::bad, "Not " + excerpt(said.typed) + "."));
  }
  const auto say = [&](const std::string& markdown) {
    const Lines more = page::lines_of_markdown(markdown, prose);
    lines.insert(lines.end(), more.begin(), more.end());
  };
  say(said.judgement.why);
  const bool number = std::holds_alternative<page::Number>(question.answer);
  if (right && number) { say("It is **" + page::right_answer(question) + "**."); }
  if (!right) { say("The answer is **" + page::right_answer(question) + "**."); }
  if (!right) { say(page::why_right(question)); }
  say(question.why);
  return lines;
}

std::string Reader::score() const {
  std::size_t asked = 0;
  std::size_t right = 0;
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    if (steps_[i].idea != quiz_part) { continue; }
    ++asked;
    right += missed(steps_[i]) ? 0U : 1U;
  }
  if (mode_ == Mode::present) { return "The end."; }
  std::string text = fmt::format("You have **{} of {}** questions right.", right, asked);
  if (right < asked) { text += " r asks those that were missed again."; }
  return text;
}

std::string Reader::keys() const {
  std::string text;
  if (waiting()) { text += fmt::format("[{}] ", page::answer_hint(*step().question)); }
  text += "[Enter] on  [b]ack  ";
  if (mode_ != Mode::quiz) { text += "[g 2] go to  "; }
  if (trace_here() != nullptr) { text += "[s]tep the trace  "; }
  const bool can_show = step().question != nullptr && (waiting() || mode_ == Mode::present);
  if (can_show) { text += "[a]nswer  "; }
  if (mode_ == Mode::present && !step().notes.empty()) { text += "[n]otes  "; }
  if (at_end() && mode_ != Mode::present) { text += "[r] missed again  "; }
  return text + "[q]uit >";
}

std::string Reader::place() const {
  return fmt::format("{} ({}/{})", step().title, step_ + 1, steps_.size());
}

std::string Reader::screen() const {
  const std::vector<Screen> all = screens();
  std::string out = painted_lines(place(), Colour::strong, style_, 2) + "\n";
  for (const std::string& line : all[screen_].lines) { out += line + "\n"; }
  if (!note_.empty()) { out += "\n" + wrapped(note_, style_.width, 2); }
  return out + "\n" + paint(style_, Colour::faint, prompt(keys(), style_));
}

}  // namespace softmax::terminal
