// How misconceptions behave is found out once and kept, and what is kept is never stale.

#include "grader/known_mistakes.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "grader/examination.hpp"
#include "grader/sandbox/tier.hpp"
#include "grader/subject_process.hpp"
#include "tests/grader/temporary_root.hpp"

namespace softmax::grader {
namespace {

namespace fs = std::filesystem;

/// The harness as Builder makes it, once for all tests of this program.
const fs::path& harness() {
  static const TemporaryRoot parts;
  static const bool made = [] {
    const WorkFolder folder;
    const Exercise exercise = read_exercise(workbook_root(), "03_normalize");
    return Builder(workbook_root(), parts.path(), best_tier())
        .build(exercise, workbook_root() / "solutions/03_normalize/answer.cpp", folder.path())
        .program.has_value();
  }();
  REQUIRE(made);
  return parts.path();
}

/// A workbook with exercise 3 and two of its misconceptions.
class Workbook {
 public:
  Workbook()
      : root_({"exercises/03_normalize", "grader/exercises/03_normalize", "grader/subject"}) {
    for (const char* name : {"wire.cpp", "wire.hpp", "value.hpp", "unwritten.hpp"}) {
      root_.write(std::string("grader/") + name, text_of(workbook_root() / "grader" / name));
    }
    for (const char* name : {"mean_for_sum", "sum_capped"}) { add(name, text_of(ours(name))); }
    fs::create_directories(parts());
    fs::copy(harness(), parts(), fs::copy_options::recursive);
    checks_.erase(std::remove_if(checks_.begin(), checks_.end(),
                                 [](const Check& one) { return one.task != "normalizer"; }),
                  checks_.end());
  }

  static fs::path ours(const std::string& name) {
    return workbook_root() / "grader/misconceptions/03_normalize" / (name + ".cpp");
  }
  void add(const std::string& name, const std::string& text) const {
    root_.write("grader/misconceptions/03_normalize/" + name + ".cpp", text);
  }
  [[nodiscard]] fs::path parts() const { return root_.path() / "build/grader"; }

  /// How an answer behaves in the checks of the task.
  [[nodiscard]] Behaviour behaviour(const fs::path& answer) const {
    const WorkFolder folder;
    const Built built = Builder(root_.path(), parts(), best_tier(), toolchain)
                            .build(exercise(), answer, folder.path());
    REQUIRE(built.program);
    SubjectProcess subject(*built.program, {best_tier()});
    Behaviour seen;
    for (const Check& check : checks_) { seen.push_back(subject.observe(check)); }
    return seen;
  }
  /// The name of the mistake, or "none".
  [[nodiscard]] std::string named(const Behaviour& behaviour) const {
    const auto mistake =
        mistake_of(root_.path(), parts(), best_tier(), toolchain, exercise(), checks_, behaviour);
    return mistake ? mistake->name : "none";
  }
  /// What is kept, by name.
  [[nodiscard]] std::vector<fs::path> kept() const {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(parts() / "known")) {
      files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
  }

  Toolchain toolchain{};

 private:
  [[nodiscard]] Exercise exercise() const { return read_exercise(root_.path(), "03_normalize"); }

  TemporaryRoot root_;
  std::vector<Check> checks_ = checks_of("03_normalize", 1);
};

/// Time enough for what is written again to be seen.
const fs::file_time_type long_ago = fs::file_time_type::clock::now() - std::chrono::hours(48);

}  // namespace

TEST_CASE("what is kept is read again: the same answer is named, and nothing is compiled") {
  const Workbook workbook;
  const Behaviour mean = workbook.behaviour(Workbook::ours("mean_for_sum"));
  CHECK(workbook.named(mean) == "mean_for_sum");
  const std::vector<fs::path> kept = workbook.kept();
  REQUIRE(kept.size() == 2);
  for (const fs::path& file : kept) { fs::last_write_time(file, long_ago); }
  CHECK(workbook.named(mean) == "mean_for_sum");
  CHECK(workbook.kept() == kept);
  for (const fs::path& file : kept) { CHECK(fs::last_write_time(file) == long_ago); }
}

TEST_CASE("a misconception whose text was changed is tried anew, though its time is older") {
  const Workbook workbook;
  const Behaviour mean = workbook.behaviour(Workbook::ours("mean_for_sum"));
  const Behaviour capped = workbook.behaviour(Workbook::ours("sum_capped"));
  CHECK(workbook.named(mean) == "mean_for_sum");
  workbook.add("mean_for_sum", text_of(Workbook::ours("sum_capped")));
  workbook.add("sum_capped", text_of(Workbook::ours("mean_for_sum")));
  CHECK(workbook.named(mean) == "sum_capped");
  CHECK(workbook.named(capped) == "mean_for_sum");
  CHECK(workbook.kept().size() == 4);
}

TEST_CASE("how it is compiled names the file too, the sanitizers with it") {
  Workbook workbook;
  const Behaviour mean = workbook.behaviour(Workbook::ours("mean_for_sum"));
  CHECK(workbook.named(mean) == "mean_for_sum");
  workbook.toolchain.sanitizers = true;
  static_cast<void>(workbook.named(mean));
  CHECK(workbook.kept().size() == 4);
}

TEST_CASE("a kept file that was cut, or holds rubbish, is made anew") {
  const Workbook workbook;
  const Behaviour mean = workbook.behaviour(Workbook::ours("mean_for_sum"));
  CHECK(workbook.named(mean) == "mean_for_sum");
  const fs::path file = workbook.kept().at(0);
  const std::string whole = text_of(file);
  const std::string endless =
      "\xf8" + std::string(7, '\xff');  // a length that leads back to itself
  for (const std::string& damaged : {std::string(), whole.substr(0, whole.size() - 1),
                                     std::string(200, '\0'), endless + whole}) {
    write_text(file, damaged);
    CHECK(workbook.named(mean) == "mean_for_sum");
    CHECK(text_of(file) == whole);
  }
}

TEST_CASE("an answer that is like no misconception of its task, or like two, has no name") {
  const Workbook workbook;
  CHECK(workbook.named(workbook.behaviour(Workbook::ours("largest_for_sum"))) == "none");
  // Of another task: it is not even tried.
  workbook.add("percent_for_shares", text_of(Workbook::ours("percent_for_shares")));
  CHECK(workbook.named(workbook.behaviour(Workbook::ours("percent_for_shares"))) == "none");
  CHECK(workbook.kept().size() == 2);
  workbook.add("another_mean", text_of(Workbook::ours("mean_for_sum")));
  CHECK(workbook.named(workbook.behaviour(Workbook::ours("mean_for_sum"))) == "none");
}

}  // namespace softmax::grader
