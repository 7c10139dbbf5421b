#include "app/home.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "app/quiz_command.hpp"
#include "app/welcome.hpp"
#include "lessons/catalogue.hpp"
#include "lessons/page/blanks.hpp"
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

std::string line_of(const Lesson& lesson, const Done& done, std::size_t title_width) {
  std::string line =
      fmt::format("  {:>2}  {:<{}}  {:>2} min  {:<5}  {}", lesson.number, lesson.title, title_width,
                  lesson.minutes, done.reading, done.quiz);
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
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

std::string screen_of(const progress::Reading& reading, const Style& style,
                      const std::string& note) {
  std::string out = paint(style, Colour::strong, "The Softmax Workbook") + "\n\n";
  out += wrapped(
             "Softmax turns scores into probabilities: exponentiate, sum, divide. Each lesson "
             "answers one question about it.",
             style.width, 0) +
         "\n";
  out += list_of_lessons(reading.progress, style) + "\n";
  for (const std::string& text : {reading.message.value_or(""), note}) {
    if (!text.empty()) { out += wrapped(text, style.width, 2) + "\n"; }
  }
  const Lesson* next = next_lesson(reading.progress);
  const std::string enter =
      next == nullptr ? "" : fmt::format("[Enter] lesson {}: {}  ", next->number, next->title);
  std::string keys =
      wrapped(enter + "[3] that lesson  [z] quiz  [t] a first trace  [q]uit >", style.width, 2);
  keys.back() = ' ';
  return out + paint(style, Colour::faint, keys);
}

void show_first_trace() {
  terminal::write_output(terminal::clear_screen());
  welcome();
  terminal::write_output("\n[Enter] back to the lessons > ");
  std::string line;
  std::getline(std::cin, line);
}

/// Does: what the line asks for. Returns: what there is to say to it.
std::string open_chosen(const std::string& line) {
  if (line == "t") {
    show_first_trace();
  } else if (line == "z") {
    run(QuizCommand{});
  } else if (!line.empty()) {
    try {
      terminal::run(terminal::LessonCommand{line, terminal::View::read});
    } catch (const std::invalid_argument& error) { return error.what(); }
  } else if (const Lesson* next = next_lesson(progress_or_why().progress)) {
    terminal::run(terminal::LessonCommand{std::string(next->id), terminal::View::read});
  } else {
    return "All lessons are read. A number opens one again.";
  }
  return "";
}

}  // namespace

std::string list_of_lessons(const progress::Progress& progress, const Style& style) {
  std::size_t title_width = 0;
  for (const Lesson& lesson : lessons::all()) {
    title_width = std::max(title_width, lesson.title.size());
  }
  constexpr std::size_t other_columns = 26;
  if (style.width < title_width + other_columns) { title_width = 0; }
  std::string list;
  for (const Lesson& lesson : lessons::all()) {
    const Done done = done_of(lesson, progress);
    std::string line = line_of(lesson, done, title_width);
    if (done.reading == "read") {
      line = paint(style, Colour::good, line.substr(0, line.size() - 1)) + "\n";
    }
    list += line;
  }
  return list;
}

ExitCode list_lessons() {
  const progress::Reading reading = progress_or_why();
  terminal::write_output(list_of_lessons(reading.progress, terminal::output_style()) +
                         "\nRead one by its number, such as ./workbook lesson 3\n");
  return ExitCode::done;
}

ExitCode home() {
  if (!terminal::is_terminal(STDIN_FILENO) || !terminal::is_terminal(STDOUT_FILENO)) {
    const ExitCode code = welcome();
    terminal::write_output("\nThe lessons:\n");
    list_lessons();
    return code;
  }
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
