#include "app/exercise/check_command.hpp"

#include <fmt/format.h>

#include "app/complaint.hpp"
#include "app/exercise/answers.hpp"
#include "app/exercise/saved.hpp"
#include "app/exercise/standing.hpp"
#include "app/progress_command.hpp"
#include "engine/quotation.hpp"
#include "grader/report_text.hpp"
#include "grader/sandbox/tier.hpp"
#include "grader/speed.hpp"
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
    const std::string path = shown_path(answer_of(root, exercise));
    terminal::write_output(
        wrapped("A new answer to write: " + path, terminal::output_style().width, 2) + "\n");
  }
  return answer_of(root, exercise);
}

/// What is told of progress that was damaged, or cannot be kept: the verdict stands all the same.
void record(const Exercise& exercise, const Mark& mark) {
  try {
    told(progress::update(progress::path(), [&](progress::Progress& progress) {
      progress::record_attempt(progress, exercise.id, mark.points, mark.verdict == Verdict::pass);
    }));
  } catch (const std::runtime_error& error) {
    complain(fmt::format("not kept: {}", error.what()), ExitCode::infrastructure);
  }
}

std::string heading(const Exercise& exercise, const fs::path& answer, const Style& style) {
  const std::string title =
      fmt::format("Exercise {}: {}", grader::number(exercise), exercise.title);
  const std::string where = fmt::format("({})", shown_path(answer));
  if (title.size() + 2 + where.size() <= style.width) {
    return paint(style, Colour::strong, title) + "  " + where + "\n";
  }
  return painted_lines(title, Colour::strong, style, 2) + wrapped("  " + where, style.width, 2);
}

std::string advice(const Exercise& exercise, const Mark& mark, const Style& style) {
  const std::string number = grader::number(exercise);
  return wrapped(
      mark.verdict == Verdict::pass
          ? fmt::format("Compare with ours: ./workbook solution {}. Then: ./workbook next", number)
          : fmt::format("A hint: ./workbook hint {}", number),
      style.width, 2);
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

grader::Marking marking_of(const CheckCommand& command, const fs::path& root) {
  const grader::Tier tier = tier_of(root);
  grader::Marking marking{root, grader::parts_for(root, tier), tier, {}, command.seed};
  marking.toolchain.sanitizers = command.sanitizers;
  return marking;
}

/// Says each task as soon as it is judged; its mistake may take longer to find.
Mark marked_aloud(const CheckCommand& command, const fs::path& root, const Exercise& exercise,
                  const fs::path& answer) {
  const Style style = terminal::output_style();
  grader::Marking marking = marking_of(command, root);
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

void tell_speed(const CheckCommand& command, const fs::path& root, const Exercise& exercise,
                const fs::path& answer) {
  const std::optional<grader::Speed> speed =
      grader::speed_of(marking_of(command, root), exercise, answer);
  if (!speed) { return; }
  terminal::write_output(wrapped(fmt::format("  {}: {}", speed->title, grader::speed_text(*speed)),
                                 terminal::output_style().width, 4));
}

ExitCode check(const CheckCommand& command, const fs::path& root, const Exercise& exercise) {
  const Style style = terminal::output_style();
  const fs::path answer = answer_for(command, root, exercise);
  terminal::write_output(heading(exercise, answer, style));
  const Mark mark = marked_aloud(command, root, exercise, answer);
  if (mark.verdict == Verdict::pass && exercise.race) {
    tell_speed(command, root, exercise, answer);
  }
  terminal::write_output(grader::total_text(mark, style) + advice(exercise, mark, style));
  if (!command.file) { record(exercise, mark); }
  return mark.verdict == Verdict::pass ? ExitCode::done : ExitCode::not_right_yet;
}

/// In one line where that has room, else the text in lines below.
std::string labelled(const char* label, const std::string& text, std::size_t width) {
  std::string line = fmt::format("  {:<7}  {}\n", label, text);
  if (line.size() <= width + 1) { return line; }
  return fmt::format("  {}\n", label) + wrapped("    " + text, width, 4);
}

}  // namespace

Exercise chosen_exercise(const fs::path& root, const std::string& word) {
  const std::vector<Exercise> all = grader::exercises(root);
  if (all.empty()) { throw std::runtime_error((root / "exercises").string() + " holds none"); }
  if (!word.empty()) { return grader::find(all, word); }
  return standing(all, told(progress::read(progress::path()))).next.value_or(all.back());
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
    terminal::write_output("\n" +
                           wrapped("Watching; save the file to check it again, Ctrl-C ends this.",
                                   terminal::output_style().width, 2));
    saved.wait();
    terminal::write_output("checking ...\n");
  }
}

ExitCode next_exercise() {
  const fs::path root = grader::workbook_root();
  const Exercise exercise = chosen_exercise(root, "");
  begin_answer(root, exercise);
  const std::string number = grader::number(exercise);
  const std::size_t width = terminal::output_style().width;
  std::string text = wrapped(
      fmt::format("Exercise {}: {} (about {} minutes)", number, exercise.title, exercise.minutes),
      width, 2);
  for (const grader::Task& task : exercise.tasks) {
    text += wrapped(fmt::format("  {} ({} points)", task.title, task.points), width, 4);
  }
  text += "\n" +
          labelled("read", shown_path(root / "exercises" / exercise.folder / "README.md"), width) +
          labelled("edit", shown_path(answer_of(root, exercise)), width) +
          labelled("check", fmt::format("./workbook check {}  (or watch, at every save)", number),
                   width);
  terminal::write_output(text);
  return ExitCode::done;
}

}  // namespace softmax::app
