#include "app/exercise/check_command.hpp"

#include <fmt/format.h>

#include "app/exercise/answers.hpp"
#include "app/exercise/saved.hpp"
#include "engine/quotation.hpp"
#include "grader/report_text.hpp"
#include "grader/sandbox/tier.hpp"
#include "grader/workbook_root.hpp"
#include "lessons/progress/store.hpp"
#include "lessons/terminal/output.hpp"
#include "lessons/terminal/terminal.hpp"

namespace softmax::app {
namespace {

namespace fs = std::filesystem;
using grader::Exercise;
using grader::Mark;
using grader::TaskMark;
using grader::Verdict;

bool has_passed(const progress::Progress& progress, const Exercise& exercise) {
  const auto found = progress.exercises.find(exercise.id);
  return found != progress.exercises.end() && found->second.ever_passed;
}

/// The path as one would type it: relative where that is shorter.
std::string shown_path(const fs::path& path) {
  std::error_code none;
  const fs::path relative = fs::relative(path, none);
  return printable(!none && !relative.empty() && relative.string().size() < path.string().size()
                       ? relative.string()
                       : path.string());
}

/// The answer to look at; the learner's own is begun if it is not there.
fs::path answer_for(const CheckCommand& command, const fs::path& root, const Exercise& exercise) {
  if (command.file) {
    if (!fs::is_regular_file(*command.file)) {
      throw std::invalid_argument(quotation(*command.file) + " is no file that can be read");
    }
    return *command.file;
  }
  if (begin_answer(root, exercise)) {
    terminal::write_output(
        fmt::format("A new answer to write: {}\n\n", shown_path(answer_of(root, exercise))));
  }
  return answer_of(root, exercise);
}

void record(const Exercise& exercise, const Mark& mark) {
  progress::update(progress::path(), [&](progress::Progress& progress) {
    progress::record_attempt(progress, exercise.id, mark.points, mark.verdict == Verdict::pass);
  });
}

std::string advice(const Exercise& exercise, const Mark& mark) {
  if (mark.verdict == Verdict::pass) {
    return fmt::format("Compare with ours: ./workbook solution {}. Then: ./workbook next\n",
                       grader::number(exercise));
  }
  return fmt::format("A hint: ./workbook hint {}\n", grader::number(exercise));
}

/// The strongest tier that is to be had; one's own code may run in any.
grader::Tier tier_of(const fs::path& root) {
  const grader::Tier best = grader::best_tier();
  if (best != grader::Tier::container) { return best; }
  try {
    grader::require_hidden(root, best);
  } catch (const std::runtime_error&) { return grader::Tier::bare; }
  return best;
}

/// Says each task as soon as it is judged; its mistake may take longer to find.
Mark told(const CheckCommand& command, const fs::path& root, const Exercise& exercise,
          const fs::path& answer) {
  const Style style = terminal::output_style();
  const grader::Tier tier = tier_of(root);
  grader::Marking marking{root, grader::parts_for(root, tier), tier, {}, command.seed};
  marking.toolchain.sanitizers = command.sanitizers;
  marking.judged = [&](const TaskMark& task) {
    terminal::write_output(grader::task_text(task, style));
  };
  marking.diagnosed = [&](const TaskMark& task) {
    terminal::write_output(grader::mistake_text(task, style));
  };
  const Mark mark = grader::marked(marking, exercise, answer);
  if (mark.verdict == Verdict::compile_error) {
    terminal::write_output(grader::compile_error_text(mark, style));
  }
  return mark;
}

ExitCode check(const CheckCommand& command, const fs::path& root, const Exercise& exercise) {
  const Style style = terminal::output_style();
  const fs::path answer = answer_for(command, root, exercise);
  terminal::write_output(
      paint(style, Colour::strong,
            fmt::format("Exercise {}: {}", grader::number(exercise), exercise.title)) +
      fmt::format("  ({})\n", shown_path(answer)));
  const Mark mark = told(command, root, exercise, answer);
  terminal::write_output(grader::total_text(mark, style) + advice(exercise, mark));
  if (!command.file) { record(exercise, mark); }
  return mark.verdict == Verdict::pass ? ExitCode::done : ExitCode::not_right_yet;
}

}  // namespace

Exercise chosen_exercise(const fs::path& root, const std::string& word) {
  const std::vector<Exercise> all = grader::exercises(root);
  if (all.empty()) { throw std::runtime_error((root / "exercises").string() + " holds none"); }
  if (!word.empty()) { return grader::find(all, word); }
  const progress::Progress progress = progress::read(progress::path()).progress;
  for (const Exercise& exercise : all) {
    if (!has_passed(progress, exercise)) { return exercise; }
  }
  return all.back();
}

ExitCode run(const CheckCommand& command) {
  const fs::path root = grader::workbook_root();
  return check(command, root, chosen_exercise(root, command.exercise));
}

ExitCode watch(const CheckCommand& command) {
  const fs::path root = grader::workbook_root();
  const Exercise exercise = chosen_exercise(root, command.exercise);
  Saved saved(answer_for(command, root, exercise));
  for (;;) {
    terminal::write_output(terminal::clear_screen());
    check(command, root, exercise);
    terminal::write_output("\nWatching; save the file to check it again, Ctrl-C ends this.\n");
    saved.wait();
    terminal::write_output("checking ...\n");
  }
}

ExitCode next_exercise() {
  const fs::path root = grader::workbook_root();
  const Exercise exercise = chosen_exercise(root, "");
  begin_answer(root, exercise);
  const std::string number = grader::number(exercise);
  std::string text =
      fmt::format("Exercise {}: {} (about {} minutes)\n", number, exercise.title, exercise.minutes);
  for (const grader::Task& task : exercise.tasks) {
    text += fmt::format("  {} ({} points)\n", task.title, task.points);
  }
  text += fmt::format(
      "\n  read     {}\n  edit     {}\n  check    ./workbook check {}  (or watch, at every save)\n",
      shown_path(root / "exercises" / exercise.folder / "README.md"),
      shown_path(answer_of(root, exercise)), number);
  terminal::write_output(text);
  return ExitCode::done;
}

}  // namespace softmax::app
