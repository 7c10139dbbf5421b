#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <csignal>
#include <filesystem>
#include <string>

#include "lessons/progress/durable_file.hpp"
#include "lessons/progress/store.hpp"
#include "tests/lessons/temporary_folder.hpp"

using namespace softmax::progress;
namespace fs = std::filesystem;

namespace {

void answer(const fs::path& file, const std::string& given) {
  update(file, [&](Progress& progress) { record_answer(progress, "a/q", given, true); });
}

std::string answer_in(const fs::path& file) { return read(file).progress.answers.at("a/q").given; }

/// Root may write anywhere; nobody may not.
class AsNobody {
 public:
  AsNobody() {
    if (::geteuid() == 0) { REQUIRE(::seteuid(65534) == 0); }
  }
  ~AsNobody() {
    if (::getuid() == 0) { static_cast<void>(::seteuid(0)); }
  }
};

/// A disk without room, nearly: files grow to so many bytes at most.
class SmallFiles {
 public:
  explicit SmallFiles(rlim_t bytes) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit small{bytes, before_.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    std::signal(SIGXFSZ, SIG_IGN);
  }
  ~SmallFiles() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, SIG_DFL);
  }

 private:
  rlimit before_{};
};

}  // namespace

TEST_CASE("What is no regular file is refused, and said so") {
  const TemporaryFolder folder;
  const fs::path file = folder.path / "progress.json";
  const std::string name = file.string();
  fs::create_directory(file);
  const std::string refusal =
      "cannot read " + name + ": Is a directory; move away what lies in its place";
  CHECK(error_of([&] { read(file); }) == refusal);
  CHECK(error_of([&] { answer(file, "1"); }) == refusal);
  fs::remove(file);
  REQUIRE(::mkfifo(file.c_str(), 0600) == 0);
  CHECK(error_of([&] { read(file); }) ==
        "cannot read " + name + ": it is no regular file; move it away");
  fs::remove(file);
  write_text(file, "");
  fs::resize_file(file, largest_file + 1);  // sparse: it takes no room
  CHECK(error_of([&] { read(file); }) ==
        "cannot read " + name + ": it has 64 MiB, and at most 64 are read; move it away");
}

TEST_CASE("A file in place of a directory is refused") {
  const TemporaryFolder folder;
  write_text(folder.path / "state", "");
  const fs::path file = folder.path / "state/workbook/progress.json";
  const std::string remedy = ": Not a directory; move away what lies in its place";
  CHECK(error_of([&] { answer(file, "1"); }) ==
        "cannot make the directory " + (folder.path / "state").string() +
            ": File exists; move away what lies in its place");
  CHECK(error_of([&] { read(file); }) == "cannot read " + file.string() + remedy);
  CHECK(error_of([&] { reset(file); }) == "cannot look at " + file.string() + remedy);
}

TEST_CASE("A directory without permission to write is refused, and what is in it can be read") {
  const TemporaryFolder folder;
  const fs::path file = folder.path / "progress.json";
  const std::string denied = ": Permission denied; make " + folder.path.string() +
                             " and what is in it yours to read and write";
  answer(file, "1");
  fs::remove(file.string() + ".lock");
  REQUIRE(::chmod(file.c_str(), 0644) == 0);
  REQUIRE(::chmod(folder.path.c_str(), 0555) == 0);
  {
    const AsNobody nobody;
    CHECK(answer_in(file) == "1");
    CHECK(error_of([&] { answer(file, "2"); }) ==
          "cannot lock " + file.string() + ".lock" + denied);
    CHECK(error_of([&] { reset(file); }) == "cannot lock " + file.string() + ".lock" + denied);
    CHECK(error_of([&] { answer(folder.path / "new/progress.json", "2"); }) ==
          "cannot make the directory " + folder.path.string() + "/new" + denied);
  }
  fs::permissions(file, fs::perms::none);
  const AsNobody nobody;
  CHECK(error_of([&] { read(file); }) == "cannot read " + file.string() + denied);
}

TEST_CASE("A disk without room leaves the old file, and nothing half written") {
  const TemporaryFolder folder;
  const fs::path file = folder.path / "progress.json";
  answer(file, "1");
  {
    const SmallFiles small(4096);
    CHECK(error_of([&] { answer(file, std::string(5000, '2')); }) ==
          "cannot write " + file.string() +
              ".new: File too large; raise the limit on the size of files (ulimit -f)");
  }
  CHECK(answer_in(file) == "1");
  CHECK(folder.names() == std::set<std::string>{"progress.json", "progress.json.lock"});
}

TEST_CASE("Progress that could not be read again is not written") {
  const TemporaryFolder folder;
  const fs::path file = folder.path / "progress.json";
  answer(file, "1");
  CHECK(error_of([&] { answer(file, std::string(largest_file, '2')); }) ==
        "cannot write " + file.string() + ": it would have over 64 MiB");
  CHECK(answer_in(file) == "1");
}
