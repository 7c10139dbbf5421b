#include "lessons/terminal/memory.hpp"

#include <stdlib.h>  // setenv

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <string>

#include "lessons/progress/store.hpp"
#include "tests/lessons/sample_page.hpp"
#include "tests/lessons/temporary_folder.hpp"

using namespace softmax;
using namespace softmax::terminal;
namespace fs = std::filesystem;

namespace {

const page::Page sample = sample_page();

/// A learner of their own, whose progress is in a folder that goes away.
class Learner {
 public:
  Learner() { ::setenv("XDG_STATE_HOME", folder_.path.c_str(), 1); }

  /// The lesson opened anew, then these lines; what is done is remembered.
  Reader read(std::initializer_list<const char*> lines) {
    Reader reader(sample, Reader::Mode::learn);
    reader.fit({}, 60);
    const Memory memory = remembered(sample, reader);
    for (const char* line : lines) {
      reader.obey(line);
      if (reader.answer()) { memory.answered(*reader.answer()); }
      memory.moved(reader.idea(), reader.at_end());
    }
    return reader;
  }

  [[nodiscard]] static progress::Progress kept() {
    return progress::read(progress::path()).progress;
  }

 private:
  progress::TemporaryFolder folder_;
};

bool shows(const Reader& reader, const std::string& text) {
  return words_of(reader.screen()).find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("A new learner begins at the beginning, and is told nothing") {
  Learner learner;
  const Reader reader = learner.read({});
  CHECK(place_of(reader.screen()) == "1/11");
  CHECK_FALSE(shows(reader, "You left here."));
}

TEST_CASE("A lesson is opened where it was left, with what was answered") {
  Learner learner;
  learner.read({"", "1", "", "", "b"});
  const progress::Progress kept = Learner::kept();
  CHECK(kept.latest == "sample");
  CHECK(kept.lessons.at("sample").idea == "one");
  CHECK(kept.answers.at("sample/guess").given == "1");
  CHECK_FALSE(kept.answers.at("sample/guess").right);
  Reader reader = learner.read({});
  CHECK(place_of(reader.screen()) == "2/11");
  CHECK(shows(reader, "Not 1."));
  CHECK(shows(reader, "You left here. g 0 goes to the beginning."));
  reader.obey("");
  CHECK(shows(reader, "beta begins"));
  learner.read({"g 0"});
  CHECK_FALSE(shows(learner.read({}), "You left here."));
}

TEST_CASE("A lesson that was finished is read anew, with nothing answered") {
  Learner learner;
  learner.read({"g 1", "2", "g 3", "a", "", "", "", "", "a", "", "a", "", "a", ""});
  CHECK(Learner::kept().lessons.at("sample").finished);
  Reader reader = learner.read({});
  CHECK(place_of(reader.screen()) == "1/11");
  reader.obey("g 1");
  CHECK_FALSE(shows(reader, "Right."));
}

TEST_CASE("Where there is no place for progress, the reader says so, and is read all the same") {
  ::unsetenv("XDG_STATE_HOME");
  ::unsetenv("HOME");
  Reader reader(sample, Reader::Mode::learn);
  const Memory memory = remembered(sample, reader);
  CHECK_FALSE(memory.answered);
  CHECK_FALSE(memory.moved);
  CHECK(shows(reader, "Your progress is not kept: there is no place to keep progress in"));
}

TEST_CASE("A damaged file of progress is told of") {
  Learner learner;
  learner.read({"g 2"});
  progress::write_text(progress::path(), "{");
  const Reader reader = learner.read({});
  CHECK(place_of(reader.screen()) == "1/11");
  CHECK(shows(reader, "and progress begins anew"));
}
