// The first error of what compilers really say of broken answers, and the plain note to it.

#include "grader/compiler_words.hpp"

#include <catch2/catch_test_macros.hpp>
#include <utility>
#include <vector>

#include "grader/process.hpp"
#include "tests/grader/temporary_root.hpp"

namespace softmax::grader {
namespace {

/// An answer to exercise 3 with this in its first function, from line 4 on.
std::string answer_with(const std::string& body) {
  return "#include \"answer.hpp\"\n#include <cmath>\n"
         "namespace answer {\nfloat normalizer(std::span<const float> exponentials) {\n" +
         body + "\n}\n}\n";
}

std::string said_by(const std::string& compiler, const std::string& source) {
  const TemporaryRoot folder;
  folder.write("answer.cpp", source);
  const Finished done =
      run({compiler, "-std=c++20", "-fsyntax-only", "-fdiagnostics-color=never",
           "-I" + (workbook_root() / "exercises/03_normalize").string(), "answer.cpp"},
          folder.path());
  CHECK(done.code != 0);
  return done.output;
}

std::vector<std::string> compilers() {
  std::vector<std::string> found = {"g++"};
  if (std::filesystem::exists("/usr/bin/clang++-19")) { found.emplace_back("clang++-19"); }
  return found;
}

/// The errors of each compiler to the same answer.
std::vector<FirstError> errors_of(const std::string& source) {
  std::vector<FirstError> errors;
  for (const std::string& compiler : compilers()) {
    const std::string said = said_by(compiler, source);
    INFO(said);
    errors.push_back(first_error(said));
    CHECK_FALSE(errors.back().words.empty());
  }
  return errors;
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

void check_note(const std::string& body, const std::string& place, const std::string& note) {
  for (const FirstError& error : errors_of(answer_with(body))) {
    CAPTURE(body, error.place, error.words);
    CHECK(error.place.starts_with("answer.cpp, line " + place));
    CHECK(holds(error.note, note));
  }
}

}  // namespace

TEST_CASE("the first error has its line and column, the compiler's words, and the line itself") {
  for (const FirstError& error :
       errors_of(answer_with("  const float first = exponentials[0];\n  return frist;"))) {
    CHECK(error.place == "answer.cpp, line 6, column 10");
    CHECK(holds(error.words, "frist"));
    CHECK_FALSE(holds(error.words, "answer.cpp"));
    CHECK(holds(error.source, "return frist;"));
    CHECK(holds(error.source, " | "));
    CHECK(holds(error.source, "^"));
    CHECK(error.source.ends_with('\n'));
    CHECK(holds(error.note, "The name is unknown here"));
  }
}

TEST_CASE("the usual slips have a plain note, whichever compiler tells of them") {
  check_note("  const float sum = 0\n  return sum;", "", "ends with a semicolon");
  check_note("  float sum = 0;\n  sum = 1\n  return sum;", "6", "ends with a semicolon");
  check_note("  return (1.0F + exponentials[0];", "5", "parenthesis is opened");
  check_note("  exponentials[0] = 1;\n  return 0;", "5", "results go into the output");
  check_note("  return exponentials.length();", "5", "no such member: a span has size()");
  check_note("  return \"one\";", "5", "A value of one type stands where another is wanted");
  check_note("  return std::fmax2(1, 2);", "5", "std has no such name");
  check_note("  for (const float e : exponentials) {\n  return 0;", "", "brace");
}

TEST_CASE("errors outside of the functions have a note too") {
  const auto all_hold = [](const std::string& source, const std::string& note) {
    for (const FirstError& error : errors_of(source)) {
      CAPTURE(error.words);
      CHECK(holds(error.note, note));
    }
  };
  all_hold("#include \"answer.hpp\"\n#include <eigen.hpp>\n", "Only C++'s own headers");
  all_hold(answer_with("  return 0;\n}\nfloat normalizer(std::span<const float> exponentials) {\n"
                       "  return 1;"),
           "The function is there twice");
  all_hold(
      "#include \"answer.hpp\"\nnamespace answer {\n"
      "double normalizer(std::span<const float> e) { return 0; }\n}\n",
      "differs from answer.hpp");
  all_hold("#include \"answer.hpp\"\nreturn 0;\n", "outside of every function");
}

TEST_CASE("warnings before it are no error, nor are notes after it") {
  const FirstError error = first_error(
      "answer.cpp: In function 'f':\n"
      "answer.cpp:4:7: warning: unused variable 'x' [-Wunused-variable]\n"
      "    4 |   int x = 0;\n      |       ^\n"
      "/somewhere/else/answer.cpp:9:3: error: expected ';' before 'return'\n"
      "answer.cpp:9:3: note: to match this\n"
      "answer.cpp:10:3: error: another\n");
  CHECK(error.place == "answer.cpp, line 9, column 3");
  CHECK(error.words == "expected ';' before 'return'");
  CHECK(error.source.empty());
  // The quotes depend on the locale.
  for (const char* quoted : {"'fmax2' is not a member of 'std'",
                             "\u2018fmax2\u2019 is not a member of \u2018std\u2019"}) {
    CHECK(holds(first_error("a.cpp:1:2: error: " + std::string(quoted)).note, "std has no such"));
  }
}

TEST_CASE("the linker's words have a note, whichever linker it is") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"mold: error: undefined symbol: answer::normalizer(std::span<float const, 1ul>)\n",
       "missing, or it stands outside of namespace answer"},
      {"/usr/bin/ld: 03.o: in function `f':\nx: undefined reference to "
       "`answer::normalizer(float)'\n",
       "missing, or it stands outside of namespace answer"},
      {"mold: error: undefined symbol: helper()\n", "nobody has written"},
      {"mold: error: duplicate symbol: a.o: main.o: main\n", "no main"},
      {"/usr/bin/ld: main.o: multiple definition of `main'; a.o: first\n", "no main"}};
  for (const auto& [said, note] : cases) {
    const FirstError error = first_error(said + "collect2: error: ld returned 1 exit status\n");
    CAPTURE(said);
    CHECK(error.place.empty());
    CHECK(holds(error.note, note));
  }
}

TEST_CASE("what a compiler says is told without the places of this machine and moment") {
  CHECK(without_places("/tmp/work-1/answer.cpp:3:1: error: x\n/root/book/exercises/a.hpp:1:1: note",
                       {"/tmp/work-1", "/root/book"}) ==
        "answer.cpp:3:1: error: x\nexercises/a.hpp:1:1: note");
  CHECK(without_places(
            "mold: duplicate symbol: /p/main.o: /tmp/ccnlUvR3.o: main\n>>> /tmp/ccAb12Xy.o",
            {"/p"}) == "mold: duplicate symbol: main.o: answer.o: main\n>>> answer.o");
  CHECK(without_places("-I/box/a /boxes/b other/box/c", {"/box"}) ==
        "-I/box/a /boxes/b other/box/c");
  CHECK(without_places("/tmp/ccnlUvR3.o: x", {}) == "answer.o: x");
  CHECK(without_places("/var/tmp/softmax-a1B2c3/box/answer.cpp:1: x", {}) == "box/answer.cpp:1: x");
  CHECK(without_places("/tmp/softmax-a1B2/x /tmp/ccAb12X.o", {}) ==
        "/tmp/softmax-a1B2/x /tmp/ccAb12X.o");
  const std::string many = "/" + std::string(1'000'000, 'x');
  CHECK(without_places(many + "/a.hpp: error", {"/x"}) == many + "/a.hpp: error");
  CHECK(without_places("/usr/include/cctype:1: accounts/cc", {}) ==
        "/usr/include/cctype:1: accounts/cc");
}

TEST_CASE("of anything else the first line is told, and silence is told as such") {
  CHECK(first_error("Segmentation fault\nmore\n").words == "Segmentation fault");
  CHECK(first_error("Segmentation fault\n").note.empty());
  CHECK(first_error("").words == "the compiler failed and said nothing");
}

TEST_CASE("a line of a million letters is read as any other") {
  const std::string many(1'000'000, 'x');
  const FirstError error = first_error(many + "\nanswer.cpp:1:2: error: " + many + "\n");
  CHECK(error.place == "answer.cpp, line 1, column 2");
  CHECK(holds(error.words, "xxx"));
}

}  // namespace softmax::grader
