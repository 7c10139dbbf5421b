#include "app/quiz_command.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "app/input/file_bytes.hpp"
#include "lessons/catalogue.hpp"
#include "lessons/page/inline.hpp"
#include "lessons/page/sheet.hpp"
#include "lessons/page/text.hpp"
#include "lessons/progress/store.hpp"
#include "lessons/terminal/memory.hpp"
#include "lessons/terminal/output.hpp"
#include "lessons/terminal/terminal.hpp"

namespace softmax::app {
namespace {

/// A page of nothing but questions.
page::Page quiz_page(const QuizCommand& command) {
  page::Page page;
  if (!command.lesson.empty()) {
    const lessons::Lesson& lesson = lessons::find(command.lesson);
    page.number = lesson.number;
    page.id = lesson.id;
    page.title = lesson.title;
    page.quiz = lesson.quiz();
    return page;
  }
  page.title = "All lessons";
  for (const lessons::Lesson& lesson : lessons::all()) {
    for (page::Question& question : lesson.quiz()) { page.quiz.push_back(std::move(question)); }
  }
  return page;
}

/// Does: takes out what was once answered right, unless that is all.
void keep_unanswered(std::vector<page::Question>& questions, const progress::Progress& done) {
  std::vector<page::Question> left;
  std::copy_if(questions.begin(), questions.end(), std::back_inserter(left),
               [&](const page::Question& question) {
                 const auto answer = done.answers.find(question.id);
                 return answer == done.answers.end() || !answer->second.ever_right;
               });
  if (!left.empty()) { questions = std::move(left); }
}

ExitCode grade(const QuizCommand& command, const std::vector<page::Question>& questions) {
  const std::vector<page::Grade> grades = page::grades_of(file_bytes(*command.answers), questions);
  Style inner = terminal::output_style();
  inner.width -= std::min<std::size_t>(inner.width, 7);
  std::size_t right = 0;
  std::string text;
  for (const page::Grade& grade : grades) {
    right += grade.right ? 1U : 0U;
    text += fmt::format("{:<5}  {}\n", grade.right ? "right" : "wrong", grade.id);
    if (grade.right) { continue; }
    for (const std::string& line : page::lines_of_markdown(grade.why, inner)) {
      text += "       " + line + "\n";
    }
  }
  text += fmt::format("{} of {} right\n", right, grades.size());
  terminal::write_output(command.json ? page::json_of(grades) : text);
  return right == grades.size() ? ExitCode::done : ExitCode::not_right_yet;
}

void ask(page::Page page, bool all_lessons) {
  terminal::require_width(terminal::output_style());
  terminal::Memory memory;
  std::string trouble;
  try {
    const progress::Reading done = progress::read(progress::path());
    trouble = done.message.value_or("");
    if (all_lessons) { keep_unanswered(page.quiz, done.progress); }
    memory = terminal::remembered_answers();
  } catch (const std::runtime_error& error) {
    trouble = std::string("Your answers are not kept: ") + error.what();
  }
  terminal::Reader reader(page, terminal::Reader::Mode::quiz);
  reader.say(trouble);
  terminal::read_through(reader, memory, std::cin);
}

}  // namespace

ExitCode run(const QuizCommand& command) {
  const page::Page page = quiz_page(command);
  if (command.answers) { return grade(command, page.quiz); }
  if (command.json) {
    terminal::write_output(page::sheet_of(page.quiz));
  } else if (terminal::is_terminal(STDIN_FILENO) && terminal::is_terminal(STDOUT_FILENO)) {
    ask(page, command.lesson.empty());
  } else {
    terminal::write_output(page::text_of_quiz(page, terminal::output_style()));
  }
  return ExitCode::done;
}

}  // namespace softmax::app
