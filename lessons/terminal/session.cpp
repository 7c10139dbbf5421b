#include "lessons/terminal/session.hpp"

#include "lessons/terminal/output.hpp"
#include "lessons/terminal/step_view.hpp"
#include "lessons/terminal/terminal.hpp"

namespace softmax::terminal {
namespace {

/// Calls a memory until it fails for the first time.
class Telling {
 public:
  explicit Telling(const Memory& memory) : memory_(memory) {}

  void tell(Reader& reader) {
    if (failed_) { return; }
    try {
      if (reader.answer() && memory_.answered) { memory_.answered(*reader.answer()); }
      if (reader.idea() != idea_ && memory_.moved) {
        memory_.moved(reader.idea(), reader.at_end());
      }
      idea_ = reader.idea();
    } catch (const std::exception& error) {
      failed_ = true;
      reader.say(std::string("Your progress is not kept: ") + error.what());
    }
  }

 private:
  const Memory& memory_;
  std::string idea_;
  bool failed_ = false;
};

}  // namespace

void read_through(Reader& reader, const Memory& memory, std::istream& input) {
  Telling telling(memory);
  for (bool on = true; on;) {
    telling.tell(reader);
    reader.fit(output_style(), rows_of_terminal());
    write_output(clear_screen() + reader.screen());
    std::string line;
    on = static_cast<bool>(std::getline(input, line)) && reader.obey(line);
    if (on && reader.stepped() != nullptr) {
      write_output(clear_screen());
      step_through(*reader.stepped(), false, output_style(), input);
    }
  }
  write_output("\n");
}

}  // namespace softmax::terminal
