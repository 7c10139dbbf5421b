#include "lessons/progress/progress.hpp"

#include <catch2/catch_test_macros.hpp>
#include <limits>

using namespace softmax::progress;

TEST_CASE("A place is where its lesson was left, and its lesson is the latest") {
  Progress progress;
  record_place(progress, "exponentiate", "overflow");
  record_place(progress, "normalize", "worked_example");
  record_place(progress, "normalize", "ratio");
  CHECK(progress.latest == "normalize");
  CHECK(progress.lessons == std::map<std::string, Place>{{"exponentiate", {"overflow", false}},
                                                         {"normalize", {"ratio", false}}});
}

TEST_CASE("A finished lesson stays at its idea, and stays finished when it is opened again") {
  Progress progress;
  record_place(progress, "normalize", "ratio");
  record_place(progress, "exponentiate", "overflow");
  record_finished(progress, "normalize");
  CHECK(progress.latest == "normalize");
  CHECK(progress.lessons.at("normalize") == Place{"ratio", true});
  CHECK(progress.lessons.at("exponentiate") == Place{"overflow", false});
  record_place(progress, "normalize", "worked_example");
  CHECK(progress.lessons.at("normalize") == Place{"worked_example", true});
}

TEST_CASE("An answer is the last one, and tells of those before") {
  Progress progress;
  const auto answer = [&](const char* given, bool right) {
    record_answer(progress, "normalize/ratio", given, right);
    return progress.answers.at("normalize/ratio");
  };
  CHECK(answer("2", false) == Answer{"2", false, 1, false});
  CHECK(answer("2.718", true) == Answer{"2.718", true, 2, true});
  CHECK(answer("3", false) == Answer{"3", false, 3, true});
  CHECK(progress.latest.empty());  // a question may be asked outside its lesson
}

TEST_CASE("Tries beyond the largest int are not counted") {
  constexpr int most = std::numeric_limits<int>::max();
  Progress progress;
  progress.answers["normalize/ratio"].tries = most - 1;
  record_answer(progress, "normalize/ratio", "2", false);
  record_answer(progress, "normalize/ratio", "3", false);
  CHECK(progress.answers.at("normalize/ratio") == Answer{"3", false, most, false});
}

TEST_CASE("The totals count lessons that are finished and questions once answered right") {
  Progress progress;
  CHECK(finished_lessons(progress) == 0);
  CHECK(right_answers(progress) == 0);
  record_place(progress, "exponentiate", "overflow");
  record_finished(progress, "normalize");
  record_finished(progress, "shift");
  record_answer(progress, "normalize/ratio", "2.718", true);
  record_answer(progress, "normalize/ratio", "3", false);
  record_answer(progress, "normalize/sum", "1", false);
  CHECK(finished_lessons(progress) == 2);
  CHECK(right_answers(progress) == 1);
}

TEST_CASE("An attempt is the last check, and a pass stays") {
  Progress progress;
  const auto check = [&](int points, bool passed) {
    record_attempt(progress, "uuid", points, passed);
    return progress.exercises.at("uuid");
  };
  CHECK(check(3, false) == Attempts{1, 3, false, false, {}});
  CHECK(check(10, true) == Attempts{2, 10, true, false, {}});
  CHECK(check(7, false) == Attempts{3, 7, true, false, {}});
  progress.exercises["uuid"].checks = std::numeric_limits<int>::max();
  CHECK(check(7, false).checks == std::numeric_limits<int>::max());
}

TEST_CASE("Hints are given one after the other, to the last, for each task") {
  constexpr int most = std::numeric_limits<int>::max();
  Progress progress;
  const auto hint = [&](const char* task, int there_are) {
    const int given = record_hint(progress, "uuid", task, there_are);
    CHECK(progress.exercises.at("uuid").hints.at(task) == given);
    return given;
  };
  CHECK(hint("a", 2) == 1);
  CHECK(hint("b", 2) == 1);
  CHECK(hint("a", 2) == 2);
  CHECK(hint("a", 2) == 2);
  CHECK(hint("none", 0) == 0);
  progress.exercises["uuid"].hints["a"] = most;  // a file may say so
  CHECK(hint("a", 3) == 3);
  CHECK(hint("a", most) == 4);
}
