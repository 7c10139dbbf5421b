#include "lessons/progress/store.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "lessons/progress/progress_json.hpp"
#include "tests/lessons/temporary_folder.hpp"

using namespace softmax::progress;
namespace fs = std::filesystem;

namespace {

/// path() with those two variables; "" is unset.
fs::path path_with(const std::string& state, const std::string& home) {
  const auto set = [](const char* name, const std::string& value) {
    value.empty() ? ::unsetenv(name) : ::setenv(name, value.c_str(), 1);
  };
  set("XDG_STATE_HOME", state);
  set("HOME", home);
  return path();
}

void answer(const fs::path& file, const std::string& given) {
  update(file, [&](Progress& progress) { record_answer(progress, "a/q", given, true); });
}

std::string answer_in(const fs::path& file) { return read(file).progress.answers.at("a/q").given; }

}  // namespace

TEST_CASE("The file is where the XDG specification wants it") {
  CHECK(path_with("/state", "/home/ada") == "/state/softmax-workbook/progress.json");
  CHECK(path_with("", "/home/ada") == "/home/ada/.local/state/softmax-workbook/progress.json");
  CHECK(path_with("state", "/home/ada") == path_with("", "/home/ada"));  // not absolute: as unset
  CHECK(path_with("/state", "") == "/state/softmax-workbook/progress.json");
  for (const char* home : {"", "home"}) {
    CHECK(error_of([&] { path_with("", home); }) ==
          "there is no place to keep progress in: set HOME or XDG_STATE_HOME to a directory, by "
          "its absolute path");
  }
}

TEST_CASE("A file that is missing is no progress, and reading makes none") {
  const TemporaryFolder folder;
  const Reading reading = read(folder.path / "state/progress.json");
  CHECK(reading.progress == Progress{});
  CHECK_FALSE(reading.message);
  CHECK(reset(folder.path / "state/progress.json") == std::nullopt);
  CHECK(folder.names().empty());
}

TEST_CASE("An update is read back, and returns what is in the file") {
  const TemporaryFolder folder;
  const fs::path file = folder.path / "progress.json";
  answer(file, "1");
  const Reading now = update(
      file, [](Progress& progress) { record_place(progress, "normalize", "worked_example"); });
  CHECK(now.progress.answers.at("a/q") == Answer{"1", true, 1, true});
  CHECK(now.progress.lessons.at("normalize") == Place{"worked_example", false});
  CHECK_FALSE(now.message);
  CHECK(read(file).progress == now.progress);
  CHECK(folder.names() == std::set<std::string>{"progress.json", "progress.json.lock"});
}

TEST_CASE("Directories and the file are their owner's alone") {
  const TemporaryFolder folder;
  const fs::path file = folder.path / "local/state/progress.json";
  answer(file, "1");
  for (const char* directory : {"local", "local/state"}) {
    CHECK(fs::status(folder.path / directory).permissions() == fs::perms::owner_all);
  }
  CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("An update leaves the old file whole and puts a new one in its place") {
  const TemporaryFolder folder;
  const fs::path file = folder.path / "progress.json";
  answer(file, "old");
  fs::create_hard_link(file, folder.path / "old.json");
  answer(file, "new");
  CHECK(answer_in(folder.path / "old.json") == "old");
  CHECK(answer_in(file) == "new");
}

TEST_CASE("What a killed writer left behind is in nobody's way") {
  const TemporaryFolder folder;
  const fs::path file = folder.path / "progress.json";
  answer(file, "1");
  write_text(file.string() + ".new", std::string(5000, 'x'));
  answer(file, "2");
  CHECK(answer_in(file) == "2");
  CHECK(folder.names() == std::set<std::string>{"progress.json", "progress.json.lock"});
}

TEST_CASE("A change that throws writes nothing, and lets the next one in") {
  const TemporaryFolder folder;
  const fs::path file = folder.path / "progress.json";
  answer(file, "1");
  CHECK(error_of([&] {
          update(file, [](Progress& progress) {
            progress.answers.clear();
            throw std::runtime_error("no");
          });
        }) == "no");
  CHECK(answer_in(file) == "1");
  answer(file, "2");
  CHECK(answer_in(file) == "2");
}

TEST_CASE("Keys that are not known stay over an update") {
  const TemporaryFolder folder;
  const fs::path file = folder.path / "progress.json";
  write_text(file, R"({"schema": "softmax-workbook/progress/1", "latest": "", "lessons": {},
                       "answers": {}, "theme": "dark"})");
  answer(file, "1");
  CHECK(text_of(file).find("\"theme\": \"dark\"") != std::string::npos);
  CHECK(answer_in(file) == "1");
}

TEST_CASE("Reset moves the file to a backup, and never over an older one") {
  const TemporaryFolder folder;
  const fs::path file = folder.path / "progress.json";
  for (const char* suffix : {".backup", ".backup-2", ".backup-3"}) {
    answer(file, suffix);
    CHECK(reset(file) == fs::path(file.string() + suffix));
    CHECK(read(file).progress == Progress{});
  }
  CHECK(reset(file) == std::nullopt);
  for (const char* suffix : {".backup", ".backup-2", ".backup-3"}) {
    CHECK(answer_in(file.string() + suffix) == suffix);
  }
}
