#include "lessons/terminal/lesson_command.hpp"

#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <stdexcept>

#include "lessons/catalogue.hpp"
#include "lessons/page/json.hpp"
#include "lessons/page/markdown.hpp"
#include "lessons/page/text.hpp"
#include "lessons/terminal/memory.hpp"
#include "lessons/terminal/output.hpp"
#include "lessons/terminal/session.hpp"
#include "lessons/terminal/terminal.hpp"

namespace softmax::terminal {
namespace {

constexpr std::size_t widest_text = 100;

bool on_terminal() { return is_terminal(STDIN_FILENO) && is_terminal(STDOUT_FILENO); }

void read(const page::Page& page) {
  const Style style = output_style();
  require_width(style);
  if (!on_terminal()) {
    Style narrow = style;
    narrow.width = std::min(style.width, widest_text);
    write_output(page::text_of(page, narrow));
    return;
  }
  Reader reader(page, Reader::Mode::learn);
  reader.fit(style, rows_of_terminal());
  const Memory memory = remembered(page, reader);
  read_through(reader, memory, std::cin);
}

void present(const page::Page& page) {
  if (!on_terminal()) {
    throw std::invalid_argument("--present is for a terminal; without one leave it out");
  }
  require_width(output_style());
  Reader reader(page, Reader::Mode::present);
  read_through(reader, {}, std::cin);
}

}  // namespace

ExitCode run(const LessonCommand& command) {
  const page::Page page = lessons::page_of(lessons::find(command.lesson));
  switch (command.view) {
    case View::read:
      read(page);
      break;
    case View::present:
      present(page);
      break;
    case View::markdown:
      write_output(page::markdown_of(page));
      break;
    case View::json:
      write_output(page::json_of(page));
      break;
  }
  return ExitCode::done;
}

}  // namespace softmax::terminal
