#pragma once
/// `workbook trace --step`: a trace one value at a time, on a terminal.
///
///     StepView view(trace);
///     view.obey("");            // Enter: the next value
///     view.obey("divide 2");    // jump
///     view.screen(style);       // what is there now

#include <cstddef>
#include <istream>
#include <string>

#include "engine/stepper.hpp"
#include "engine/style.hpp"
#include "engine/trace.hpp"

namespace softmax::terminal {

/// A cursor over all runs of a trace, moved by typed lines.
class StepView {
 public:
  /// Domain: the trace outlives the view, and has a run.
  explicit StepView(const Trace& trace, bool witness = false)
      : trace_(&trace), witness_(witness), at_(trace.runs[0]) {}

  /// Does: what the line asks for. Enter or n: next; b: back; s, S: a stage on or back; a: the
  /// next algorithm; an element's number; a stage's name (the next stage of that name), and after
  /// it an element; q: quit. What cannot be done, the next screen says.
  /// Returns: whether to go on.
  bool obey(const std::string& line);

  /// Computes: where it stands, what the value was made from, what it came to, and the keys, in
  /// lines of at most the style's width (a word is not broken).
  [[nodiscard]] std::string screen(const Style& style) const;

  [[nodiscard]] const Stepper& at() const { return at_; }

 private:
  void move(bool moved, const char* otherwise);
  void next_run();
  void jump(const std::string& line);
  void jump_to_stage(const std::string& wanted, std::size_t element);
  void jump_to_element(std::size_t stage, std::size_t element);

  const Trace* trace_;
  bool witness_;  ///< whether a screen shows both witnesses
  std::size_t run_ = 0;
  Stepper at_;
  std::string note_;  ///< why the last line moved nothing
};

/// Does: shows values and obeys lines read from `input`, until quit or the end of the input.
void step_through(const Trace& trace, bool witness, const Style& style, std::istream& input);

}  // namespace softmax::terminal
