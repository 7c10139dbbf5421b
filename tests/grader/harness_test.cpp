// What an answer is linked with is made once, and takes no part of C++ away from it.

#include "grader/harness.hpp"

#include <catch2/catch_test_macros.hpp>

#include "grader/build.hpp"
#include "grader/inputs.hpp"
#include "grader/sandbox/tier.hpp"
#include "grader/subject_process.hpp"
#include "tests/grader/temporary_root.hpp"

namespace softmax::grader {
namespace {

namespace fs = std::filesystem;

/// What is made once, for all tests of this program.
const fs::path& parts() {
  static const TemporaryRoot folder;
  return folder.path();
}

/// The answer to exercise 3 that begins with these lines and whose normalizer does this.
Built built(const TemporaryRoot& folder, const std::string& head, const std::string& body) {
  folder.write("mine.cpp",
               "#include \"answer.hpp\"\n" + head +
                   "\nnamespace answer {\nfloat normalizer(std::span<const float> row) {\n" + body +
                   "\n}\nvoid normalize(std::span<const float>, float, std::span<float>) {}\n}\n");
  return Builder(workbook_root(), parts(), best_tier())
      .build(read_exercise(workbook_root(), "03_normalize"), folder.path() / "mine.cpp",
             folder.path());
}

/// What its normalizer makes of a row.
float result(const std::string& head, const std::string& body, const std::vector<float>& row) {
  const TemporaryRoot folder;
  const Built one = built(folder, head, body);
  INFO(one.diagnostics);
  REQUIRE(one.program);
  SubjectProcess subject(*one.program, {best_tier()});
  const Check check{"id", "normalizer", "A sentence.", {{"normalizer", {row}, {{exactly(0)}}}}};
  const std::vector<Observed> seen = subject.observe(check);
  REQUIRE(seen.size() == 1);
  const auto* stop = std::get_if<Stop>(&seen.front());
  INFO((stop == nullptr ? "" : stop->words));
  REQUIRE(stop == nullptr);
  return std::get<0>(std::get<Response>(seen[0]).results.at(0)).at(0);
}

}  // namespace

TEST_CASE("an answer may use what the harness does not") {
  CHECK(result("#include <iostream>\n#include <map>\n#include <string>",
               "std::map<std::string, float> sums;\n"
               "for (const float x : row) { sums[std::to_string(row.size())] += x; }\n"
               "std::cerr << sums.size() << '\\n';\nreturn sums.begin()->second;",
               {1, 2, 4}) == 7);
  CHECK(result("#include <algorithm>\n#include <random>\n#include <vector>",
               "std::vector<float> mine(row.begin(), row.end());\n"
               "std::stable_sort(mine.begin(), mine.end());\n"
               "std::mt19937 engine(1);\nstd::shuffle(mine.begin(), mine.end(), engine);\n"
               "return *std::max_element(mine.begin(), mine.end());",
               {1, 4, 2}) == 4);
  CHECK(result("#include <stdexcept>",
               "try { throw std::runtime_error(row.empty() ? \"none\" : \"some\"); }\n"
               "catch (const std::exception& error) { return error.what()[0] == 's' ? 3.F : 0.F; }",
               {1}) == 3);
}

TEST_CASE("an answer that uses strings needs no more than its own headers") {
  for (const char* head : {"", "#include <stdexcept>", "#include <string>"}) {
    CHECK(result(head, "return std::to_string(row.size()).size();", {1, 2}) == 1);
  }
}

TEST_CASE("an answer may define what a library has, and that is called") {
  CHECK(result("#include <cstddef>\nextern \"C\" float expf(float x) noexcept { return x + 40; }",
               "volatile float x = row[0];\nreturn std::exp(x);", {2}) == 42);
  CHECK(result("#include <cstdlib>\n#include <new>\nint count = 0;\n"
               "void* operator new(std::size_t size) { ++count; return std::malloc(size); }\n"
               "void operator delete(void* at) noexcept { std::free(at); }\n"
               "void operator delete(void* at, std::size_t) noexcept { std::free(at); }",
               "count = 0;\nvolatile int* mine = new int(3);\ndelete mine;\nreturn float(count);",
               {2}) == 1);
}

TEST_CASE("what the harness wants of an answer is not to be missing, nor to be replaced") {
  const TemporaryRoot folder;
  const Built twice = built(folder, "int main() { return 0; }", "return row[0];");
  CHECK_FALSE(twice.program);
  CHECK(twice.diagnostics.find("main") != std::string::npos);
  const TemporaryRoot other;
  other.write("mine.cpp", "#include \"answer.hpp\"\n");
  const Built none = Builder(workbook_root(), parts(), best_tier())
                         .build(read_exercise(workbook_root(), "03_normalize"),
                                other.path() / "mine.cpp", other.path());
  CHECK_FALSE(none.program);
  CHECK(none.diagnostics.find("normalizer") != std::string::npos);
}

TEST_CASE("a part is made again where its source is newer, and only there") {
  const TemporaryRoot root({"exercises/03_normalize", "grader/exercises/03_normalize",
                            "grader/subject", "grader/wire.cpp", "grader/wire.hpp",
                            "grader/value.hpp", "grader/unwritten.hpp"});
  const TemporaryRoot made;
  const Exercise exercise = read_exercise(root.path(), "03_normalize");
  const auto time = [&] {
    const Harness harness(root.path(), made.path(), {"g++", "-O0"});
    static_cast<void>(harness.link_line(exercise, "", "answer.cpp"));
    return fs::last_write_time(harness.folder() / "03_normalize.whole.o");
  };
  const auto first = time();
  CHECK(time() == first);
  fs::last_write_time(root.path() / "grader/wire.cpp", fs::file_time_type::clock::now());
  CHECK(time() > first);
}

TEST_CASE("what an answer throws through the harness is caught, whatever it is linked with") {
  CHECK(result("#include <stdexcept>\n#include <string>\n#include <vector>",
               "std::vector<int> mine;\ntry { static_cast<void>(mine.at(row.size())); }\n"
               "catch (const std::out_of_range&) { return 1; }\nreturn 0;",
               {1}) == 1);
  CHECK(result("struct Own { float x; };",
               "try { throw Own{row[0]}; } catch (const Own& own) { return own.x; }", {5}) == 5);
}

}  // namespace softmax::grader
