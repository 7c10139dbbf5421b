#pragma once
/// A lesson on a terminal, one screen at a time, moved by typed lines.
///
///     Reader reader(page, Reader::Mode::learn);
///     reader.fit(style, rows);
///     reader.screen();        // what is there now
///     reader.obey("");        // Enter: on
///     reader.obey("0.66");    // an answer, where a question waits for one
///
/// Lines, not single keys: the terminal stays as it was however the program ends, and what reads a
/// screen aloud reads these too.

#include <map>
#include <optional>
#include <string>

#include "engine/style.hpp"
#include "lessons/page/judge.hpp"
#include "lessons/page/lines.hpp"
#include "lessons/terminal/screens.hpp"
#include "lessons/terminal/steps.hpp"

namespace softmax::terminal {

/// An answer that was given: what there is to remember of it.
struct GivenAnswer {
  std::string question;
  std::string typed;
  bool right = false;
};

class Reader {
 public:
  enum class Mode : std::uint8_t {
    learn,    ///< a question waits for an answer
    present,  ///< for a projector: answers and speaker notes on a key, nothing is remembered
    quiz,     ///< the questions at the end, alone
  };

  /// Domain: the page outlives the reader.
  Reader(const page::Page& page, Mode mode);

  /// How wide and how high the screen is: before the first screen, and whenever it changed. What
  /// stood on top of the screen stays on it; of a piece that was cut, its beginning.
  void fit(const Style& style, std::size_t rows);

  /// Does: goes to the first step of that idea.
  void open_at(const std::string& idea);
  /// Does: takes a question as answered, by an earlier reading; not if the answer is none to it.
  void recall(const std::string& question, const std::string& typed);

  /// Does: has the next screen say this too.
  void say(std::string note) { note_ = std::move(note); }

  /// Does: what the line asks for. Enter: on; b: back; g 3: to the third section; a: the answer; s:
  /// the trace, step by step; n: speaker notes (presenting); r: what was missed again (at the end);
  /// q: quit. What cannot be done, the next screen says.
  /// Returns: whether to go on.
  bool obey(const std::string& line);

  /// Computes: the title, what is read, and the keys, in lines of at most the style's width.
  [[nodiscard]] std::string screen() const;

  [[nodiscard]] const std::string& idea() const { return step().idea; }
  [[nodiscard]] bool at_end() const { return idea() == ending_part; }
  /// The answer that the last line gave, if it gave one.
  [[nodiscard]] const std::optional<GivenAnswer>& answer() const { return answer_; }
  /// The trace that the last line asked to step through, if it did.
  [[nodiscard]] const Trace* stepped() const { return stepped_; }

 private:
  struct Said {
    std::string typed;
    page::Judgement judgement;
  };

  [[nodiscard]] const ReadingStep& step() const { return steps_[step_]; }
  [[nodiscard]] bool waiting() const;
  [[nodiscard]] const Trace* trace_here() const;
  [[nodiscard]] std::vector<page::Lines> pieces() const;
  [[nodiscard]] std::vector<Screen> screens() const;
  [[nodiscard]] page::Lines reply() const;
  [[nodiscard]] std::size_t reply_piece() const;
  [[nodiscard]] Style prose_style() const;
  [[nodiscard]] std::string score() const;
  [[nodiscard]] std::string place() const;
  [[nodiscard]] std::string keys() const;
  [[nodiscard]] std::string keys(bool asked, const char* enter) const;
  [[nodiscard]] std::size_t room() const;

  void forward();
  void back();
  void go_to(const std::string& number);
  void show(std::size_t piece);
  void show_answer();
  void show_notes();
  void take(const std::string& line);
  void ask_missed_again();
  [[nodiscard]] bool missed(const ReadingStep& step) const;
  void enter(std::size_t step);

  const page::Page* page_;
  Mode mode_;
  Steps steps_;
  std::size_t step_ = 0;
  std::size_t screen_ = 0;
  Style style_;
  std::size_t rows_ = 24;
  std::map<std::string, Said> said_;
  bool shows_notes_ = false;
  bool shows_answer_ = false;
  bool again_ = false;  ///< only what was missed is asked
  std::string note_;    ///< why the last line moved nothing
  std::optional<GivenAnswer> answer_;
  const Trace* stepped_ = nullptr;
};

}  // namespace softmax::terminal
