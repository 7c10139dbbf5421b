#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <filesystem>
#include <future>
#include <string>

#include "lessons/progress/durable_file.hpp"
#include "lessons/progress/store.hpp"
#include "tests/lessons/temporary_folder.hpp"

using namespace softmax::progress;
namespace fs = std::filesystem;

namespace {

Reading answer(const fs::path& file, const std::string& given) {
  return update(file, [&](Progress& progress) { record_answer(progress, "a/q", given, true); });
}

std::string answer_in(const fs::path& file) { return read(file).progress.answers.at("a/q").given; }

}  // namespace

TEST_CASE("A damaged file is set aside by reading, and by an update, never over an older one") {
  const TemporaryFolder folder;
  const fs::path file = folder.path / "progress.json";
  const std::string name = file.string();
  write_text(file, "");
  Reading reading = read(file);
  CHECK(reading.progress == Progress{});
  CHECK(reading.message == name + " was damaged (it is empty): it is now " + name +
                               ".damaged, and progress begins anew");
  CHECK_FALSE(read(file).message);
  const std::string binary("\x7f\0\xff{\n", 5);
  write_text(file, binary);
  reading = answer(file, "1");
  CHECK(reading.message.value_or("").ends_with(name + ".damaged-2, and progress begins anew"));
  CHECK(reading.message.value_or("\n").find('\n') == std::string::npos);
  CHECK(answer_in(file) == "1");
  CHECK(text_of(name + ".damaged").empty());
  CHECK(text_of(name + ".damaged-2") == binary);
}

TEST_CASE("A file that another session mends meanwhile is not set aside") {
  using namespace std::chrono_literals;
  const TemporaryFolder folder;
  const fs::path file = folder.path / "progress.json";
  answer(file, "1");
  const std::string whole = text_of(file);
  write_text(file, "{");
  std::future<Reading> reading;
  {
    const FileLock lock(file);
    reading = std::async(std::launch::async, [&] { return read(file); });
    CHECK(reading.wait_for(100ms) == std::future_status::timeout);  // it waits for the lock
    write_text(file, whole);
  }
  const Reading read_then = reading.get();
  CHECK_FALSE(read_then.message);
  CHECK(read_then.progress.answers.at("a/q").given == "1");
  CHECK(folder.names() == std::set<std::string>{"progress.json", "progress.json.lock"});
}

TEST_CASE("A file of another version is refused and stays as it is") {
  const TemporaryFolder folder;
  const fs::path file = folder.path / "progress.json";
  const std::string text = R"({"schema": "softmax-workbook/progress/2", "lessons": []})";
  write_text(file, text);
  const std::string refusal = file.string() +
                              " is of version 2, and this workbook reads version 1: update the "
                              "workbook, or begin anew with ./workbook reset";
  CHECK(error_of([&] { read(file); }) == refusal);
  CHECK(error_of([&] { answer(file, "1"); }) == refusal);
  CHECK(text_of(file) == text);
  CHECK(text_of(reset(file).value()) == text);
  CHECK(read(file).progress == Progress{});
}

TEST_CASE("A symbolic link is followed, and stays") {
  const TemporaryFolder folder;
  const fs::path file = folder.path / "progress.json";
  fs::create_directory(folder.path / "real");
  fs::create_symlink("link.json", file);
  fs::create_symlink("real/progress.json", folder.path / "link.json");  // not there yet
  CHECK(read(file).progress == Progress{});
  answer(file, "1");
  CHECK(fs::is_symlink(file));
  CHECK(answer_in(folder.path / "real/progress.json") == "1");
  CHECK(reset(file) == folder.path / "real/progress.json.backup");
  CHECK(fs::is_symlink(file));
  fs::remove(folder.path / "link.json");
  fs::create_symlink("progress.json", folder.path / "link.json");
  CHECK(error_of([&] { read(file); })
            .ends_with(": Too many levels of symbolic links; mend that, or set XDG_STATE_HOME to "
                       "another directory"));
}
