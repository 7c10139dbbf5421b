#include "app/progress_command.hpp"

#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "lessons/progress/store.hpp"
#include "tests/lessons/temporary_folder.hpp"

using namespace softmax;
using namespace softmax::app;
using progress::TemporaryFolder;

namespace {

/// What a command prints on a stream, standard output or standard error.
template <class Command>
std::string printed(std::FILE* stream, const std::filesystem::path& file, Command command) {
  const int number = ::fileno(stream);
  std::fflush(stream);
  const int before = ::dup(number);
  std::FILE* capture = std::fopen(file.c_str(), "wb");
  REQUIRE(capture != nullptr);
  ::dup2(::fileno(capture), number);
  const ExitCode code = command();
  std::fflush(stream);
  ::dup2(before, number);
  ::close(before);
  std::fclose(capture);
  CHECK(code == ExitCode::done);
  return progress::text_of(file);
}

ExitCode shown() { return show_progress({}); }

}  // namespace

TEST_CASE("Progress is shown lesson by lesson, with the totals") {
  progress::Progress progress;
  record_place(progress, "exponentiate", "overflow");
  record_finished(progress, "exponentiate");
  record_finished(progress, "shift");
  record_place(progress, "sum", "");
  record_place(progress, "normalize", "worked_example");
  record_answer(progress, "normalize/ratio", "2.718", true);
  record_answer(progress, "normalize/sum", "2", false);
  CHECK(progress_text("/state/progress.json", progress) ==
        "/state/progress.json\n"
        "2 lessons finished of 4 begun, 1 answer right of 2\n"
        "\n"
        "  exponentiate  finished\n"
        "  normalize     at worked_example (latest)\n"
        "  shift         finished\n"
        "  sum           begun\n");
}

TEST_CASE("Exercises are told by their names, in the order of these, with points and hints") {
  progress::Progress progress;
  record_attempt(progress, "uuid-b", 7, false);
  record_hint(progress, "uuid-b", "one", 3);
  record_hint(progress, "uuid-b", "two", 3);
  record_attempt(progress, "uuid-a", 10, true);
  record_hint(progress, "uuid-c", "one", 3);
  progress.exercises["uuid-d"].solution_shown = true;
  progress.exercises["gone\n"].points = 3;
  record_attempt(progress, "gone too", 5, true);
  const std::vector<ExerciseName> names = {{"uuid-a", "01_greedy", 10},
                                           {"uuid-b", "03_normalize", 12},
                                           {"uuid-c", "02_exponentiate", 10},
                                           {"uuid-d", "04_softmax", 10}};
  CHECK(progress_text("/a", progress, names) ==
        "/a\n"
        "0 lessons finished of 0 begun, 0 answers right of 0\n"
        "2 exercises passed of 6 begun\n"
        "\n"
        "  01_greedy        passed, 10 of 10 points\n"
        "  02_exponentiate  1 hint\n"
        "  03_normalize     7 of 12 points, 2 hints\n"
        "  04_softmax       solution shown\n"
        "  gone too         passed, 5 points\n"
        "  gone\\x0a         begun\n");
  record_finished(progress, "shift");
  const std::string both = progress_text("/a", progress, names);
  CHECK(both.find("  shift  finished (latest)\n\n  01_greedy") != std::string::npos);
}

TEST_CASE("Progress without lessons, or without anything, is said in two lines") {
  progress::Progress progress;
  CHECK(progress_text("/a\nb", progress) == "/a\\x0ab\nnothing is recorded yet\n");
  record_answer(progress, "normalize/ratio", "2.718", true);
  CHECK(progress_text("/a", progress) ==
        "/a\n0 lessons finished of 0 begun, 1 answer right of 1\n");
}

TEST_CASE("The commands show the file of the environment, and move it to a backup") {
  const TemporaryFolder folder;
  ::setenv("XDG_STATE_HOME", folder.path.c_str(), 1);
  const std::string file = folder.path / "softmax-workbook/progress.json";
  const std::filesystem::path capture = folder.path / "printed";
  CHECK(printed(stdout, capture, shown) == file + "\nnothing is recorded yet\n");
  CHECK(printed(stdout, capture, reset_progress) == file + " is not there: nothing to reset\n");
  progress::update(progress::path(),
                   [](progress::Progress& now) { record_finished(now, "normalize"); });
  CHECK(printed(stdout, capture, shown) ==
        file +
            "\n1 lesson finished of 1 begun, 0 answers right of 0\n\n"
            "  normalize  finished (latest)\n");
  CHECK(printed(stdout, capture, reset_progress) ==
        file + " is now " + file + ".backup; progress begins anew\n");
  CHECK(printed(stdout, capture, shown) == file + "\nnothing is recorded yet\n");
}

TEST_CASE("That the file was damaged is said on standard error") {
  const TemporaryFolder folder;
  ::setenv("XDG_STATE_HOME", folder.path.c_str(), 1);
  const std::string file = folder.path / "softmax-workbook/progress.json";
  std::filesystem::create_directory(folder.path / "softmax-workbook");
  progress::write_text(file, "{}");
  CHECK(printed(stderr, folder.path / "printed", shown) ==
        "workbook: " + file + " was damaged (the file has no \"schema\"): it is now " + file +
            ".damaged, and progress begins anew\n");
}
