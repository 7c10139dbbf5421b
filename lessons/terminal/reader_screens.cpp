// What a reader shows: its screens, and the keys below them.
#include <fmt/format.h>

#include <algorithm>

#include "engine/quotation.hpp"
#include "lessons/page/inline.hpp"
#include "lessons/page/parts.hpp"
#include "lessons/terminal/output.hpp"
#include "lessons/terminal/reader.hpp"

namespace softmax::terminal {
namespace {

using page::Lines;

constexpr std::size_t widest_prose = 88;
constexpr std::size_t widest_on_projector = 72;
constexpr std::size_t fewest_lines = 6;
/// Three blank lines, a note, and the line that is typed in. There is room for a note even where
/// there is none: else a note would move what is read from one screen to another.
constexpr std::size_t lines_around = 5;

constexpr const char* enter_more = "[Enter] more  ";

}  // namespace

std::size_t Reader::room() const {
  const std::size_t title_lines = page::split_lines(wrapped(place(), style_.width, 2)).size();
  const std::size_t key_lines =
      page::split_lines(prompt(keys(waiting(), enter_more), style_)).size();
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

/// Above what is said to an answer stands what was asked, as much of it as fits.
std::vector<Screen> Reader::screens() const {
  const std::vector<Lines> all = pieces();
  std::vector<Screen> screens = screens_of(all, room());
  const std::size_t reply = reply_piece();
  if (step().question == nullptr || all[reply].empty()) { return screens; }
  Screen& screen = screens[screen_of(reply, screens)];
  if (screen.piece != reply) { return screens; }
  for (std::size_t piece = reply; piece-- > 0;) {
    if (all[piece].empty()) { continue; }
    if (screen.lines.size() + 1 + all[piece].size() > room()) { break; }
    screen.lines.insert(screen.lines.begin(), "");
    screen.lines.insert(screen.lines.begin(), all[piece].begin(), all[piece].end());
  }
  return screens;
}

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
  if (!right) {
    const std::string answer = page::right_answer(question);
    const std::size_t end = number ? answer.size() : answer.find(':');
    say("The answer is **" + answer.substr(0, end) + "**" + answer.substr(end) + ".");
  }
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
  return text + "\n\n`./workbook` shows what comes next, `./workbook next` an exercise.";
}

/// Where Enter does nothing it is not offered; nor is an answer, before the question is seen whole.
std::string Reader::keys() const {
  const bool last = screen_ + 1 == screens().size();
  if (!last) { return keys(false, enter_more); }
  return keys(waiting(), waiting() || step_ + 1 == steps_.size() ? "" : "[Enter] on  ");
}

std::string Reader::keys(bool asked, const char* enter) const {
  std::string text;
  if (asked) { text += fmt::format("[{}] ", page::answer_hint(*step().question)); }
  text += enter;
  text += "[b]ack  ";
  if (mode_ != Mode::quiz) { text += "[g 2] section 2  "; }
  if (trace_here() != nullptr) { text += "[s]tep the trace  "; }
  const bool can_show = step().question != nullptr && (asked || mode_ == Mode::present);
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
