// exercise.toml: what is read, what is refused and how.

#include "grader/exercise.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/grader/temporary_root.hpp"

namespace softmax::grader {
namespace {

const std::string plain = R"(id = "uuid"
title = "A title"
lesson = "normalize"
minutes = 12

[[task]]
id = "first"
title = "One"
points = 4
needs = []
hints = ["a", "b"]

[[task]]
id = "second"
title = "Two"
points = 6
needs = ["first"]
hints = []
)";

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

/// The message that a text is refused with; its file's name is in front.
std::string refusal(const std::string& text) {
  const TemporaryRoot root;
  root.write("exercises/07_overflow/exercise.toml", text);
  try {
    static_cast<void>(read_exercise(root.path(), "07_overflow"));
  } catch (const std::invalid_argument& error) {
    const std::string words = error.what();
    const std::string file = "exercises/07_overflow/exercise.toml";
    CHECK(words.find('\n') == std::string::npos);
    CHECK(words.starts_with(file));
    return words.substr(file.size());
  }
  return "nothing";
}

std::string refusal_with(const std::string& what, const std::string& by) {
  return refusal(replaced(plain, what, by));
}

}  // namespace

TEST_CASE("an exercise is as its file says") {
  const TemporaryRoot root;
  root.write("exercises/07_overflow/exercise.toml", plain);
  const Exercise exercise = read_exercise(root.path(), "07_overflow");
  CHECK(exercise.folder == "07_overflow");
  CHECK(exercise.id == "uuid");
  CHECK(exercise.title == "A title");
  CHECK(exercise.lesson == "normalize");
  CHECK(exercise.minutes == 12);
  REQUIRE(exercise.tasks.size() == 2);
  CHECK(exercise.tasks[0].id == "first");
  CHECK(exercise.tasks[0].hints == std::vector<std::string>{"a", "b"});
  CHECK(exercise.tasks[0].needs.empty());
  CHECK(exercise.tasks[1].title == "Two");
  CHECK(exercise.tasks[1].points == 6);
  CHECK(exercise.tasks[1].needs == std::vector<std::string>{"first"});
  CHECK(number(exercise) == "07");
  CHECK(points(exercise) == 10);
}

TEST_CASE("a key that is missing, or of another kind, is refused by its name") {
  for (const char* key : {"title", "lesson"}) {
    const std::string line = key + std::string(" = ");
    CHECK(refusal_with(line, "# ") == std::string(": '") + key + "' must be a text");
  }
  CHECK(refusal_with("id = \"uuid\"", "id = 5") == ": 'id' must be a text");
  CHECK(refusal_with("id = \"uuid\"", "id = \"\"") == ": 'id' must be a text");
  for (const char* wrong : {"0", "-3", "1.5", "\"12\"", "true", "99999999999"}) {
    CHECK(refusal_with("minutes = 12", std::string("minutes = ") + wrong) ==
          ": 'minutes' must be a whole number from 1");
    CHECK(refusal_with("points = 6", std::string("points = ") + wrong) ==
          ": 'points' must be a whole number from 1");
  }
  CHECK(refusal_with("needs = []\n", "") == ": 'needs' must be a list of texts");
  CHECK(refusal_with("hints = [\"a\", \"b\"]", "hints = \"a\"") ==
        ": 'hints' must be a list of texts");
  CHECK(refusal_with("hints = [\"a\", \"b\"]", "hints = [\"a\", 2]") ==
        ": 'hints' must be a list of texts");
}

TEST_CASE("a key that is misspelt is refused, not passed over") {
  CHECK(refusal_with("minutes", "minute") == ": 'minute' is unknown");
  CHECK(refusal_with("lesson = \"normalize\"", "lesson = \"normalize\"\npoints = 3") ==
        ": 'points' is unknown");
  CHECK(refusal_with("hints = []", "hints = []\nhint = \"x\"") == ": 'hint' is unknown");
}

TEST_CASE("a race has an answer to be quicker than, a check, and ratios that rise from 1") {
  const std::string race = plain +
                           "[race]\ntitle = \"Quicker\"\nplain = \"passes\"\ncheck = \"long\"\n"
                           "ratios = [1.5, 2]\n";
  const TemporaryRoot root;
  root.write("exercises/07_overflow/exercise.toml", race);
  const Exercise exercise = read_exercise(root.path(), "07_overflow");
  REQUIRE(exercise.race);
  CHECK(exercise.race->plain == "passes");
  CHECK(exercise.race->ratios == std::vector<double>{1.5, 2});
  const std::string fault = ": 'ratios' must be a list of ratios above 1, the smallest first";
  CHECK(refusal(replaced(race, "[1.5, 2]", "[2, 1.5]")) == fault);
  CHECK(refusal(replaced(race, "[1.5, 2]", "[1, 2]")) == fault);
  CHECK(refusal(replaced(race, "[1.5, 2]", "[]")) == fault);
  CHECK(refusal(replaced(race, "[1.5, 2]", "[1.5, \"2\"]")) == fault);
  CHECK(refusal(replaced(race, "check = ", "checks = ")) == ": 'checks' is unknown");
}

TEST_CASE("an exercise without tasks is refused") {
  const std::string head = plain.substr(0, plain.find("[[task]]"));
  CHECK(refusal(head) == ": it has no [[task]]");
  CHECK(refusal(head + "task = []\n") == ": it has no [[task]]");
  CHECK(refusal(head + "[task]\nid = \"first\"\n") == ": it has no [[task]]");
  CHECK(refusal(head + "task = [1]\n") == ": 'task' must be [[task]]");
}

TEST_CASE("a task needs tasks before it, and has a name of its own") {
  CHECK(refusal_with("[\"first\"]", "[\"third\"]") ==
        ": task 'second' needs 'third', which is no task before it");
  CHECK(refusal_with("[\"first\"]", "[\"second\"]") ==
        ": task 'second' needs 'second', which is no task before it");
  CHECK(refusal_with("needs = []", "needs = [\"second\"]") ==
        ": task 'first' needs 'second', which is no task before it");
  CHECK(refusal_with("id = \"second\"", "id = \"first\"") == ": two tasks are called 'first'");
}

TEST_CASE("text that is no TOML is refused with its line") {
  CHECK(refusal_with("minutes = 12", "minutes = ").starts_with(", line 4: "));
  CHECK(refusal_with("minutes = 12", "id = \"again\"").starts_with(", line 4: "));
  CHECK(refusal_with("title = \"Two\"", "title = \"Two").starts_with(", line 15: "));
}

TEST_CASE("a file that is not there is refused, a folder that is none of a topic is passed over") {
  const TemporaryRoot root;
  CHECK(exercises(root.path()).empty());
  root.write("exercises/README.md", "");
  root.write("exercises/notes/exercise.toml", "rubbish");
  root.write("exercises/1_x/exercise.toml", "rubbish");
  root.write("exercises/12_later/exercise.toml", plain);
  root.write("exercises/02_sooner/exercise.toml", plain);
  const std::vector<Exercise> all = exercises(root.path());
  REQUIRE(all.size() == 2);
  CHECK(all[0].folder == "02_sooner");
  CHECK(all[1].folder == "12_later");
  std::filesystem::create_directory(root.path() / "exercises/05_empty");
  CHECK_THROWS_AS(exercises(root.path()), std::invalid_argument);
}

}  // namespace softmax::grader
