#include "lessons/terminal/reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/quotation.hpp"
#include "lessons/page/blanks.hpp"
#include "lessons/terminal/screens.hpp"
#include "lessons/terminal/whole_number.hpp"

namespace softmax::terminal {
namespace {

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
  std::vector<std::string> sections = {opening_part};
  for (const page::Idea& idea : page_->content.ideas) { sections.push_back(idea.id); }
  sections.insert(sections.end(), {closing_part, quiz_part});
  const std::optional<std::size_t> section = whole_number(page::without_blanks_around(number));
  if (!section || *section >= sections.size()) {
    note_ = fmt::format("g and a number, from 0 (the beginning) to {} (the questions).",
                        sections.size() - 1);
    return;
  }
  enter(steps_.first_of(sections[*section]));
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

}  // namespace softmax::terminal
