#include "app/home.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "app/exercise/check_command.hpp"
#include "app/exercise/standing.hpp"
#include "app/quiz_command.hpp"
#include "app/welcome.hpp"
#include "grader/workbook_root.hpp"
#include "lessons/catalogue.hpp"
#include "lessons/page/blanks.hpp"
#include "lessons/page/lines.hpp"
#include "lessons/progress/store.hpp"
#include "lessons/terminal/lesson_command.hpp"
#include "lessons/terminal/output.hpp"
#include "lessons/terminal/terminal.hpp"

namespace softmax::app {
namespace {

using lessons::Lesson;

struct Done {
  std::string reading;  ///< "", "begun" or "read"
  std::string quiz;     ///< "3/5"
};

Done done_of(const Lesson& lesson, const progress::Progress& progress) {
  const std::vector<page::Question> quiz = lesson.quiz();
  const auto right = std::count_if(quiz.begin(), quiz.end(), [&](const page::Question& question) {
    const auto answer = progress.answers.find(question.id);
    return answer != progress.answers.end() && answer->second.ever_right;
  });
  const auto place = progress.lessons.find(std::string(lesson.id));
  std::string reading;
  if (place != progress.lessons.end()) { reading = place->second.finished ? "read" : "begun"; }
  return {reading, right > 0 ? fmt::format("{}/{}", right, quiz.size()) : ""};
}

/// Where there is no room for columns, title_width is 0.
std::string line_of(const Lesson& lesson, const Done& done, std::size_t title_width) {
  std::string line =
      title_width == 0
          ? fmt::format("  {:>2}  {}  {} {}", lesson.number, lesson.title, done.reading, done.quiz)
          : fmt::format("  {:>2}  {:<{}}  {:>2} min  {:<5}  {}", lesson.number, lesson.title,
                        title_width, lesson.minutes, done.reading, done.quiz);
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

/// The lesson to go on with: the one that was left, or else the first that was not read.
const Lesson* next_lesson(const progress::Progress& progress) {
  const auto read = [&](const Lesson& lesson) {
    const auto place = progress.lessons.find(std::string(lesson.id));
    return place != progress.lessons.end() && place->second.finished;
  };
  const auto all = lessons::all();
  const auto latest = std::find_if(all.begin(), all.end(), [&](const Lesson& lesson) {
    return lesson.id == progress.latest && !read(lesson);
  });
  if (latest != all.end()) { return &*latest; }
  const auto unread = std::find_if_not(all.begin(), all.end(), read);
  return unread == all.end() ? nullptr : &*unread;
}

/// Progress that cannot be read is none; why, the screen says.
progress::Reading progress_or_why() {
  try {
    return progress::read(progress::path());
  } catch (const std::runtime_error& error) { return {{}, error.what()}; }
}

/// None where they cannot be read: the screen is for the lessons too.
std::vector<grader::Exercise> exercises_or_none() {
  try {
    return grader::exercises(grader::workbook_root());
  } catch (const std::invalid_argument&) { return {}; }
}

std::string exercises_line(const progress::Progress& progress, const Style& style) {
  const Standing now = standing(exercises_or_none(), progress);
  if (now.all == 0) { return ""; }
  const std::string next =
      now.next ? fmt::format("; next is {}: {}", grader::number(*now.next), now.next->title) : "";
  return wrapped(fmt::format("  Exercises: {} of {} passed{}", now.passed, now.all, next),
                 style.width, 4);
}

std::string keys_of(const progress::Progress& progress, const Style& style) {
  const Lesson* next = next_lesson(progress);
  const std::string enter =
      next == nullptr ? "" : fmt::format("[Enter] lesson {}: {}  ", next->number, next->title);
  const std::string keys =
      enter + "[3] that lesson  [e] exercise  [z] quiz  [t] a first trace  [q]uit >";
  return paint(style, Colour::faint, terminal::prompt(keys, style));
}

/// What softmax is, is said where the terminal is high enough for all.
std::string screen_of(const progress::Reading& reading, const Style& style,
                      const std::string& note) {
  const std::string title = paint(style, Colour::strong, "The Softmax Workbook") + "\n\n";
  const std::string softmax =
      wrapped(
          "Softmax turns scores into probabilities: exponentiate, sum, divide. Each lesson "
          "answers one question about it.",
          style.width, 0) +
      "\n";
  std::string rest =
      list_of_lessons(reading.progress, style) + exercises_line(reading.progress, style) + "\n";
  for (const std::string& text : {reading.message.value_or(""), note}) {
    if (!text.empty()) { rest += wrapped(text, style.width, 2) + "\n"; }
  }
  rest += keys_of(reading.progress, style);
  const std::string all = title + softmax + rest;
  const bool fits = page::split_lines(all).size() <= terminal::rows_of_terminal();
  return fits ? all : title + rest;
}

/// Does: what the command does, on a screen of its own.
void show_alone(ExitCode (*command)()) {
  terminal::write_output(terminal::clear_screen());
  command();
  terminal::write_output("\n[Enter] back to the lessons > ");
  std::string line;
  std::getline(std::cin, line);
}

/// Does: what the line asks for. Returns: what there is to say to it.
std::string open_chosen(const std::string& line) {
  try {
    if (line == "t") {
      show_alone(welcome);
    } else if (line == "e") {
      show_alone(next_exercise);
    } else if (line == "z") {
      run(QuizCommand{});
    } else if (!line.empty()) {
      terminal::run(terminal::LessonCommand{line, terminal::View::read});
    } else if (const Lesson* next = next_lesson(progress_or_why().progress)) {
      terminal::run(terminal::LessonCommand{std::string(next->id), terminal::View::read});
    } else {
      return "All lessons are read. A number opens one again.";
    }
  } catch (const std::exception& error) { return error.what(); }
  return "";
}

}  // namespace

std::string list_of_lessons(const progress::Progress& progress, const Style& style) {
  std::size_t title_width = 0;
  for (const Lesson& lesson : lessons::all()) {
    title_width = std::max(title_width, lesson.title.size());
  }
  constexpr std::size_t other_columns = 28;
  constexpr std::size_t indent = 6;  // to the titles
  if (style.width < title_width + other_columns) { title_width = 0; }
  std::string list;
  for (const Lesson& lesson : lessons::all()) {
    const Done done = done_of(lesson, progress);
    const Colour colour = done.reading == "read" ? Colour::good : Colour::plain;
    list += painted_lines(line_of(lesson, done, title_width), colour, style, indent);
  }
  return list;
}

ExitCode list_lessons() {
  const progress::Reading reading = progress_or_why();
  const Style style = terminal::output_style();
  terminal::write_output(
      list_of_lessons(reading.progress, style) + "\n" +
      wrapped("Read one by its number, such as ./workbook lesson 3", style.width, 2));
  return ExitCode::done;
}

ExitCode home() {
  if (!terminal::is_terminal(STDIN_FILENO) || !terminal::is_terminal(STDOUT_FILENO)) {
    const ExitCode code = welcome();
    terminal::write_output("\nThe lessons:\n");
    list_lessons();
    return code;
  }
  terminal::require_width(terminal::output_style());
  std::string note;
  for (std::string line;;) {
    terminal::write_output(terminal::clear_screen() +
                           screen_of(progress_or_why(), terminal::output_style(), note));
    if (!std::getline(std::cin, line)) { break; }
    const std::string chosen(page::without_blanks_around(line));
    if (chosen == "q" || chosen == "quit") { break; }
    note = open_chosen(chosen);
  }
  terminal::write_output("\n");
  return ExitCode::done;
}

}  // namespace softmax::app
