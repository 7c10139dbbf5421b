#include "lessons/progress/progress_json.hpp"

#include <catch2/catch_test_macros.hpp>
#include <limits>
#include <string>

using namespace softmax::progress;

namespace {

Progress some_progress() {
  Progress progress;
  record_place(progress, "normalize", "worked_example");
  record_finished(progress, "exponentiate");
  record_answer(progress, "normalize/ratio", "2.718", true);
  record_answer(progress, "normalize/sum", "1", false);
  record_attempt(progress, "uuid", 7, false);
  record_hint(progress, "uuid", "normalizer", 3);
  return progress;
}

/// What is wrong with a text.
std::string damage(const std::string& text) {
  try {
    parse_progress(text);
  } catch (const Damaged& error) { return error.what(); }
  return "nothing";
}

/// Of a text with one thing replaced.
std::string damage_by(const std::string& what, const std::string& by) {
  std::string text = progress_json(some_progress());
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return damage(text.replace(at, what.size(), by));
}

std::string answer_text(const std::string& given) {
  Progress progress;
  record_answer(progress, "normalize/ratio", given, true);
  return parse_progress(progress_json(progress)).answers.at("normalize/ratio").given;
}

}  // namespace

TEST_CASE("What is written reads back") {
  CHECK(parse_progress(progress_json({})) == Progress{});
  CHECK(parse_progress(progress_json(some_progress())) == some_progress());
  Progress many = some_progress();
  many.answers["normalize/sum"].tries = std::numeric_limits<int>::max();
  CHECK(parse_progress(progress_json(many)) == many);
}

TEST_CASE("An answer is kept as it was typed, whatever its characters") {
  using namespace std::string_literals;
  for (const std::string& given : {""s, "e^1 \"=\" \\2.718/"s, "zwei\tKomma\nsieben"s,
                                   "\xe2\x88\x92\xcf\x80 \xf0\x9f\x99\x82"s, "a\0b\x1b[31m\x7f"s}) {
    CHECK(answer_text(given) == given);
  }
  CHECK(answer_text("\xff 2.7\xe2\x88") == "\xef\xbf\xbd 2.7\xef\xbf\xbd");  // no UTF-8
}

TEST_CASE("A text that is not JSON is damaged, and where is said") {
  const std::string whole = progress_json(some_progress());
  for (std::size_t size = 1; size + 1 < whole.size(); ++size) {  // the last is a line's end
    REQUIRE(damage(whole.substr(0, size)).starts_with("not JSON: line "));
  }
  CHECK(damage("") == "it is empty");
  CHECK(damage(std::string(4096, '\0')) == "not JSON: it holds a byte of 0");
  CHECK(damage(whole + '\0') == "not JSON: it holds a byte of 0");
  CHECK(damage("hello") == "not JSON: line 1, column 1: invalid literal");
  CHECK(damage(whole + "}").starts_with("not JSON: line "));
  CHECK(damage_by("2.718", "2.7\xff").starts_with("not JSON: line 5, column "));
  CHECK(damage_by("2.718", "2.7\n").starts_with("not JSON: line 6, column 0: "));
  CHECK(damage(std::string(100'000, '[')) == "it nests over 64 deep");
  CHECK(damage_by("\"tries\": 1", "\"tries\": 1e999") ==
        "not JSON: number overflow parsing '1e999'");
}

TEST_CASE("JSON of another shape is damaged, and what is wrong is named") {
  CHECK(damage("[1, 2]") == "the file is no object");
  CHECK(damage("null") == "the file is no object");
  CHECK(damage("{}") == "the file has no \"schema\"");
  CHECK(damage_by("\"softmax-workbook/progress/1\"", "1") == "\"schema\" of the file is no string");
  CHECK(damage_by("softmax-workbook/progress/1", "softmax-workbook/trace/1") ==
        "its schema 'softmax-workbook/trace/1' is not softmax-workbook/progress/1");
  CHECK(damage_by("\"latest\"", "\"last\"") == "the file has no \"latest\"");
  CHECK(damage_by("\"lessons\"", "\"lesson\"") == "the file has no \"lessons\"");
  CHECK(damage_by("\"answers\"", "\"answer\"") == "the file has no \"answers\"");
  CHECK(damage(R"({"schema": "softmax-workbook/progress/1", "latest": "", "lessons": {},
                   "answers": []})") == "\"answers\" of the file is no object");
  CHECK(damage_by("\"idea\": \"\"", "\"idea\": null") ==
        "\"idea\" of 'exponentiate' of \"lessons\" of the file is no string");
  CHECK(damage_by("\"finished\": true", "\"finished\": 1") ==
        "\"finished\" of 'exponentiate' of \"lessons\" of the file is neither true nor false");
  CHECK(damage_by("\"ever_right\": true,", "") ==
        "'normalize/ratio' of \"answers\" of the file has no \"ever_right\"");
}

TEST_CASE("Tries are a whole number from 0 that an int can hold") {
  for (const char* wrong : {"-1", "1.5", "2147483648", "18446744073709551616", "\"1\"", "true"}) {
    CHECK(damage_by("\"tries\": 1", std::string("\"tries\": ") + wrong) ==
          "\"tries\" of 'normalize/ratio' of \"answers\" of the file is not a whole number from 0 "
          "to 2147483647");
  }
  CHECK(damage_by("\"tries\": 1", "\"tries\": 0") == "nothing");
  Progress progress = some_progress();
  progress.answers["normalize/sum"].tries = -1;
  CHECK_THROWS_AS(progress_json(progress), std::invalid_argument);
}

TEST_CASE("Exercises of another shape are damaged, and what is wrong is named") {
  const std::string uuid = "'uuid' of \"exercises\" of the file";
  CHECK(damage_by("\"checks\": 1,", "") == uuid + " has no \"checks\"");
  CHECK(damage_by("\"points\": 7,", "") == uuid + " has no \"points\"");
  CHECK(damage_by("\"ever_passed\": false", "\"ever_passed\": 0") ==
        "\"ever_passed\" of " + uuid + " is neither true nor false");
  CHECK(damage_by("\"solution_shown\": false", "\"solution_shown\": null") ==
        "\"solution_shown\" of " + uuid + " is neither true nor false");
  CHECK(damage_by("\"normalizer\": 1", "\"normalizer\": {}") ==
        "'normalizer' of \"hints\" of " + uuid + " is not a whole number from 0 to 2147483647");
  for (const char* wrong : {"-1", "1.5", "2147483648", "\"7\"", "true", "null"}) {
    CHECK(damage_by("\"points\": 7", std::string("\"points\": ") + wrong) ==
          "\"points\" of " + uuid + " is not a whole number from 0 to 2147483647");
  }
  CHECK(damage(R"({"schema": "softmax-workbook/progress/1", "latest": "", "lessons": {},
                   "answers": {}, "exercises": []})") == "\"exercises\" of the file is no object");
}

TEST_CASE("A file from before there were exercises has none") {
  const Progress older = parse_progress(
      R"({"schema": "softmax-workbook/progress/1", "latest": "a", "lessons": {}, "answers": {}})");
  CHECK(older.exercises.empty());
  CHECK(older.latest == "a");
  CHECK(parse_progress(progress_json(older)) == older);
}

TEST_CASE("What could not be read back is not written") {
  for (int what = 0; what < 3; ++what) {
    Progress progress = some_progress();
    Attempts& attempts = progress.exercises["uuid"];
    (what == 0 ? attempts.checks : what == 1 ? attempts.points : attempts.hints["a"]) = -1;
    CAPTURE(what);
    CHECK_THROWS_AS(progress_json(progress), std::invalid_argument);
  }
}

TEST_CASE("A file of another version is told from a damaged one, whatever else is in it") {
  CHECK_THROWS_AS(parse_progress(R"({"schema": "softmax-workbook/progress/2"})"), OtherVersion);
  CHECK_THROWS_AS(parse_progress(R"({"schema": "softmax-workbook/progress/10", "latest": 5})"),
                  OtherVersion);
}

TEST_CASE("Keys that are not known stay with what they belong to") {
  const std::string later = R"({"schema": "softmax-workbook/progress/1", "latest": "a",
      "lessons": {"a": {"idea": "x", "finished": false, "minutes": [1, {"b": null}]},
                  "gone": {"idea": "x", "finished": false, "minutes": 7}},
      "answers": {"a/q": {"given": "1", "right": true, "tries": 1, "ever_right": true,
                          "hints": 2.5}},
      "exercises": {"uuid": {"checks": 1, "points": 7, "ever_passed": false, "hints": {"a": 1},
                             "solution_shown": false, "seconds": 12.25}},
      "theme": {"dark": true}})";
  Progress progress = parse_progress(later);
  record_answer(progress, "a/q", "2", false);
  record_place(progress, "a", "y");
  record_hint(progress, "uuid", "b", 3);
  progress.lessons.erase("gone");
  const std::string text = progress_json(progress, later);
  CHECK(parse_progress(text) == progress);
  CHECK(text.find(R"("minutes": [
        1,
        {
          "b": null
        }
      ])") != std::string::npos);
  CHECK(text.find(R"("hints": 2.5)") != std::string::npos);
  CHECK(text.find(R"("dark": true)") != std::string::npos);
  CHECK(text.find(R"("seconds": 12.25)") != std::string::npos);
  CHECK(text.find("gone") == std::string::npos);
}
