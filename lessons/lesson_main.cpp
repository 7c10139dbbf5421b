// One lesson as a program of its own: lesson_NN_topic.
#include <cstdio>
#include <exception>
#include <span>
#include <stdexcept>
#include <string>

#include "engine/quotation.hpp"
#include "lessons/terminal/lesson_command.hpp"
#include "lessons/terminal/output.hpp"

extern const char* const lesson_number;  // each program's own source says it

namespace {

using softmax::terminal::LessonCommand;
using softmax::terminal::View;

constexpr const char* help =
    "Reads the lesson: on a terminal a screen at a time, else as text in order.\n\n"
    "  --present    for a projector: answers and speaker notes on a key\n"
    "  --markdown   the page as Markdown\n"
    "  --json       the page as JSON\n";

View view_of(const std::string& option) {
  if (option == "--present") { return View::present; }
  if (option == "--markdown") { return View::markdown; }
  if (option == "--json") { return View::json; }
  throw std::invalid_argument("unknown option " + softmax::quotation(option) + " (see --help)");
}

softmax::ExitCode run(std::span<char*> words) {
  LessonCommand command{lesson_number, View::read};
  if (words.size() > 1) {
    throw std::invalid_argument("one option at most: --present, --markdown or --json");
  }
  if (words.size() == 1 && std::string(words[0]) == "--help") {
    softmax::terminal::write_output(help);
    return softmax::ExitCode::done;
  }
  if (words.size() == 1) { command.view = view_of(words[0]); }
  return softmax::terminal::run(command);
}

softmax::ExitCode complain(const std::exception& error, softmax::ExitCode code) {
  static_cast<void>(std::fprintf(stderr, "lesson: %s\n", error.what()));
  return code;
}

}  // namespace

int main(int count, char** words) {
  softmax::ExitCode code = softmax::ExitCode::done;
  try {
    code = run(std::span(words, static_cast<std::size_t>(count)).subspan(1));
  } catch (const std::invalid_argument& error) {
    code = complain(error, softmax::ExitCode::usage);
  } catch (const std::exception& error) {
    code = complain(error, softmax::ExitCode::infrastructure);
  }
  return static_cast<int>(code);
}
