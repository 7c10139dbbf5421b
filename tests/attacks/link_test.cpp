// Swapping a file for a link: the compiler's folder is writable to what runs there, and what is
// taken out of it is one plain file.

#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <fstream>
#include <thread>

#include "grader/sandbox/tier.hpp"
#include "grader/work_folder.hpp"
#include "tests/attacks/trial.hpp"

namespace softmax::grader {
namespace {

namespace fs = std::filesystem;

Field& field() {
  static Field one;
  return one;
}

fs::path precious_file() {
  const fs::path file = field().secret() / "precious";
  std::ofstream(file) << "precious";
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
  return file;
}

/// Puts a link in the place of the program as soon as the linker has made it.
class Swap {
 public:
  Swap(fs::path program, fs::path target)
      : program_(std::move(program)), target_(std::move(target)), thread_([this] { run(); }) {}
  Swap(const Swap&) = delete;
  Swap(Swap&&) = delete;
  Swap& operator=(Swap&&) = delete;
  Swap& operator=(const Swap&) = delete;
  ~Swap() { end(); }

  /// Returns: whether it came in time.
  bool end() {
    over_ = true;
    if (thread_.joinable()) { thread_.join(); }
    return done_;
  }

 private:
  void run() {
    std::error_code absent;
    while (!over_ && !done_) {
      if (!fs::is_regular_file(program_, absent)) { continue; }
      done_ = fs::remove(program_, absent);
      fs::create_symlink(target_, program_, absent);
    }
  }

  fs::path program_;
  fs::path target_;
  std::atomic<bool> over_ = false;
  bool done_ = false;
  std::thread thread_;
};

void check_unharmed(const fs::path& file) {
  CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  std::string text;
  std::getline(std::ifstream(file) >> std::ws, text);
  CHECK(text == "precious");
}

Tier granted_tier() {
  const Tier tier = GENERATE(Tier::namespaces, Tier::container);
  if (!why_not(tier).empty()) { SKIP(why_not(tier)); }
  return tier;
}

fs::path solution() { return field().root() / "solutions/03_normalize/answer.cpp"; }

}  // namespace

TEST_CASE("a link in the place of the program is no program, and its target is unharmed") {
  const Tier tier = granted_tier();
  const fs::path precious = precious_file();
  bool swapped = false;
  for (int i = 0; i < 10 && !swapped; ++i) {
    const WorkFolder folder;
    Swap swap(folder.path() / "box/subject", precious);
    const Built one = built(field(), solution(), tier, {}, folder.path());
    swapped = swap.end();
    CHECK(one.program.has_value() != swapped);
    CHECK((one.stopped == "left no program") == swapped);
    check_unharmed(precious);
  }
  CHECK(swapped);
}

TEST_CASE("a link that lies in the way of the program is not followed") {
  const Tier tier = granted_tier();
  const fs::path precious = precious_file();
  const WorkFolder folder;
  fs::create_directory(folder.path() / "box");
  fs::create_symlink(precious, folder.path() / "box/subject");
  static_cast<void>(built(field(), solution(), tier, {}, folder.path()));
  check_unharmed(precious);
}

}  // namespace softmax::grader
